import { append } from '../collections/append';
import { Person, type Licenses, type PersonEntry } from './holder';
import { normalize } from '../register/identifier';
import { splitLogin } from '../register/login';
import type { Entry } from '../register/model';
import { Multimap } from '../collections/multimap';

/** Whether an entry is of a kind that speaks of people. */
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
 * An entry that comes or goes dissolves the persons it touches, and `settle` finds them anew by walking from
 * their entries: no other person is looked at.
 */
export class Persons {
  private readonly entriesById = new Multimap<string, PersonEntry>();
  private readonly personByEntry = new Map<PersonEntry, Person>();
  /** By the bare name of a login: its domains, each with the number of entries that have it. */
  private readonly domainsByUser = new Map<string, Map<string, number>>();
  /** Entries without a person, with their identifiers. Of the entries that share an identifier all are here, or none. */
  private readonly loose = new Map<PersonEntry, readonly string[]>();
  private readonly dissolved = new Set<Person>();

  /** @param forgotten hears of identifiers that may name another person from now on, or nobody */
  constructor(private readonly licenses: Licenses, private readonly forgotten: (identifier: string) => void) {}

  add(entry: PersonEntry): void {
    const ids = identifiersOf(entry);
    if (ids.length === 0) {
      return;
    }
    for (const id of ids) {
      this.dissolveAt(id);
      this.entriesById.add(id, entry);
    }
    this.countLogin(entry, 1);
    for (const id of ids) {
      this.otherFormsOf(id).forEach(form => this.dissolveAt(form));
    }
    this.loose.set(entry, ids);
  }

  delete(entry: PersonEntry): void {
    const person = this.personByEntry.get(entry);
    if (person) {
      this.dissolve(person);
    }
    this.loose.delete(entry);
    for (const id of identifiersOf(entry)) {
      this.entriesById.delete(id, entry);
      this.forgotten(id);
      this.otherFormsOf(id).forEach(this.forgotten);
    }
    this.countLogin(entry, -1);
  }

  /** Brings persons up to date, in steps, and gives those that are gone, then those that are new. */
  *settle(): Generator<Person, void> {
    for (const person of this.dissolved) {
      this.dissolved.delete(person);
      yield person;
    }
    for (const [entry, ids] of this.loose) {
      const person = new Person(this.connectedWith(entry, ids), this.licenses);
      for (const member of person.entries) {
        this.loose.delete(member);
        this.personByEntry.set(member, person);
      }
      yield person;
    }
  }

  /** Whose entry it is; undefined for one without address, login and staff number. Holds after `settle`. */
  of(entry: PersonEntry): Person | undefined {
    return this.personByEntry.get(entry);
  }

  /** Whom an address or login names. Holds after `settle`. */
  named(identifier: string): Person | undefined {
    for (const form of this.formsOf(identifier)) {
      const entry = this.entriesById.first(form);
      if (entry) {
        return this.personByEntry.get(entry);
      }
    }
    return undefined;
  }

  /** All forms of an address or login, normalized: they name the same person. Holds after `settle`. */
  formsOf(identifier: string): string[] {
    const id = normalize(identifier);
    return [id, ...this.otherFormsOf(id)];
  }

  /** The entries that stand for persons, in no particular order. */
  get entries(): Iterable<PersonEntry> {
    return this.personByEntry.keys();
  }

  /** How many entries stand for persons. */
  get size(): number {
    return this.personByEntry.size;
  }

  /** All forms of all identifiers of a person, normalized. */
  identifiersOf(person: Person): Set<string> {
    const ids = new Set<string>();
    for (const entry of person.entries) {
      for (const id of identifiersOf(entry)) {
        ids.add(id);
        this.otherFormsOf(id).forEach(form => ids.add(form));
      }
    }
    return ids;
  }

  private connectedWith(entry: PersonEntry, ids: readonly string[]): PersonEntry[] {
    if (ids.every(id => this.entriesById.isOnly(id, entry) && !this.otherFormsOf(id).some(form => this.entriesById.has(form)))) {
      return [entry];
    }
    const entries = new Set([entry]);
    const seen = new Set<string>();
    const open = [...ids];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id)) {
        continue;
      }
      seen.add(id);
      append(open, this.otherFormsOf(id));
      for (const other of this.entriesById.get(id)) {
        if (!entries.has(other)) {
          entries.add(other);
          append(open, identifiersOf(other));
        }
      }
    }
    return [...entries];
  }

  private dissolveAt(id: string): void {
    const entry = this.entriesById.first(id);
    const person = entry && this.personByEntry.get(entry);
    if (person) {
      this.dissolve(person);
    }
  }

  private dissolve(person: Person): void {
    for (const entry of person.entries) {
      this.personByEntry.delete(entry);
      this.loose.set(entry, identifiersOf(entry));
    }
    person.isEmpty = true;
    this.dissolved.add(person);
  }

  /** `DOMAIN\user` and the bare `user` are one when only one domain has that user. */
  private otherFormsOf(id: string): readonly string[] {
    const [domain, user] = splitLogin(id);
    const domains = this.domainsByUser.get(user ?? id);
    if (domains?.size !== 1) {
      return none;
    }
    const only = [...domains.keys()][0]!;
    return user === undefined ? [`${only}\\${id}`] : domain === only ? [user] : none;
  }

  private countLogin(entry: PersonEntry, by: 1 | -1): void {
    const [domain, user] = entry.login ? splitLogin(normalize(entry.login.value)) : none;
    if (domain === undefined || user === undefined) {
      return;
    }
    const domains = this.domainsByUser.get(user) ?? new Map<string, number>();
    const sizeBefore = domains.size;
    const others = sizeBefore === 1 ? [...domains.keys()] : [];
    const count = (domains.get(domain) ?? 0) + by;
    if (count > 0) {
      domains.set(domain, count);
      this.domainsByUser.set(user, domains);
    } else {
      domains.delete(domain);
      if (domains.size === 0) {
        this.domainsByUser.delete(user);
      }
    }
    if (domains.size !== sizeBefore && (domains.size === 1 || sizeBefore === 1)) {
      // What the bare name stands for changes when its domain becomes, or ceases to be, the only one.
      append(others, domains.size === 1 ? domains.keys() : none);
      const logins = [...new Set([...others, domain])].map(each => `${each}\\${user}`);
      for (const id of [user, ...logins]) {
        this.dissolveAt(id);
        this.forgotten(id);
      }
    }
  }
}

const none: readonly never[] = [];
