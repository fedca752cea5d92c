import { isRunning } from '../../core/licensing/assignment-days';
import { normalize } from '../../core/register/identifier';
import type { Assignment } from '../../core/register/model';
import { holderOfSame, type NewHolder } from '../../features/changes/holder';
import { mailboxOwners, type MailboxOwner } from '../../features/changes/mailbox-owners';
import type { Choice, Dialog } from '../dialog';
import { askText, finder } from './questions';
import type { Known } from './wizard';

/** A person or device that the register knows. */
interface KnownHolder {
  readonly holder: NewHolder;
  readonly calledInExchange?: string | undefined;
  readonly group: 'No CAL yet' | 'In the register' | 'Devices';
  /** What is held today. */
  readonly held: () => string;
}

type Answer = KnownHolder | { readonly typed: string; readonly as: 'person' | 'device' };

/** How somebody is called in a question. */
export function nameOf({ name, device, email, login }: NewHolder): string {
  return name ?? device ?? email ?? login ?? '';
}

/**
 * Asks who gets a CAL: somebody whom the register knows, those without a CAL first, or somebody new.
 * @param former an assignment whose holder isn't offered
 */
export async function askHolder(dialog: Dialog, question: string, known: Known, former?: Assignment): Promise<NewHolder | undefined> {
  const find = finder(knownHolders(known, former), ({ holder: { name, email, login, device }, calledInExchange }) => [name, email, login, device, calledInExchange].join(' '), choiceOf);
  const answer = await dialog.search<Answer>(question, typed => {
    const found = find(typed);
    const others = newOnes(typed.trim());
    // Nothing typed or found: then somebody new is as likely as anybody.
    return typed.trim() === '' || found.length === 0 ? [...others, ...found] : [...found, ...others];
  });
  if (answer === undefined) {
    return undefined;
  }
  if (!('as' in answer)) {
    return completed(dialog, answer);
  }
  return answer.as === 'device' ? askDevice(dialog, answer.typed) : askPerson(dialog, answer.typed, known);
}

function newOnes(typed: string): Choice<Answer>[] {
  return [
    { label: '$(person-add) Somebody new', description: typed, group: 'New', answer: { typed, as: 'person' } },
    { label: '$(device-desktop) A device', description: typed, group: 'New', answer: { typed, as: 'device' } },
  ];
}

function choiceOf(known: KnownHolder): Choice<Answer> {
  const { holder, calledInExchange, group, held } = known;
  const { email, login } = holder;
  const label = nameOf(holder);
  const others = [calledInExchange, email, login].filter(each => each !== undefined && each !== label);
  return { label, description: others.join(' · '), detail: held(), group, answer: known };
}

function knownHolders({ context, contents }: Known, former: Assignment | undefined): KnownHolder[] {
  const { persons, today, licenses } = context;
  const people = new Map<unknown, { assignment?: Assignment; owner?: MailboxOwner }>();
  const devices = new Map<string, { name: string; assignments: Assignment[] }>();
  for (const { name } of contents.entries.device) {
    if (name) {
      devices.set(normalize(name.value), { name: name.value, assignments: [] });
    }
  }
  for (const owner of mailboxOwners(contents, context)) {
    people.set(owner.person, { owner });
  }
  for (const assignment of contents.entries.assignment) {
    if (assignment.device) {
      const key = normalize(assignment.device.value);
      devices.set(key, { name: assignment.device.value, assignments: [...(devices.get(key)?.assignments ?? []), assignment] });
    } else {
      const who = persons.of(assignment) ?? assignment;
      people.set(who, { ...people.get(who), assignment });
    }
  }
  if (former) {
    people.delete(persons.of(former) ?? former);
    devices.delete(normalize(former.device?.value ?? ''));
  }
  const heldBy = (assignments: readonly Assignment[]) => assignments
    .filter(each => licenses.isSound(each) && isRunning(each, today)).map(each => licenses.typeOf(each)!.name).join(' · ');
  const known = [...people.values()].map(({ assignment, owner }): KnownHolder => ({
    holder: assignment ? holderOfSame(assignment) : { email: owner!.email, login: owner!.login },
    calledInExchange: owner?.calledInExchange,
    group: owner?.lacksCal ? 'No CAL yet' : 'In the register',
    held: () => heldBy((assignment ? persons.of(assignment) : owner?.person)?.assignments ?? [assignment!]),
  }));
  return [
    ...known.filter(({ group }) => group === 'No CAL yet'),
    ...known.filter(({ group }) => group === 'In the register'),
    ...[...devices.values()].map(({ name, assignments }): KnownHolder => ({ holder: { device: name }, group: 'Devices', held: () => heldBy(assignments) })),
  ];
}

/** A mailbox says whose address it is, but not for certain their name. */
async function completed(dialog: Dialog, { holder, calledInExchange }: KnownHolder): Promise<NewHolder | undefined> {
  if (holder.name !== undefined || holder.device !== undefined) {
    return holder;
  }
  const name = await askText(dialog, `Whose is ${nameOf(holder)}?`, 'First and last name.', undefined, calledInExchange);
  return name === undefined ? undefined : { ...holder, name };
}

async function askDevice(dialog: Dialog, typed: string): Promise<NewHolder | undefined> {
  const device = typed || (await askText(dialog, 'Which device?', 'The name of the device.'));
  return device === undefined ? undefined : { device };
}

async function askPerson(dialog: Dialog, typed: string, { context: { persons } }: Known): Promise<NewHolder | undefined> {
  const isIdentifier = /[@\\]/.test(typed);
  const name = !isIdentifier && typed !== '' ? typed : await askText(dialog, typed === '' ? 'Who?' : `Whose is ${typed}?`, 'First and last name.');
  if (name === undefined) {
    return undefined;
  }
  const identifier = isIdentifier ? typed : await askText(dialog, `How does Exchange know ${name}?`, 'The e-mail address, or a login such as CONTOSO\\anowak.', text => {
    const owner = persons.named(text)?.assignments.find(assignment => assignment.name)?.name?.value;
    return owner === undefined ? undefined : `This belongs to ${owner}, who is in the register: go back and choose that entry.`;
  });
  return identifier === undefined ? undefined : { name, ...(identifier.includes('@') ? { email: identifier } : { login: identifier }) };
}
