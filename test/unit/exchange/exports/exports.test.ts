import assert from 'node:assert/strict';
import { formatDay } from '../../../../src/core/calendar';
import { readCals as readCalsInSteps } from '../../../../src/exchange/exports/read-cals';
import { readLogons as readLogonsInSteps } from '../../../../src/exchange/exports/read-logons';
import { readMailboxes } from '../../../../src/exchange/exports/read-mailboxes';
import { readServers } from '../../../../src/exchange/exports/read-servers';
import type { Table } from '../../../../src/exchange/exports/read-table';
import { finish } from '../../../../src/exchange/steps';
import { tableOf } from './tables';

const readLogons = (table: Table) => finish(readLogonsInSteps(table));
const readCals = (table: Table) => finish(readCalsInSteps(table));
const mailboxes = (...lines: string[]) => finish(readMailboxes(tableOf(...lines)));

/** One mailbox with the values of some columns. */
function mailbox(values: Readonly<Record<string, string>>) {
  const all = { PrimarySmtpAddress: 'a@contoso.example', RecipientTypeDetails: 'UserMailbox', ...values };
  const line = (cells: readonly string[]) => cells.map(cell => `"${cell}"`).join(',');
  const { mailboxes: [first], problems } = mailboxes(line(Object.keys(all)), line(Object.values(all)));
  assert.deepEqual(problems, []);
  return first!;
}

describe('An export of mailboxes', () => {
  it('is read as the command writes it', () => {
    const { mailboxes: found, problems } = mailboxes(
      '"DisplayName","PrimarySmtpAddress","SamAccountName","UserPrincipalName","RecipientTypeDetails","AccountDisabled","ExchangeGuid","WhenMailboxCreated","LitigationHoldEnabled","ArchiveDatabase","RetentionPolicy","EmailAddresses"',
      '"Anna Nowak","anna.nowak@contoso.example","anowak","anna.nowak@contoso.example","UserMailbox","False","7D6B2A0E-1f0c-4f4b-9d53-1c2f3e4a5b6c","04.03.2024 09:12:44","True","DB01","Default MRM Policy","SMTP:anna.nowak@contoso.example;smtp:anowak@contoso.example;X400:C=PL;A= ;P=Contoso;O=Exchange;S=Nowak;G=Anna;"',
      '"Room Blue","room.blue@contoso.example","room.blue","room.blue@contoso.example","RoomMailbox","True","0a0b0c0d-0000-4000-8000-000000000001","","False","","","SMTP:room.blue@contoso.example"',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(found[0], {
      name: 'Anna Nowak', email: 'anna.nowak@contoso.example', login: 'anowak', otherAddresses: ['anowak@contoso.example'],
      kind: 'user', accountDisabled: false, features: ['litigation-hold'], lastLogon: undefined, delegates: [], guid: '7d6b2a0e-1f0c-4f4b-9d53-1c2f3e4a5b6c',
    });
    assert.deepEqual([found[1]!.kind, found[1]!.accountDisabled], ['room', true]);
  });

  it('is read whole, with the columns of the remote shell first or last, in any order and case', () => {
    for (const [header, row] of [
      ['PSComputerName,RunspaceId,PSShowComputerName,recipienttypedetails,PRIMARYSMTPADDRESS', 'ex01,7d6b,False,usermailbox,a@contoso.example'],
      ['PrimarySmtpAddress,RecipientTypeDetails,PSComputerName,RunspaceId,PSShowComputerName', 'a@contoso.example,UserMailbox,ex01,7d6b,False'],
    ] as const) {
      assert.deepEqual(mailboxes('#TYPE Deserialized.Microsoft.Exchange.Data.Directory.Management.Mailbox', header, row).mailboxes.map(({ email, kind }) => [email, kind]), [['a@contoso.example', 'user']]);
    }
  });

  it('tells kinds apart, and leaves out what is no mailbox', () => {
    const kind = (name: string) => mailboxes('PrimarySmtpAddress,RecipientTypeDetails', `a@contoso.example,${name}`).mailboxes[0]?.kind;
    assert.deepEqual(['LinkedMailbox', 'SharedMailbox', 'LinkedRoomMailbox', 'EquipmentMailbox', 'DiscoveryMailbox', 'ArbitrationMailbox', 'RemoteUserMailbox', 'MailUser'].map(kind),
      ['linked', 'shared', 'room', 'equipment', 'discovery', 'system', 'remote', undefined]);
  });

  it('tells of kinds that it does not know, and of mailboxes of nobody', () => {
    const { mailboxes: found, problems } = mailboxes('PrimarySmtpAddress,RecipientTypeDetails', 'a@contoso.example,PlanetMailbox', 'b@contoso.example,', ',UserMailbox');
    assert.deepEqual([found, problems.length], [[], 2]);
    assert.match(problems[0]!.text, /^has 2 rows .* "PlanetMailbox"/);
    assert.match(problems[1]!.text, /^has 1 mailbox without/);
  });

  it('takes addresses of people alone, however they are joined', () => {
    const others = (text: string) => mailbox({ EmailAddresses: text }).otherAddresses;
    assert.deepEqual(others('SMTP:a@contoso.example;smtp:b@contoso.example;X400:C=PL;A= ;P=C;S=N;;smtp:c@contoso.example;SIP:d@contoso.example;X500:/o=x;EUM:12;phone-context=x'), ['b@contoso.example', 'c@contoso.example']);
    assert.deepEqual(others('smtp:b@contoso.example SMTP:a@contoso.example'), ['b@contoso.example']);
    assert.deepEqual(others('b@contoso.example'), ['b@contoso.example']);
    const { problems } = mailboxes('PrimarySmtpAddress,RecipientTypeDetails,EmailAddresses', 'a@contoso.example,UserMailbox,Microsoft.Exchange.Data.ProxyAddressCollection');
    assert.match(problems[0]!.text, /the name of a type/);
  });

  it('calls an archive one only where it is known to lie here', () => {
    const archive = (values: Readonly<Record<string, string>>) => mailbox(values).features.includes('archive');
    assert.equal(archive({ ArchiveState: 'Local', ArchiveDatabase: 'DB01' }), true);
    assert.equal(archive({ ArchiveState: 'HostedProvisioned', ArchiveDatabase: 'DB01', ArchiveGuid: '7d6b2a0e' }), false);
    assert.equal(archive({ ArchiveState: 'None' }), false);
    assert.equal(archive({ ArchiveGuid: '7d6b2a0e', ArchiveDomain: '' }), true);
    assert.equal(archive({ ArchiveGuid: '00000000-0000-0000-0000-000000000000', ArchiveDomain: '' }), false);
    assert.equal(archive({ ArchiveGuid: '7d6b2a0e', ArchiveDomain: 'contoso.mail.onmicrosoft.com' }), false);
    assert.equal(archive({ ArchiveDatabase: 'DB01' }), false);
  });

  it('knows holds', () => {
    const features = (InPlaceHolds: string) => mailbox({ InPlaceHolds }).features;
    assert.deepEqual([features('c0ba3ce811b6432a8751430937152491'), features(''), features('-mbx9696'), features('System.Collections.ArrayList'), features('{}')], [['in-place-hold'], [], [], [], []]);
  });

  it('joins a linked mailbox with the account of the other forest', () => {
    const { login, otherAddresses } = mailbox({ RecipientTypeDetails: 'LinkedMailbox', SamAccountName: 'anowak2', LinkedMasterAccount: 'FABRIKAM\\anowak', AccountDisabled: 'True' });
    assert.deepEqual([login, otherAddresses], ['FABRIKAM\\anowak', ['anowak2']]);
    assert.equal(mailbox({ RecipientTypeDetails: 'SharedMailbox', SamAccountName: 'info', LinkedMasterAccount: 'NT AUTHORITY\\SELF' }).login, 'info');
  });

  it('takes delegates where it has them', () => {
    assert.deepEqual(mailbox({ RecipientTypeDetails: 'SharedMailbox', Delegates: 'CONTOSO\\anowak; ewa@contoso.example;NT AUTHORITY\\SELF' }).delegates, ['CONTOSO\\anowak', 'ewa@contoso.example']);
  });

  it('without the columns that it needs says which', () => {
    assert.match(mailboxes('DisplayName,RecipientTypeDetails', 'Anna,UserMailbox').problems[0]!.text, /PrimarySmtpAddress/);
    assert.match(mailboxes('PrimarySmtpAddress', 'a@contoso.example').problems[0]!.text, /RecipientTypeDetails/);
  });
});

describe('An export of last logons', () => {
  const logons = (...times: string[]) => readLogons(tableOf('DisplayName,MailboxGuid,LastLogonTime', ...times.map((time, index) => `x,GUID-${index},${time}`)));
  const days = (...times: string[]) => [...logons(...times).days].map(([guid, day]) => `${guid} ${formatDay(day)}`);

  it('is read with dates of one order', () => {
    assert.deepEqual(days('2026-11-20T14:03:11', '', '2026-03-04T00:00:00'), ['guid-0 2026-11-20', 'guid-2 2026-03-04']);
    assert.deepEqual(days('04.03.2026 14:03:11', '05.03.2026 1:00'), ['guid-0 2026-03-04', 'guid-1 2026-03-05']);
    assert.deepEqual(days('11/24/2026 2:03:11 PM', '3/4/2026 2:03:11 PM'), ['guid-0 2026-11-24', 'guid-1 2026-03-04']);
  });

  it('guesses no order', () => {
    const { days: found, problems } = logons('3/4/2026 2:03:11 PM', '3/3/2026 2:03:11 PM');
    assert.equal(found.size, 0);
    assert.match(problems[0]!.text, /"3\/4\/2026 2:03:11 PM".*day or the month/);
    assert.deepEqual(days('3/3/2026 2:03:11 PM'), ['guid-0 2026-03-03']);
  });

  it('takes the later of two rows of a mailbox', () => {
    const table = tableOf('MailboxGuid,LastLogonTime', 'a,2026-11-20', 'a,2026-01-20');
    assert.deepEqual([...readLogons(table).days.values()].map(formatDay), ['2026-11-20']);
  });

  it('without the columns that it needs says which', () => {
    assert.match(readLogons(tableOf('MailboxGuid', 'x')).problems[0]!.text, /LastLogonTime/);
    assert.match(readLogons(tableOf('LastLogonTime', 'x')).problems[0]!.text, /MailboxGuid/);
  });
});

describe('An export of CALs', () => {
  const cals = (...lines: string[]) => readCals(tableOf(...lines));

  it('is read with the name in its column or in the first that looks like names', () => {
    for (const [header, row] of [['Name,LicenseName', 'a@contoso.example,Exchange Server 2019 Standard CAL'], ['RunspaceId,LicenseName,Identity', '7d6b,Exchange Server 2019 Standard CAL,a@contoso.example']] as const) {
      assert.deepEqual(cals(header, row).rows.map(({ name, type }) => [name, type?.name]), [['a@contoso.example', 'Exchange Server 2019 Standard CAL']]);
    }
  });

  it('tells of names of licenses that it can not read, and of columns that are missing', () => {
    assert.match(cals('Name,LicenseName', 'a@contoso.example,Exchange Moon CAL').problems[0]!.text, /1 row .*"Exchange Moon CAL"/);
    assert.match(cals('Name', 'a@contoso.example').problems[0]!.text, /LicenseName/);
    assert.match(cals('Person,LicenseName', 'Anna,Exchange Server 2019 Standard CAL').problems[0]!.text, /addresses/);
  });
});

describe('An export of servers', () => {
  it('tells versions by their builds', () => {
    const servers = (...versions: string[]) => readServers(tableOf('Name,Edition,AdminDisplayVersion', ...versions.map((version, index) => `EX${index},Standard,${version}`))).servers.map(({ version }) => version);
    assert.deepEqual(servers('Version 15.0 (Build 1497.2)', 'Version 15.1 (Build 2507.6)', 'Version 15.2 (Build 1544.4)', 'Version 15.2 (Build 2562.17)', 'Version 15.2', '?'), ['2013', '2016', '2019', 'SE', undefined, undefined]);
  });
});
