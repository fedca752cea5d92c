import type { Day } from '../calendar';
import { rootFields } from '../register/fields';
import type { LicenseType, Version } from '../licensing/license-type';
import type { Leaf, Mailbox } from '../register/model';
import { isBlank, type Node } from '../reading/node';
import { readMapping } from '../reading/read-mapping';
import type { Sentence } from '../text/sentence';
import { Segment, type Place } from '../document/segment';

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

/** One mailbox or server for which Exchange counts a license. */
export interface ExportedCal {
  /** An address, or the name of a server. */
  readonly name: string;
  readonly licenseName: string;
  /** What the name says, version and all; undefined where it can't be read. */
  readonly type: LicenseType | undefined;
}

/** A server as Exchange lists it. */
export interface ExportedServer {
  readonly name: string;
  /** Undefined for 15.2, which is 2019 as well as SE unless the build tells, and for what can't be read. */
  readonly version: Version | undefined;
  /** Exchange's own word. */
  readonly edition: string;
}

/** What came of one export. */
export interface BroughtExport extends ExportRequest {
  /** Whether it could be read; what it says is then known, but for what the problems name. */
  readonly isRead: boolean;
  /** Predicates that follow the file's name in a sentence. */
  readonly problems: readonly Sentence[];
  /** Of an export of mailboxes that could be read; so the others of theirs. */
  readonly mailboxes?: readonly ExportedMailbox[];
  readonly cals?: readonly ExportedCal[];
  readonly servers?: readonly ExportedServer[];
  /** The day of the last logon by the GUID of the mailbox, in lower case. */
  readonly logons?: ReadonlyMap<string, Day>;
}

/** An export with the place where the register names it. */
export interface NamedExport {
  readonly kind: ExportKind;
  readonly file: string;
  readonly at: Place;
  /** The day on which it was made; undefined where the register doesn't say. */
  readonly taken: Day | undefined;
}

/** An export that could be read and that the register names. */
export type KnownExport = BroughtExport & Pick<NamedExport, 'taken'>;

/** The files that a register names under its key `exports`. */
export function namedExports(value: Node, segment: Segment): NamedExport[] {
  if (value.kind !== 'map' || isBlank(value)) {
    return [];
  }
  const values = readMapping(value, rootFields.exports.fields, segment).values as Partial<Record<ExportKind, Leaf<string>>> & { readonly taken?: Leaf<Day> };
  return exportKinds.flatMap(kind => {
    const at = values[kind];
    return at ? { kind, file: at.value.trim(), at, taken: values.taken?.value } : [];
  });
}

/** Whether something stands in no file of the register, since it comes from an export. */
export function isExported({ segment }: { readonly segment: Segment }): boolean {
  return segment.slot === undefined;
}

/** Mailboxes of an export as entries of a register. They stand nowhere in it: their segment is in no list. */
export class ExportedEntries {
  private readonly segment = new Segment('tail', '', { shape: 'ended', indent: 'none' }, undefined);

  /** @param first where the first of them stands among all exported mailboxes */
  constructor(private readonly mailboxes: readonly ExportedMailbox[], private readonly first: number) {}

  /** Makes the entries, one by one. */
  *make(): Generator<Mailbox, void> {
    for (const [index, mailbox] of this.mailboxes.entries()) {
      yield this.entryOf(mailbox, this.first + index);
    }
  }

  has({ segment }: Place): boolean {
    return segment === this.segment;
  }

  /** What the mailbox at a place is called. */
  nameAt({ start }: Place): string {
    return this.mailboxes[start - this.first]!.name;
  }

  /** Its address, or else its login. */
  accountAt({ start }: Place): string | undefined {
    const { email, login } = this.mailboxes[start - this.first]!;
    return email ?? login;
  }

  private entryOf({ email, login, otherAddresses, kind, accountDisabled, features, lastLogon, delegates }: ExportedMailbox, start: number): Mailbox {
    const place = { segment: this.segment, start, end: start };
    const leaf = <Value>(value: Value): Leaf<Value> => ({ ...place, value });
    const leaves = <Value>(values: readonly Value[]) => values.length > 0 ? values.map(leaf) : undefined;
    return {
      entryKind: 'mailbox', licenseType: undefined,
      segment: this.segment, start, end: start, head: place, face: place, unusable: [], damaged: false,
      email: email === undefined ? undefined : leaf(email),
      login: login === undefined ? undefined : leaf(login),
      otherAddresses: leaves(otherAddresses),
      kind: leaf(kind),
      accountDisabled: leaf(accountDisabled),
      features: features.length > 0 ? { key: place, items: features.map(leaf) } : undefined,
      lastLogon: lastLogon === undefined ? undefined : leaf(lastLogon),
      delegates: leaves(delegates),
      note: undefined,
    };
  }
}
