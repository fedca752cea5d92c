import type { Day } from '../calendar';
import type { EntryKind, entryFields, FieldKind } from './fields';
import type { LicenseType } from '../licensing/license-type';
import type { Place, Segment } from '../document/segment';

/** One readable value with its place. */
export interface Leaf<Value> extends Place {
  readonly value: Value;
}

/** Words of a list, with the place of the list's key: where findings about the whole list stand. */
export interface WordList {
  readonly key: Place;
  readonly items: readonly Leaf<string>[];
}

/** A stretch of days of Software Assurance, a subscription or an absence; it counts only where both ends can be read and are in order. */
export interface Term {
  readonly from?: Leaf<Day>;
  readonly until?: Leaf<Day>;
}

interface ValueOfKind {
  text: Leaf<string>;
  identifier: Leaf<string>;
  day: Leaf<Day>;
  count: Leaf<number>;
  flag: Leaf<boolean>;
  word: Leaf<string>;
  identifiers: readonly Leaf<string>[];
  words: WordList;
  term: Term;
  terms: readonly Term[];
  list: never;
  mapping: never;
}

/** What every entry has, whatever it records. */
export interface EntryBase {
  /** The segment it stands in; all its places count from there. */
  readonly segment: Segment;
  /** Where it starts in its segment. */
  readonly start: number;
  /** Where its last value ends; where an alias brings it in, the end of that. */
  readonly end: number;
  /** Its first key. */
  readonly head: Place;
  /** What stands for the whole entry: its `name`, else `id`, `email`, `login`, `device`, else its first key. */
  readonly face: Place;
  /** Keys whose value is there but can't be used. */
  readonly unusable: readonly string[];
  /** Whether part of it isn't YAML, so that a missing key may be among what can't be read. */
  readonly damaged: boolean;
}

type Values<Kind extends EntryKind> = {
  readonly [Key in keyof (typeof entryFields)[Kind]]?:
  (typeof entryFields)[Kind][Key] extends { readonly kind: infer K extends FieldKind } ? ValueOfKind[K] : never;
};

/** An entry with the values that can be used, by the keys of its kind. */
export type EntryOf<Kind extends EntryKind> = EntryBase & Values<Kind> & {
  readonly entryKind: Kind;
  /** How its `type` is read with the settings in force. */
  licenseType?: LicenseType | undefined;
};

export type Purchase = EntryOf<'purchase'>;
export type Server = EntryOf<'server'>;
export type Device = EntryOf<'device'>;
export type Mailbox = EntryOf<'mailbox'>;
export type NoCal = EntryOf<'noCal'>;
export type Assignment = EntryOf<'assignment'>;

/** An entry of any kind. */
export type Entry = { [Kind in EntryKind]: EntryOf<Kind> }[EntryKind];

/** Whether a key has a value, be it one that can't be used. */
export function isGiven<E extends Entry>(entry: E, key: keyof E & string): boolean {
  return entry[key] !== undefined || entry.unusable.includes(key);
}

/** The days of a term, both included; undefined where an end is missing, can't be read or is before the start: then nobody knows when it runs. */
export function daysOf(term: Term | undefined): { readonly from: Day; readonly until: Day } | undefined {
  return term?.from && term.until && !endsBeforeStart(term) ? { from: term.from.value, until: term.until.value } : undefined;
}

/** Whether both ends of a term can be read, but not both be right. */
export function endsBeforeStart(term: Term): term is Required<Term> {
  return term.from !== undefined && term.until !== undefined && term.until.value < term.from.value;
}

/** Whether an entry is known to begin after a day: a purchase, an assignment or a server, by its date. */
export function beginsAfter(day: Day, entry: Entry): boolean {
  switch (entry.entryKind) {
    case 'purchase': return entry.date !== undefined && entry.date.value > day;
    case 'assignment': return entry.assigned !== undefined && entry.assigned.value > day;
    case 'server': return entry.installed !== undefined && entry.installed.value > day;
    default: return false;
  }
}
