import type { RegisterCheck } from '../core/check';
import type { entryFields, EntryKind } from '../core/register/fields';
import { quoteAt } from '../core/fixes/yaml-text';
import type { Person } from '../core/subjects/holder';
import { normalize } from '../core/register/identifier';
import type { Entry, Leaf } from '../core/register/model';
import { isPersonEntry } from '../core/subjects/persons';
import type { Place } from '../core/document/segment';
import type { Spot } from '../core/spot';

/**
 * What a value names; a `name` is that of a person, who is known by something else; `employee` is a staff number, which
 * is compared with no address or login.
 */
export type Named = 'purchase' | 'server' | 'device' | 'person' | 'name' | 'employee';

type Fields = typeof entryFields;
type NamingKeys<Kind extends EntryKind> = keyof Fields[Kind] & 'employee' | {
  [Key in keyof Fields[Kind]]: Fields[Kind][Key] extends { readonly kind: 'identifier' | 'identifiers' } ? Key : never;
}[keyof Fields[Kind]];

const namings = {
  purchase: { id: 'purchase' },
  server: { name: 'server', license: 'purchase' },
  device: { name: 'device', users: 'person' },
  mailbox: { email: 'person', login: 'person', otherAddresses: 'person', delegates: 'person' },
  noCal: { email: 'person', login: 'person', of: 'person' },
  assignment: { name: 'name', email: 'person', login: 'person', device: 'device', otherAddresses: 'person', employee: 'employee', purchase: 'purchase', temporaryFor: 'person' },
} as const satisfies { readonly [Kind in EntryKind]: Readonly<Record<NamingKeys<Kind>, Named>> };

const namingsByKind = new Map(Object.entries(namings).map(([kind, byKey]) => [kind, Object.entries<Named>(byKey)]));

/** A place that names a purchase, a server, a device or a person. */
export interface Mention {
  readonly named: Named;
  readonly entry: Entry;
  /** The value where it is written, with its quotes. */
  readonly leaf: Leaf<string>;
}

/** A register whose files can be looked through. */
export type Readable = Pick<RegisterCheck, 'readings' | 'paths' | 'targetOf'>;

type WhoIsWho = Pick<Spot, 'subjects'>;

/** What is named at a position; undefined where nothing is. */
export function mentionAt({ entry, offset }: Spot): Mention | undefined {
  return entry && mentionsInEntry(entry).find(({ leaf: { start, end } }) => start <= offset && offset <= end);
}

/** All that an entry names, itself among it. */
export function mentionsInEntry(entry: Entry): Mention[] {
  return [...mentionsWithin(entry)];
}

/** What an entry names. @param sorts those that are asked for, all by default: no objects are made for others */
function* mentionsWithin(entry: Entry, sorts?: readonly Named[]): Generator<Mention, void> {
  for (const [key, named] of namingsByKind.get(entry.entryKind)!) {
    if (!sorts || sorts.includes(named)) {
      for (const leaf of leavesUnder(entry, key)) {
        yield { named, entry, leaf };
      }
    }
  }
}

/** Whether what a mention names is described by the entry in which it stands. A person is by any of theirs. */
export function isRecord({ named, entry }: Mention): boolean {
  return named === entry.entryKind;
}

/** Whom a mention names, where that is a person of whom something is recorded. */
export function personOf({ named, entry, leaf }: Mention, { subjects: { persons } }: WhoIsWho): Person | undefined {
  if (named === 'person') {
    return persons.named(leaf.value);
  }
  return (named === 'name' || named === 'employee') && isPersonEntry(entry) ? persons.of(entry) : undefined;
}

/** The places of a register, or of one file of it, that say the same of the same as a mention, itself among them, in the order of entries. */
export function mentionsAlike(mention: Mention, spot: WhoIsWho, register: Readable, path?: string): Mention[] {
  return mentionsIn(register, [mention.named], alike(mention, spot), path);
}

/** Tells of others that name something of the same sort whether they say the same of the same as a mention. */
export function alike(mention: Mention, spot: WhoIsWho): (other: Mention) => boolean {
  const { named, entry, leaf: { value } } = mention;
  if (named !== 'name') {
    return isOneOf(named === 'person' ? spot.subjects.persons.formsOf(value) : [normalize(value)]);
  }
  const isSaid = isOneOf([normalize(value)]);
  const person = personOf(mention, spot);
  return other => isSaid(other) && (person ? personOf(other, spot) === person : other.entry === entry);
}

/**
 * The places of a register that name what a mention names, itself among them: a person by any address or login,
 * and by name or staff number where the mention does.
 */
export function mentionsOfSame(mention: Mention, spot: WhoIsWho, register: Readable): Mention[] {
  const person = personOf(mention, spot);
  if (!person) {
    return mentionsAlike(mention, spot, register);
  }
  const isTheirs = isOneOf(spot.subjects.persons.identifiersOf(person));
  return mentionsIn(register, [...new Set([mention.named, 'person'] as const)],
    each => each.named === 'person' ? isTheirs(each) : personOf(each, spot) === person);
}

/** The places of a register, or of one file of it, that name something of one of the sorts and are wanted, in the order of entries. */
export function mentionsIn(register: Readable, sorts: readonly Named[], isWanted: (mention: Mention) => boolean, path?: string): Mention[] {
  const mentions: Mention[] = [];
  for (const each of path === undefined ? register.paths() : [path]) {
    for (const { entries } of register.readings(each)) {
      for (const entry of entries) {
        for (const mention of mentionsWithin(entry, sorts)) {
          if (isWanted(mention)) {
            mentions.push(mention);
          }
        }
      }
    }
  }
  return mentions;
}

function isOneOf(keys: Iterable<string>): (mention: Mention) => boolean {
  const all = new Set(keys);
  return ({ leaf }) => all.has(normalize(leaf.value));
}

function leavesUnder(entry: Entry, key: string): readonly Leaf<string>[] {
  const held = (entry as unknown as Readonly<Record<string, Leaf<string> | readonly Leaf<string>[] | undefined>>)[key];
  if (held === undefined) {
    return none;
  }
  return Array.isArray(held) ? held as readonly Leaf<string>[] : [held as Leaf<string>];
}

const none: readonly never[] = [];

/** What stands at a place between its quotes, if it has any. */
export function withinQuotes({ segment, start, end }: Place): Place {
  const quote = quoteAt(segment.text, start);
  const isQuoted = quote !== '' && end - start >= 2 && segment.text[end - 1] === quote;
  return isQuoted ? { segment, start: start + 1, end: end - 1 } : { segment, start, end };
}
