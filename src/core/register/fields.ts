/**
 * How a value is read:
 * `text` any single value; `identifier` the same, but read from its source and worth quoting; `day` YYYY-MM-DD;
 * `count` plain digits; `flag` true or false; `word` one of a list, in any case; `identifiers`, `words` lists of them;
 * `term` a `{from, until}`; `terms` one or a list of terms; `list`, `mapping` what is read elsewhere, or by `fields`.
 */
export type FieldKind = 'text' | 'identifier' | 'day' | 'count' | 'flag' | 'word' | 'identifiers' | 'words' | 'term' | 'terms' | 'list' | 'mapping';

/** What a key takes. */
export interface Field {
  readonly kind: FieldKind;
  /** Of a `word` or `words`: what may stand there, in lower case, with the canonical word. */
  readonly words?: ReadonlyMap<string, string | number>;
  /** Of a `count`: the least value. */
  readonly least?: number;
  /** Of a `mapping`: its keys. */
  readonly fields?: Readonly<Record<string, Field>>;
}

const text = { kind: 'text' } as const;
const identifier = { kind: 'identifier' } as const;
const identifiers = { kind: 'identifiers' } as const;
const day = { kind: 'day' } as const;
const flag = { kind: 'flag' } as const;
const term = { kind: 'term' } as const;
const terms = { kind: 'terms' } as const;

const asMap = (words: readonly string[]) => new Map(words.map(word => [word.toLowerCase(), word]));
const word = (...words: string[]) => ({ kind: 'word', words: asMap(words) }) as const;
const words = (...listed: string[]) => ({ kind: 'words', words: asMap(listed) }) as const;
const count = (least: number) => ({ kind: 'count', least }) as const;

/** The keys of every kind of entry, and how their values are read. A test holds them equal to the schema. */
export const entryFields = {
  purchase: {
    id: identifier, date: day, type: text, quantity: count(1), supplier: text, document: text,
    softwareAssurance: terms, subscription: terms, trueUp: day, note: text,
  },
  server: {
    name: identifier, version: word('2013', '2016', '2019', 'SE'),
    edition: word('Standard', 'Enterprise', 'Trial', 'Hybrid', 'StandardEvaluation', 'EnterpriseEvaluation', 'Coexistence'),
    license: identifier, installed: day, activated: day, databases: count(0), hostsMailboxes: flag, retired: day, note: text,
  },
  device: { name: identifier, users: identifiers, note: text },
  mailbox: {
    email: identifier, login: identifier, otherAddresses: identifiers,
    kind: word('user', 'linked', 'shared', 'room', 'equipment', 'discovery', 'system', 'remote'), accountDisabled: flag,
    features: words('archive', 'litigation-hold', 'in-place-hold', 'personal-tags', 'journal-rule', 'dlp', 'rights-protection', 'site-mailbox'),
    lastLogon: day, delegates: identifiers, note: text,
  },
  noCal: {
    email: identifier, login: identifier, reason: word('service', 'admin-account', 'on-leave', 'resource', 'cloud', 'other'),
    of: identifier, until: day, note: text,
  },
  assignment: {
    name: identifier, email: identifier, login: identifier, device: identifier, otherAddresses: identifiers, employee: text,
    type: text, assigned: day, purchase: identifier, seat: text, ended: day,
    reason: word('left', 'device-failed', 'temporary-over', 'reassigned', 'replaced', 'moved-to-cloud', 'no-longer-needed', 'correction', 'other'),
    temporaryFor: identifier, returns: day, absence: term, external: flag, note: text,
  },
} as const satisfies Record<string, Record<string, Field>>;

/** The keys of a term of Software Assurance, a subscription or an absence. */
export const termFields = { from: day, until: day } as const satisfies Record<string, Field>;

/** What an entry records. */
export type EntryKind = keyof typeof entryFields;

/** The sections of a register and the kind of their entries. */
export const sectionKinds = {
  purchases: 'purchase', servers: 'server', devices: 'device', mailboxes: 'mailbox', noCal: 'noCal', assignments: 'assignment',
} as const satisfies Record<string, EntryKind>;

/** The keys of a register that is a mapping. */
export const rootFields = {
  register: { kind: 'word', words: new Map([['1', 1]]) }, organization: text, settings: { kind: 'mapping' },
  purchases: { kind: 'list' }, servers: { kind: 'list' }, devices: { kind: 'list' }, mailboxes: { kind: 'list' }, noCal: { kind: 'list' },
  exports: { kind: 'mapping', fields: { mailboxes: text, cals: text, servers: text, logons: text, taken: day } },
  assignments: { kind: 'list' }, include: { kind: 'list' },
} as const satisfies Record<string, Field>;

/** A key of a register under which entries stand. */
export type SectionKey = keyof typeof sectionKinds;

/** Whether entries stand under a key of a register. */
export function isSectionKey(key: string): key is SectionKey {
  return Object.hasOwn(sectionKinds, key);
}
