import type { Day } from '../../core/calendar';
import type { ExportedMailbox, MailboxKind } from '../../core/exports/exports';
import { counted, quote, say, type Sentence } from '../../core/text/sentence';
import { Columns, isTypeName, type Column } from './columns';
import type { Row } from './csv';
import type { Table } from './read-table';
import { stepRows, type Steps } from '../steps';

/** A mailbox with what joins it to other exports. */
export interface MailboxRow extends ExportedMailbox {
  /** Told by the export of last logons. */
  lastLogon: Day | undefined;
  /** Its ExchangeGuid, in lower case; `''` where the export has none. */
  readonly guid: string;
}

/** What an export of mailboxes says. */
export interface MailboxRows {
  readonly mailboxes: readonly MailboxRow[];
  /** Predicates that follow the file's name in a sentence. */
  readonly problems: readonly Sentence[];
}

/**
 * Kinds by RecipientTypeDetails, as the reference of Get-Mailbox and Get-RemoteMailbox lists them. A null is no
 * mailbox: Get-Recipient lists such too.
 */
const kinds: ReadonlyMap<string, MailboxKind | null> = new Map(Object.entries({
  UserMailbox: 'user', LegacyMailbox: 'user', LinkedMailbox: 'linked', SharedMailbox: 'shared',
  RoomMailbox: 'room', LinkedRoomMailbox: 'room', EquipmentMailbox: 'equipment', DiscoveryMailbox: 'discovery',
  SchedulingMailbox: 'system', TeamMailbox: 'system', GroupMailbox: 'system', ArbitrationMailbox: 'system',
  MonitoringMailbox: 'system', AuditLogMailbox: 'system', AuxAuditLogMailbox: 'system', PublicFolderMailbox: 'system',
  RemoteUserMailbox: 'remote', RemoteSharedMailbox: 'remote', RemoteRoomMailbox: 'remote', RemoteEquipmentMailbox: 'remote', RemoteTeamMailbox: 'remote',
  MailUser: null, MailContact: null, User: null, DisabledUser: null, LinkedUser: null, Contact: null,
  MailUniversalDistributionGroup: null, MailUniversalSecurityGroup: null, MailNonUniversalGroup: null, DynamicDistributionGroup: null, PublicFolder: null,
} satisfies Record<string, MailboxKind | null>).map(([name, kind]) => [name.toLowerCase(), kind]));

/** Reads an export of mailboxes. A problem alone, without mailboxes, says that nothing of it can be used. */
export function* readMailboxes(table: Table): Steps<MailboxRows> {
  const columns = new Columns(table);
  const kindColumn = columns.find('RecipientTypeDetails');
  if (!columns.find('PrimarySmtpAddress', 'WindowsEmailAddress', 'UserPrincipalName', 'SamAccountName')) {
    return unusable(say`has no column PrimarySmtpAddress, UserPrincipalName or SamAccountName, so it can't be told whose mailboxes it lists. ${again}`);
  }
  if (!kindColumn) {
    return unusable(say`has no column RecipientTypeDetails, so people can't be told from rooms. ${again}`);
  }
  const reader = new MailboxReader(columns, kindColumn);
  for (const [index, row] of table.rows.entries()) {
    reader.read(row);
    if (index % stepRows === 0) {
      yield;
    }
  }
  return { mailboxes: reader.mailboxes, problems: reader.problems() };
}

const again = say`Export again with the command of this extension.`;

function unusable(problem: Sentence): MailboxRows {
  return { mailboxes: [], problems: [problem] };
}

class MailboxReader {
  readonly mailboxes: MailboxRow[] = [];
  private readonly email: Column;
  private readonly principal: Column;
  private readonly account: Column;
  private readonly master: Column;
  private readonly name: Column;
  private readonly disabled: Column;
  private readonly addresses: Column;
  private readonly guid: Column;
  private readonly hold: Column;
  private readonly holds: Column;
  private readonly hasArchive: (row: Row) => boolean;
  private readonly delegates: Column;
  private nameless = 0;
  private untold = 0;
  private unknownKind: string | undefined;
  private typeName: string | undefined;

  constructor(columns: Columns, private readonly kind: Column) {
    this.email = columns.findOrEmpty('PrimarySmtpAddress', 'WindowsEmailAddress');
    this.principal = columns.findOrEmpty('UserPrincipalName');
    this.account = columns.findOrEmpty('SamAccountName');
    this.master = columns.findOrEmpty('LinkedMasterAccount');
    this.name = columns.findOrEmpty('DisplayName', 'Name');
    this.disabled = columns.findOrEmpty('AccountDisabled');
    this.addresses = columns.findOrEmpty('EmailAddresses');
    this.guid = columns.findOrEmpty('ExchangeGuid');
    this.hold = columns.findOrEmpty('LitigationHoldEnabled');
    this.holds = columns.findOrEmpty('InPlaceHolds');
    this.hasArchive = archiveIn(columns);
    this.delegates = columns.findOrEmpty('Delegates');
  }

  read(row: Row): void {
    const kindName = this.kind(row);
    const kind = kinds.get(kindName.toLowerCase());
    if (kind === null) {
      return;
    }
    if (kind === undefined) {
      this.untold++;
      this.unknownKind ??= kindName;
      return;
    }
    const { aliases, isTypeName: wasReplaced } = readAddresses(this.addresses(row));
    if (wasReplaced) {
      this.typeName ??= this.addresses(row);
    }
    const principal = this.principal(row);
    const master = this.master(row);
    const account = this.account(row);
    // The account in this forest of a linked mailbox is a shell; its person signs in with the one of the other forest.
    const login = kind === 'linked' && master ? master : account;
    const email = this.email(row) || aliases.primary || (principal.includes('@') ? principal : '');
    const others = [principal, ...(login === account ? [] : [account]), ...aliases.others].filter(each => each !== '' && each !== email);
    if (!email && !login && others.length === 0) {
      this.nameless++;
      return;
    }
    this.mailboxes.push({
      name: this.name(row) || email || login,
      email: email || undefined,
      login: login || undefined,
      otherAddresses: others,
      kind,
      accountDisabled: isTrue(this.disabled(row)),
      features: [
        ...(this.hasArchive(row) ? ['archive'] : []),
        ...(isTrue(this.hold(row)) ? ['litigation-hold'] : []),
        ...(isHeld(this.holds(row)) ? ['in-place-hold'] : []),
      ],
      lastLogon: undefined,
      delegates: this.delegates(row).split(';').map(each => each.trim()).filter(each => each !== '' && !/^NT AUTHORITY\\/i.test(each)),
      guid: this.guid(row).toLowerCase(),
    });
  }

  problems(): Sentence[] {
    const problems: Sentence[] = [];
    if (this.untold > 0) {
      problems.push(say`has ${counted(this.untold, 'row', 'rows')} whose RecipientTypeDetails is no kind of mailbox, such as ${quote(this.unknownKind!)}, and nothing is said of them.`);
    }
    if (this.nameless > 0) {
      problems.push(say`has ${counted(this.nameless, 'mailbox', 'mailboxes')} without any address or login, and nothing is said of them.`);
    }
    if (this.typeName !== undefined) {
      problems.push(say`has the name of a type, ${quote(this.typeName)}, in place of the addresses in EmailAddresses, so people are recognized by their primary address and login alone. ${again}`);
    }
    return problems;
  }
}

/**
 * Whether a mailbox has an archive in this organization. ArchiveDatabase alone doesn't say it: an archive in the
 * cloud needs no Enterprise CAL here, and only ArchiveState or ArchiveDomain tell it apart.
 */
function archiveIn(columns: Columns): (row: Row) => boolean {
  const state = columns.find('ArchiveState');
  if (state) {
    return row => /^(?:local|onpremise)$/i.test(state(row));
  }
  const domain = columns.find('ArchiveDomain');
  const archive = columns.findOrEmpty('ArchiveGuid', 'ArchiveDatabase');
  return row => domain !== undefined && domain(row) === '' && !/^[0-]*$/.test(archive(row));
}

function isTrue(text: string): boolean {
  return /^\$?true$/i.test(text);
}

/** Whether holds are listed; those with a minus in front take the mailbox out of a hold of the organization. */
function isHeld(text: string): boolean {
  return !isTypeName(text) && text.split(/[;,\s]+/).some(hold => hold !== '' && !hold.startsWith('-') && hold !== '{}');
}

/**
 * Reads EmailAddresses: `SMTP:` is the primary address, `smtp:` an alias, and other kinds name nobody here.
 * An X.400 address has semicolons of its own, so a semicolon separates only before a prefix.
 */
function readAddresses(text: string): { aliases: { primary: string; others: string[] }; isTypeName: boolean } {
  const aliases = { primary: '', others: [] as string[] };
  if (isTypeName(text)) {
    return { aliases, isTypeName: true };
  }
  for (const part of text.split(/[;,\s]+(?=[A-Za-z0-9]+:)/)) {
    const [, prefix, address] = /^(?:([A-Za-z0-9]+):)?(.*?)[;,\s]*$/s.exec(part)!;
    if (prefix === 'SMTP') {
      aliases.primary = address!;
    } else if (prefix === 'smtp' || (prefix === undefined && /^[^\s;]+@[^\s;]+$/.test(address!))) {
      aliases.others.push(address!);
    }
  }
  if (aliases.primary) {
    aliases.others.push(aliases.primary);
  }
  return { aliases, isTypeName: false };
}
