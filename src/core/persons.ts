import { append } from './append';
import { normalize } from './identifier';
import type { Assignment, Entry, Mailbox, NoCal } from './model';

/** Entries that stand for a person. */
export type PersonEntry = Assignment | Mailbox | NoCal;

export function isPersonEntry(entry: Entry): entry is PersonEntry {
  return entry.entryKind === 'assignment' || entry.entryKind === 'mailbox' || entry.entryKind === 'noCal';
}

/** What connects an entry with others of the same person: addresses and logins in one namespace, staff numbers in another. */
export function identifiersOf(entry: PersonEntry): string[] {
  const ids: string[] = [];
  if (entry.email) {
    ids.push(normalize(entry.email.value));
  }
  if (entry.login) {
    ids.push(normalize(entry.login.value));
  }
  if (entry.entryKind !== 'noCal' && entry.otherAddresses) {
    append(ids, entry.otherAddresses.map(address => normalize(address.value)));
  }
  if (entry.entryKind === 'assignment' && entry.employee) {
    ids.push(`#${normalize(entry.employee.value)}`);
  }
  return ids;
}

/**
 * Who is the same person: entries joined transitively by an equal address, login or staff number.
 * Nothing is united ahead of time; a person is found by walking from one of its entries.
 */
export class Persons {
  private readonly entriesById = new Map<string, Set<PersonEntry>>();
  /** By the bare name of a login: its domains, each with the number of entries that have it. */
  private readonly domainsByUser = new Map<string, Map<string, number>>();

  add(entry: PersonEntry): void {
    for (const id of identifiersOf(entry)) {
      const entries = this.entriesById.get(id);
      if (entries) {
        entries.add(entry);
      } else {
        this.entriesById.set(id, new Set([entry]));
      }
    }
    this.countLogin(entry, 1);
  }

  delete(entry: PersonEntry): void {
    for (const id of identifiersOf(entry)) {
      const entries = this.entriesById.get(id);
      entries?.delete(entry);
      if (entries?.size === 0) {
        this.entriesById.delete(id);
      }
    }
    this.countLogin(entry, -1);
  }

  /** All entries of the person whom an address or login names, in no particular order. */
  entriesOf(identifier: string): ReadonlySet<PersonEntry> {
    const person = new Set<PersonEntry>();
    const seen = new Set<string>();
    const open = [normalize(identifier)];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id)) {
        continue;
      }
      seen.add(id);
      append(open, this.otherFormsOf(id));
      for (const entry of this.entriesById.get(id) ?? []) {
        if (!person.has(entry)) {
          person.add(entry);
          append(open, identifiersOf(entry));
        }
      }
    }
    return person;
  }

  /** `DOMAIN\user` and the bare `user` are one when only one domain has that user. */
  private otherFormsOf(id: string): string[] {
    const [domain, user] = splitLogin(id);
    const domains = this.domainsByUser.get(user ?? id);
    if (domains?.size !== 1) {
      return [];
    }
    const only = [...domains.keys()][0]!;
    return user === undefined ? [`${only}\\${id}`] : domain === only ? [user] : [];
  }

  private countLogin(entry: PersonEntry, by: 1 | -1): void {
    const [domain, user] = entry.login ? splitLogin(normalize(entry.login.value)) : [];
    if (domain === undefined || user === undefined) {
      return;
    }
    const domains = this.domainsByUser.get(user) ?? new Map<string, number>();
    const count = (domains.get(domain) ?? 0) + by;
    if (count > 0) {
      domains.set(domain, count);
    } else {
      domains.delete(domain);
    }
    this.domainsByUser.set(user, domains);
  }
}

function splitLogin(id: string): [domain?: string, user?: string] {
  const backslash = id.indexOf('\\');
  return backslash < 0 ? [] : [id.slice(0, backslash), id.slice(backslash + 1)];
}
