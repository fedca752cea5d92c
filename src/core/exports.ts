import type { Day } from './calendar';
import type { Place } from './segment';

/** The exports of Exchange that a register may name. */
export const exportKinds = ['mailboxes', 'cals', 'servers', 'logons'] as const;
export type ExportKind = (typeof exportKinds)[number];

/** A file that a register names under `exports`. */
export interface ExportRequest {
  /** The file of the register that names it, as the caller of the check calls it. */
  readonly path: string;
  readonly kind: ExportKind;
  /** As it is written there: relative to that file. */
  readonly file: string;
}

/** The words of `kind` of a mailbox. */
export type MailboxKind = 'user' | 'linked' | 'shared' | 'room' | 'equipment' | 'discovery' | 'system' | 'remote';

/** A mailbox as an export lists it. */
export interface ExportedMailbox {
  /** What it is called in a sentence. */
  readonly name: string;
  readonly email: string | undefined;
  readonly login: string | undefined;
  readonly otherAddresses: readonly string[];
  readonly kind: MailboxKind;
  readonly accountDisabled: boolean;
  readonly features: readonly string[];
  readonly lastLogon: Day | undefined;
  readonly delegates: readonly string[];
}

/** What came of one export. Problems are predicates that follow the file's name in a sentence. */
export interface BroughtExport extends ExportRequest {
  /** What is in it and could not be used, or all of it. */
  readonly problems: readonly string[];
  /** Of an export of mailboxes that could be read. */
  readonly mailboxes?: readonly ExportedMailbox[];
}

/** An export with the place where the register names it. */
export interface NamedExport extends ExportRequest {
  readonly at: Place;
}
