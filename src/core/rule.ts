import type { Day } from './calendar';
import type { Fault, FaultOf } from './reading/fault';
import type { SectionKey } from './register/fields';
import type { Severity } from './findings/finding';
import type { Devices } from './subjects/devices';
import type { BroughtExport } from './exports/exports';
import type { FixMaker } from './fixes/context';
import type { DeviceHolder, Licenses, Person } from './subjects/holder';
import type { Inclusion } from './register/inclusion';
import type { Likeness } from './subjects/likeness';
import type { Entry, EntryOf } from './register/model';
import type { Persons } from './subjects/persons';
import type { Pool } from './subjects/pool';
import type { Place, Segment } from './document/segment';
import type { Sentence } from './text/sentence';
import type { Servers } from './subjects/servers';
import type { RegisterSettings } from './register/settings';
import type { Suppression } from './findings/suppressions';
import type { LicenseTypeSubject } from './subjects/license-type-subject';
import type { NameSubject, Wording } from './subjects/namesakes';
import type { Order } from './subjects/order';
import type { RegisterSubject } from './subjects/register-subject';

/** What a rule says about one place. */
export interface Report {
  readonly at: Place;
  readonly message: Sentence;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity | undefined;
  readonly related?: readonly { readonly at: Place; readonly message: Sentence }[];
  /** Makes its fixes, when somebody asks for them. */
  readonly fixes?: FixMaker;
  readonly tags?: readonly ('unnecessary' | 'deprecated')[];
}

/** A report with the rule that made it and the severity that holds for it. */
export interface Noted extends Report {
  readonly rule: string;
  readonly severity: Severity;
  /** Whether a validator by the register's schema says it as well. */
  readonly bySchema?: boolean | undefined;
}

/** What every rule may know beside its subject. */
export interface Context {
  readonly today: Day;
  readonly settings: RegisterSettings;
  /** The sections that are there, if only as an empty list; none in a plain list that is the whole register. */
  readonly sections: ReadonlySet<SectionKey>;
  /** Who is the same person. */
  readonly persons: Persons;
  readonly devices: Devices;
  readonly servers: Servers;
  /** What assignments give. */
  readonly licenses: Licenses;
  /** Entries in the order of their places in the file. */
  readonly inOrder: <E extends Entry>(entries: Iterable<E>, keep?: (entry: E) => boolean) => E[];
  readonly report: (report: Report) => void;
}

/** The subjects that a rule can look at, and what it is given of each. */
export interface Scopes {
  /** Something that reading found wrong, with the segment in which it stands. */
  fault: { readonly fault: Fault; readonly segment: Segment };
  /** The raw text of a few lines. */
  text: { readonly segment: Segment };
  purchase: { readonly entry: EntryOf<'purchase'> };
  server: { readonly entry: EntryOf<'server'> };
  device: { readonly entry: EntryOf<'device'> };
  mailbox: { readonly entry: EntryOf<'mailbox'> };
  noCal: { readonly entry: EntryOf<'noCal'> };
  assignment: { readonly entry: EntryOf<'assignment'> };
  /** One purchase id: its purchases, and all that names it. */
  order: { readonly order: Order };
  /** The purchases of one id and type. */
  pool: { readonly pool: Pool };
  /** One readable license type: its pools, and the assignments without a purchase. */
  type: { readonly type: LicenseTypeSubject };
  /** One text that can't be read as a license type. */
  wording: { readonly wording: Wording };
  /** All servers, or all devices, of one name. */
  name: { readonly name: NameSubject };
  person: { readonly person: Person };
  deviceHolder: { readonly deviceHolder: DeviceHolder };
  /** Assignments whose people may be one person. */
  likeness: { readonly likeness: Likeness };
  /** A glob under `include`, and what came of it. */
  inclusion: { readonly inclusion: Inclusion; readonly at: Place };
  /** A file under `exports`, and what came of it. */
  export: { readonly brought: BroughtExport; readonly at: Place };
  /** A comment that silences findings. */
  suppression: { readonly suppression: Suppression; readonly segment: Segment; readonly isUsed: boolean; readonly isMisplaced: boolean; readonly ruleNames: readonly string[] };
  /** Findings that are too many to be shown: how many, and where to say so. */
  surplus: { readonly count: number; readonly at: Place };
  /** Figures about the whole register. */
  register: { readonly register: RegisterSubject };
}

/** What a rule may look at: one kind of subject. */
export type Scope = keyof Scopes;

type Checks<Name extends string> = {
  readonly [S in Scope]?: (subject: Context & (S extends 'fault' ? { readonly fault: Name extends Fault['rule'] ? FaultOf<Name> : never; readonly segment: Segment } : Scopes[S])) => void;
};

/** What is wrong in a register, and how that is found. */
export interface Rule<Name extends string = string> {
  readonly name: Name;
  /** What it has unless the rule computes, or somebody sets, another. */
  readonly severity: Severity;
  /** Without these sections nothing can be known, and the rule is silent. */
  readonly needs?: readonly SectionKey[];
  /** It speaks of assignments on which no other rule relies any more. */
  readonly evenBroken?: boolean;
  /** Whether some of its fixes are safe. */
  readonly hasSafeFixes?: boolean;
  /** The check of each kind of subject that the rule looks at. */
  readonly on: Checks<Name>;
}

/** A rule, with its types checked. One subject is all it sees, so that only what an edit touches is checked again. */
export function defineRule<const Name extends string>(rule: Rule<Name>): Rule<Name> {
  return rule;
}

/** A place within a segment. */
export function placeIn(segment: Segment, { start, end }: { readonly start: number; readonly end: number }): Place {
  return { segment, start, end };
}
