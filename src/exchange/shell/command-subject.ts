import { formatDay } from '../../core/calendar';
import type { RegisterContents } from '../../core/contents';
import type { PersonEntry } from '../../core/subjects/holder';
import { isGiven, type Server } from '../../core/register/model';
import { isPersonEntry, type Persons } from '../../core/subjects/persons';
import { isLive } from '../../core/licensing/server';
import type { Spot } from '../../core/spot';
import type { KnownValues } from './fill-command';
import type { ShellCommand } from './shell-command';

export type SubjectKind = 'server' | 'person';

/** A server or person that commands can be about. */
export interface CommandSubject {
  readonly kind: SubjectKind;
  /** What it is called. */
  readonly name: string;
  readonly values: KnownValues;
}

/** The server or person whose entry stands at a position; undefined where there is none, or none that Exchange could find. */
export function subjectAt({ entry, subjects }: Pick<Spot, 'entry' | 'subjects'>): CommandSubject | undefined {
  if (entry?.entryKind === 'server') {
    return aboutServer(entry);
  }
  if (!entry || !isPersonEntry(entry)) {
    return undefined;
  }
  const person = aboutPerson(entry, subjects.persons);
  return person && entry.entryKind === 'assignment' ? { ...person, values: { ...person.values, ...assignmentValues(entry) } } : person;
}

/** The servers of a register that are in service, each once. */
export function serversIn({ entries, today }: Pick<RegisterContents, 'entries' | 'today'>): CommandSubject[] {
  const live = entries.server.filter(server => isLive(server, today));
  return distinct(live, ({ name }) => name?.value.toLowerCase(), aboutServer);
}

/** The people of a register whom Exchange could find, each once, by name. */
export function peopleIn({ entries, subjects: { persons } }: RegisterContents): CommandSubject[] {
  const people = distinct([...entries.assignment, ...entries.mailbox, ...entries.noCal], entry => persons.of(entry), entry => aboutPerson(entry, persons));
  const { compare } = new Intl.Collator();
  return people.sort((a, b) => compare(a.name, b.name));
}

/** Whether a command is about one server, or about one person, and works. */
export function isAbout({ kind, fills = {} }: Pick<ShellCommand, 'kind' | 'fills'>, subject: SubjectKind): boolean {
  return kind !== 'guide' && Object.values(fills).some(fill => fill.split('.')[0] === subject);
}

/** What the entries are about: of those with the same key the first that is about anything. */
function distinct<E>(entries: readonly E[], keyOf: (entry: E) => unknown, about: (entry: E) => CommandSubject | undefined): CommandSubject[] {
  const subjects = new Map<unknown, CommandSubject>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const subject = subjects.has(key) ? undefined : about(entry);
    if (subject) {
      subjects.set(key, subject);
    }
  }
  return [...subjects.values()];
}

function aboutServer({ name }: Server): CommandSubject | undefined {
  return name && { kind: 'server', name: name.value, values: { server: [name.value] } };
}

/** What the entry doesn't say, the person's other entries may. */
function aboutPerson(entry: PersonEntry, persons: Persons): CommandSubject | undefined {
  if (entry.entryKind === 'assignment' && isGiven(entry, 'device')) {
    return undefined;
  }
  const entries = [entry, ...(persons.of(entry)?.entries ?? [])];
  const email = entries.find(each => each.email)?.email?.value;
  const login = entries.find(each => each.login)?.login?.value;
  const name = entries.flatMap(each => (each.entryKind === 'assignment' ? each.name?.value ?? [] : []))[0];
  const identity = email ?? login;
  return identity === undefined ? undefined : { kind: 'person', name: name ?? identity, values: { person: [identity], 'person.name': listed(name), 'person.login': listed(login) } };
}

function assignmentValues({ purchase, assigned }: Extract<PersonEntry, { readonly entryKind: 'assignment' }>): KnownValues {
  return { 'assignment.purchase': listed(purchase?.value), 'assignment.assigned': listed(assigned && formatDay(assigned.value)) };
}

function listed(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}
