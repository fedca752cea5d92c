import assert from 'node:assert/strict';
import { formatDay } from '../../../../src/core/calendar';
import { exportKinds, type ExportKind } from '../../../../src/core/exports/exports';
import { mainPath } from '../../../../src/core/register/inclusion';
import { readExports } from '../../../../src/exchange/exports/bring-exports';
import { readCals } from '../../../../src/exchange/exports/read-cals';
import { readServers } from '../../../../src/exchange/exports/read-servers';
import { readTable, type Table } from '../../../../src/exchange/exports/read-table';
import { finish } from '../../../../src/exchange/steps';
import { inCodePage } from './encodings';
import { shellCsv, shellTable, type ExchangeObject, type ShellCsvForm } from './shell-csv';

const guids = ['7d6b2a0e-1f0c-4f4b-9d53-1c2f3e4a5b6c', '0a0b0c0d-0000-4000-8000-000000000001', '0a0b0c0d-0000-4000-8000-000000000002'] as const;
const noGuid = '00000000-0000-0000-0000-000000000000';

const plainMailbox: ExchangeObject = {
  LinkedMasterAccount: '', AccountDisabled: false, LitigationHoldEnabled: false, InPlaceHolds: [], ArchiveState: 'None', ArchiveGuid: noGuid, ArchiveDomain: null,
};
const people: readonly ExchangeObject[] = [
  {
    ...plainMailbox, DisplayName: 'Łukasz "Lu" Zieliński', PrimarySmtpAddress: 'lukasz.zielinski@contoso.example', SamAccountName: 'lzielinski', UserPrincipalName: 'lz@contoso.example',
    RecipientTypeDetails: 'UserMailbox', ExchangeGuid: guids[0], LitigationHoldEnabled: true, InPlaceHolds: ['c0ba3ce811b6432a8751430937152491', 'd0ba3ce811b6432a8751430937152491'],
    ArchiveState: 'Local', ArchiveGuid: guids[2],
    EmailAddresses: ['SMTP:lukasz.zielinski@contoso.example', 'smtp:l.zielinski@contoso.example', 'X400:C=PL;A= ;P=Contoso;O=Exchange;S=Zielinski;G=Lukasz;', 'SIP:lz@sip.contoso.example'],
  },
  {
    ...plainMailbox, DisplayName: 'Małgorzata Wójcik', PrimarySmtpAddress: 'm.wojcik@contoso.example', SamAccountName: 'mwojcik', UserPrincipalName: 'm.wojcik@contoso.example',
    RecipientTypeDetails: 'LinkedMailbox', LinkedMasterAccount: 'FABRIKAM\\mwojcik', AccountDisabled: true, ExchangeGuid: guids[1],
    ArchiveState: 'HostedProvisioned', ArchiveGuid: guids[2], ArchiveDomain: 'contoso.mail.onmicrosoft.com',
    EmailAddresses: ['SMTP:m.wojcik@contoso.example'],
  },
  {
    ...plainMailbox, DisplayName: 'Room Blue', PrimarySmtpAddress: 'room.blue@contoso.example', SamAccountName: 'room.blue', UserPrincipalName: 'room.blue@contoso.example',
    RecipientTypeDetails: 'RoomMailbox', AccountDisabled: true, ExchangeGuid: guids[2], EmailAddresses: [],
  },
];
const statistics: readonly ExchangeObject[] = [
  { DisplayName: 'Łukasz Zieliński', MailboxGuid: guids[0], LastLogonTime: new Date('2026-03-04T14:03:11Z'), ItemCount: 1204, DisconnectReason: null, DisconnectDate: null },
  { DisplayName: 'Małgorzata Wójcik', MailboxGuid: guids[1], LastLogonTime: null, ItemCount: 0, DisconnectReason: null, DisconnectDate: null },
];
const licenses: readonly ExchangeObject[] = [
  { Name: 'lukasz.zielinski@contoso.example', LicenseName: 'Exchange Server 2019 Standard CAL' },
  { Name: 'lukasz.zielinski@contoso.example', LicenseName: 'Exchange Server 2019 Enterprise CAL' },
  { Name: 'EX01.contoso.example', LicenseName: 'Exchange Server 2019 Standard Edition' },
];
const servers: readonly ExchangeObject[] = [
  { Name: 'EX01', Fqdn: 'EX01.contoso.example', ServerRole: 'Mailbox', Edition: 'Standard', AdminDisplayVersion: 'Version 15.2 (Build 1544.4)', IsExchangeTrialEdition: false, RemainingTrialPeriod: '00:00:00', WhenCreated: new Date('2024-02-19T08:00:00Z') },
  { Name: 'EX02', Fqdn: 'EX02.contoso.example', ServerRole: 'Mailbox', Edition: 'StandardEvaluation', AdminDisplayVersion: 'Version 15.2 (Build 2562.17)', IsExchangeTrialEdition: true, RemainingTrialPeriod: '119.04:11:02', WhenCreated: new Date('2026-09-24T08:00:00Z') },
];
const commandOf: Record<ExportKind, { readonly id: string; readonly objects: readonly ExchangeObject[] }> = {
  mailboxes: { id: 'exchExportMailboxes', objects: people },
  cals: { id: 'exchExportCals', objects: licenses },
  servers: { id: 'exchExportServers', objects: servers },
  logons: { id: 'exchExportLogons', objects: statistics },
};

const withMark = (text: string) => `\ufeff${text}`;
/** How Windows PowerShell 5.1 encodes a text; by the parameter of Export-Csv, or the way around it. */
const written: Record<string, (text: string) => Uint8Array> = {
  '-Encoding UTF8': text => Buffer.from(withMark(text)),
  'PowerShell 7': text => Buffer.from(text),
  '-Encoding Unicode': text => Buffer.from(withMark(text), 'utf16le'),
  '-Encoding BigEndianUnicode': text => Buffer.from(withMark(text), 'utf16le').swap16(),
  '-Encoding Default in Poland': text => inCodePage(text, 'windows-1250'),
  '-Encoding OEM in Poland': text => inCodePage(text, 'ibm852'),
};
const forms: Record<string, ShellCsvForm> = {
  'as it stands': {},
  'without -NoTypeInformation': { hasTypeLine: true },
  'with the columns of the session first': { sessionColumns: 'first', hasTypeLine: true },
  'with the columns of the session last': { sessionColumns: 'last' },
  '-UseCulture': { separator: ';', culture: 'pl-PL' },
  '-Delimiter "`t"': { separator: '\t' },
};

const csvOf = (kind: ExportKind, form?: ShellCsvForm) => shellCsv(commandOf[kind].id, commandOf[kind].objects, form);

async function brought(contentOf: (kind: ExportKind) => Uint8Array) {
  const read = await readExports(exportKinds.map(kind => ({ path: mainPath, kind, file: `${kind}.csv` })), { read: ({ kind }) => Promise.resolve(contentOf(kind)) }, () => Promise.resolve());
  return { mailboxes: read.find(({ mailboxes }) => mailboxes)?.mailboxes ?? [], problems: read.flatMap(({ problems }) => problems.map(({ text }) => text)), areRead: read.every(({ isRead }) => isRead) };
}

function table(bytes: Uint8Array): Table {
  const found = finish(readTable(bytes));
  assert.ok(!('problem' in found));
  return found;
}

describe('What the export commands write', () => {
  for (const [encoding, encode] of Object.entries(written)) {
    for (const [name, form] of Object.entries(forms)) {
      it(`is read: ${encoding}, ${name}`, async () => {
        const { mailboxes, problems, areRead } = await brought(kind => encode(csvOf(kind, form)));
        assert.deepEqual([problems, areRead], [[], true]);
        const [lukasz, malgorzata, room] = mailboxes;
        assert.deepEqual({ ...lukasz, lastLogon: formatDay(lukasz!.lastLogon!) }, {
          name: 'Łukasz "Lu" Zieliński', email: 'lukasz.zielinski@contoso.example', login: 'lzielinski', otherAddresses: ['lz@contoso.example', 'l.zielinski@contoso.example'],
          kind: 'user', accountDisabled: false, features: ['archive', 'litigation-hold', 'in-place-hold'], lastLogon: '2026-03-04', delegates: [], guid: guids[0],
        });
        // An archive in the cloud needs no Enterprise CAL here, and a linked mailbox is its person's of the other forest.
        assert.deepEqual([malgorzata!.name, malgorzata!.kind, malgorzata!.features, malgorzata!.login, malgorzata!.lastLogon], ['Małgorzata Wójcik', 'linked', [], 'FABRIKAM\\mwojcik', undefined]);
        assert.deepEqual([room!.kind, room!.email], ['room', 'room.blue@contoso.example']);
        assert.deepEqual(finish(readCals(table(encode(csvOf('cals', form))))).rows.map(({ name: holder, type }) => `${holder}: ${type!.name}`), [
          'lukasz.zielinski@contoso.example: Exchange Server 2019 Standard CAL', 'lukasz.zielinski@contoso.example: Exchange Server 2019 Enterprise CAL', 'EX01.contoso.example: Exchange Server 2019 Standard',
        ]);
        assert.deepEqual(readServers(table(encode(csvOf('servers', form)))).servers.map(({ name: server, version, edition }) => [server, version, edition]), [['EX01', '2019', 'Standard'], ['EX02', 'SE', 'StandardEvaluation']]);
      });
    }
  }

  it('is read with letters of Western Europe, in their code pages', async () => {
    const jurgen = { ...people[0]!, DisplayName: 'Jürgen Groß, Hélène Lefèvre' };
    for (const page of ['windows-1252', 'ibm850'] as const) {
      const csv = shellCsv('exchExportMailboxes', [jurgen]);
      const { mailboxes, problems } = await brought(kind => inCodePage(kind === 'mailboxes' ? csv : csvOf(kind).replaceAll(/[^\0-\x7f]/g, 'e'), page));
      assert.deepEqual([mailboxes[0]!.name, problems], ['Jürgen Groß, Hélène Lefèvre', []]);
    }
  });

  it('in ASCII, the default, is read, and said to have lost letters', async () => {
    const { mailboxes, problems, areRead } = await brought(kind => Buffer.from(csvOf(kind, { hasTypeLine: true }).replaceAll(/[^\0-\x7f]/g, '?')));
    assert.deepEqual([mailboxes.map(({ email }) => email), areRead], [['lukasz.zielinski@contoso.example', 'm.wojcik@contoso.example', 'room.blue@contoso.example'], true]);
    assert.deepEqual(problems, [
      'has question marks in place of letters, as in "?ukasz "Lu" Zieli?ski": PowerShell wrote it in ASCII. Export again with -Encoding UTF8.',
      'has question marks in place of letters, as in "?ukasz Zieli?ski": PowerShell wrote it in ASCII. Export again with -Encoding UTF8.',
    ]);
  });

  it('and then Format-Table showed is told as that, and not used', async () => {
    const { problems, areRead } = await brought(kind => Buffer.from(withMark(shellTable(commandOf[kind].id, commandOf[kind].objects)), 'utf16le'));
    assert.equal(areRead, false);
    assert.deepEqual(problems.map(problem => problem.slice(0, 40)), exportKinds.map(() => 'is a table as Format-Table shows it, not'));
  });

  it('has delegates where somebody adds a column of them', async () => {
    const csv = shellCsv('exchExportMailboxes', [people[0]!]).replaceAll('\r\n', (_, at: number) => (at < 400 ? ',"Delegates"\r\n' : ',"CONTOSO\\anowak;ewa@contoso.example"\r\n'));
    const { mailboxes } = await brought(kind => Buffer.from(kind === 'mailboxes' ? csv : csvOf(kind)));
    assert.deepEqual(mailboxes[0]!.delegates, ['CONTOSO\\anowak', 'ewa@contoso.example']);
  });

  it('with last logons of a culture is read where the day can be told from the month', async () => {
    for (const [time, day] of [['04.03.2026 14:03:11', '2026-03-04'], ['3/14/2026 2:03:11 PM', '2026-03-14'], ['14/03/2026 14:03:11', '2026-03-14']] as const) {
      const { mailboxes, problems } = await brought(kind => Buffer.from(csvOf(kind).replace('2026-03-04T14:03:11', time)));
      assert.deepEqual([formatDay(mailboxes[0]!.lastLogon!), problems], [day, []]);
    }
  });
});
