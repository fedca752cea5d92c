import { formatDay, type Day } from '../../core/calendar';
import { canonicalLicenseTypes, modelOf, parseLicenseType, type LicenseType, type Tier } from '../../core/licensing/license-type';
import type { Assignment } from '../../core/register/model';
import type { Pool } from '../../core/subjects/pool';
import { holderNameOf } from '../../core/findings/related';
import { counted, quote } from '../../core/text/sentence';
import type { Comparison } from '../../exchange/comparison/comparison';
import { differenceParts, serverTexts, shortFiguresText, tierNames, traceNames } from '../../exchange/comparison/comparison-text';
import { leaversOf, missingOf, namesOfAccounts, type Leaver } from '../../exchange/comparison/differences';
import { addNoCals } from '../../features/changes/add-no-cals';
import { assignCals } from '../../features/changes/assign-cals';
import { endAssignments } from '../../features/changes/end-assignments';
import { seatsOn } from '../../features/changes/seats-on';
import { poolChoices, type License } from '../changes/ask-license';
import { askNoCalNote, askNoCalReason } from '../changes/ask-no-cal-reason';
import { askReason } from '../changes/ask-reason';
import { askDay, askOptionalText } from '../changes/questions';
import type { ChangeMaker, Known } from '../changes/wizard';
import { confirm, type Choice, type Dialog } from '../dialog';

/** What somebody wants after a comparison: to see all of it, or a change of the register. */
export type Wish = 'list' | ChangeMaker;

type Task = 'list' | 'end' | 'noCal' | Tier;

/** Shows how a register and Exchange differ, and asks what is to come of it; undefined for nothing. */
export function askAfterComparison({ cals, servers }: Comparison, known: Known): (dialog: Dialog) => Promise<Wish | undefined> {
  const missing = new Map(cals.map(each => [each.tier, missingOf(each)]));
  const leavers = leaversOf(cals);
  const nameOf = namesOfAccounts(known.contents.exports);
  const differences = [
    ...cals.flatMap(each => [shortFiguresText(each), ...differenceParts(each)]),
    ...servers ? serverTexts(servers) : [],
  ];
  const standard = missing.get('standard') ?? [];
  const tasks: readonly Choice<Task>[] = [
    ...[...missing].filter(([, names]) => names.length > 0).map(([tier, { length }]) => ({ label: `$(person-add) Assign ${tierNames[tier]}s to ${counted(length, 'account that is', 'accounts that are').text} missing...`, answer: tier })),
    ...standard.length > 0 ? [{ label: `$(circle-slash) Record why ${counted(standard.length, 'missing account needs', 'missing accounts need').text} no CAL...`, answer: 'noCal' as const }] : [],
    ...leavers.length > 0 ? [{ label: `$(sign-out) End assignments of ${counted(leavers.length, 'person who seems', 'people who seem').text} to need none...`, answer: 'end' as const }] : [],
    { label: '$(list-unordered) Show everything that differs', answer: 'list' },
  ];
  const choices = [...differences.map(({ text }) => ({ label: text, group: 'What differs', answer: 'list' as const })), ...tasks.map(each => ({ ...each, group: 'What to do' }))];
  return async dialog => {
    const task = await dialog.pick<Task>('How do the register and Exchange differ, and what is to be done?', choices);
    switch (task) {
      case 'standard': case 'enterprise': return assign(dialog, task, missing.get(task)!, nameOf, known);
      case 'noCal': return recordNoCals(dialog, standard, nameOf);
      case 'end': return end(dialog, leavers, known);
      default: return task;
    }
  };
}

type NameOf = (account: string) => string | undefined;

async function assign(dialog: Dialog, tier: Tier, accounts: readonly string[], nameOf: NameOf, known: Known): Promise<Wish | undefined> {
  const chosen = await dialog.pickMany('Who is assigned a CAL?', accountChoices(accounts, nameOf));
  const assigned = chosen && (await askDay(dialog, 'From which day on do they hold it?', known.context.today));
  if (assigned === undefined) {
    return undefined;
  }
  const license = await askLicense(dialog, tier, assigned, known);
  if (!license) {
    return undefined;
  }
  const { type, purchase } = license;
  const entries = chosen!.map(account => ({ name: nameOf(account), ...asAccount(account), type, assigned, purchase }));
  const isAccepted = await confirm(
    dialog,
    `${counted(entries.length, 'assignment', 'assignments').text} would be added`,
    `$(check) Assign ${counted(entries.length, tierNames[tier], `${tierNames[tier]}s`).text}`,
    warningsOf(license.pool, assigned, entries, known),
    entries.map(({ name }, index) => ({ label: name ?? chosen![index]!, description: name === undefined ? '' : chosen![index]!, detail: [type, formatDay(assigned), purchase].filter(each => each !== undefined).join(' · ') })),
  );
  return isAccepted ? context => assignCals(entries, context) : undefined;
}

/** Asks for a license of a kind that people hold: one with a purchase, or any. */
async function askLicense(dialog: Dialog, tier: Tier, day: Day, known: Known): Promise<License | undefined> {
  const { pools, licenses } = known.context;
  const suits = (type: LicenseType) => type.kind !== 'server' && type.kind !== 'plan' && modelOf(type) !== 'device' && licenses.covers(type, tier);
  const answer = await dialog.pick<Pool | string>('Which license do they get?', [
    ...poolChoices(pools.filter(({ type }) => suits(type)), day, known),
    ...canonicalLicenseTypes.filter(name => suits(parseLicenseType(name)!)).map(name => ({ label: name, group: 'Without a purchase of this register', answer: name })),
  ]);
  if (typeof answer === 'string') {
    const purchase = await askOptionalText(dialog, 'Which purchase do they come from?', 'The number of the purchase document or order.');
    return purchase && { type: answer, purchase: purchase.text };
  }
  return answer && { type: answer.firstLine.type!.value, purchase: answer.id, pool: answer };
}

function warningsOf(pool: Pool | undefined, day: Day, entries: readonly { readonly name: string | undefined }[], { context }: Known): string[] {
  const seats = pool && seatsOn(pool, day, context);
  const free = Math.max(0, seats?.free ?? Infinity);
  return [
    ...(pool && free < entries.length ? [`${quote(pool.id)} has ${counted(free, 'seat', 'seats').text} free from that day on: ${counted(entries.length - free, 'seat falls', 'seats fall').text} short.`] : []),
    ...(entries.some(({ name }) => name === undefined) ? ['Of some, no export of mailboxes tells the name: add it afterwards.'] : []),
  ];
}

async function recordNoCals(dialog: Dialog, accounts: readonly string[], nameOf: NameOf): Promise<Wish | undefined> {
  const chosen = await dialog.pickMany('Which accounts need no CAL of their own?', accountChoices(accounts, nameOf));
  const reason = chosen && (await askNoCalReason(dialog, 'Why do they need none?'));
  if (!chosen || reason === undefined) {
    return undefined;
  }
  const note = await askNoCalNote(dialog, reason);
  if (note === undefined) {
    return undefined;
  }
  const entries = chosen.map(account => ({ ...asAccount(account), reason, note: note || undefined }));
  const isAccepted = await confirm(
    dialog,
    `${counted(entries.length, 'account', 'accounts').text} would be added under noCal`,
    `$(check) Record ${counted(entries.length, 'account', 'accounts').text}`,
    [],
    chosen.map(account => ({ label: account, description: nameOf(account) ?? '', detail: [reason, note].filter(each => each !== '').join(' · ') })),
  );
  return isAccepted ? context => addNoCals(entries, context) : undefined;
}

async function end(dialog: Dialog, leavers: readonly Leaver[], { context }: Known): Promise<Wish | undefined> {
  const chosen = await dialog.pickMany('Whose assignments end?', leavers.map(leaver => ({
    label: leaver.name, description: traceNames[leaver.trace], detail: leaver.assignments.map(described).join('; '), answer: leaver,
  })));
  const assignments = chosen?.flatMap(leaver => leaver.assignments) ?? [];
  const ended = chosen && (await askDay(dialog, 'What is their last day?', context.today, day => {
    const later = assignments.find(({ assigned }) => assigned && assigned.value > day);
    return later && `The assignment of ${holderNameOf(later)} began on ${formatDay(later.assigned!.value)}: it can not end before.`;
  }));
  const reason = ended === undefined ? undefined : await askReason(dialog, 'Why do their assignments end?', ended, context.settings.reassignmentDays);
  if (reason === undefined) {
    return undefined;
  }
  const count = counted(assignments.length, 'assignment', 'assignments').text;
  const isAccepted = await confirm(
    dialog,
    `${count} would end on ${formatDay(ended!)}`,
    `$(check) End ${count}`,
    [],
    assignments.map(assignment => ({ label: holderNameOf(assignment), description: reason, detail: described(assignment) })),
  );
  return isAccepted ? () => endAssignments(assignments.map(assignment => ({ assignment, ended: ended!, reason }))) : undefined;
}

function accountChoices(accounts: readonly string[], nameOf: NameOf): Choice<string>[] {
  return accounts.map(account => ({ label: account, description: nameOf(account) ?? '', answer: account }));
}

function described({ type, purchase, assigned, email, login }: Assignment): string {
  return [(email ?? login)?.value, type?.value, purchase?.value, assigned && `since ${formatDay(assigned.value)}`].filter(each => each !== undefined).join(' · ');
}

/** An account as the keys of an entry. */
function asAccount(account: string): { readonly email?: string; readonly login?: string } {
  return account.includes('@') ? { email: account } : { login: account };
}
