import assert from 'node:assert/strict';
import { parseDay } from '../../../../src/core/calendar';
import { RegisterCheck } from '../../../../src/core/check';
import type { RegisterContents } from '../../../../src/core/contents';
import { exportKinds, type ExportKind } from '../../../../src/core/exports/exports';
import { checkWithExports } from '../../../../src/exchange/exports/bring-exports';
import { compareWithExchange, type Comparison } from '../../../../src/exchange/comparison/comparison';
import { leaversOf, namesOfAccounts } from '../../../../src/exchange/comparison/differences';
import { differenceText, figuresText, serverTexts, shortFiguresText } from '../../../../src/exchange/comparison/comparison-text';
import { finish } from '../../../../src/exchange/steps';

const register = `
purchases:
  - { id: PO-1, date: 2024-01-10, type: Exchange Server 2019 Standard User CAL, quantity: 30 }
  - { id: PO-2, date: 2024-01-10, type: Exchange Server 2019 Standard Device CAL, quantity: 9 }
  - { id: PO-3, date: 2024-01-10, type: Exchange Server 2019 Standard, quantity: 1 }
devices:
  - { name: KIOSK, users: [shift@contoso.example] }
servers:
  - { name: EX01, version: 2019, edition: Standard, license: PO-3 }
  - { name: EX02.contoso.example, version: 2019, edition: Trial }
  - { name: EX03, version: 2016, edition: Standard, license: PO-3 }
  - { name: EX04, version: 2016, edition: Standard, retired: 2026-01-01 }
assignments:
  - { name: Anna Nowak, email: anna@contoso.example, otherAddresses: [a.nowak@contoso.example], assigned: 2024-03-04, purchase: PO-1 }
  - { name: Anna Nowak, login: CONTOSO\\anna2, email: anna@contoso.example, assigned: 2024-03-04, type: Exchange Server 2019 Enterprise User CAL }
  - { name: Jan Kowal, email: jan@contoso.example, assigned: 2024-03-04, ended: 2024-09-04, purchase: PO-1 }
  - { name: Ewa Lis, email: ewa@contoso.example, assigned: 2024-03-04, purchase: PO-1 }
  - { name: Olga Maj, email: olga@contoso.example, purchase: PO-1 }
  - { device: KIOSK, assigned: 2024-03-04, purchase: PO-2 }
noCal:
  - { email: backup@contoso.example, reason: service }
  - { email: admin1@contoso.example, reason: admin-account }
  - { email: admin2@contoso.example, reason: admin-account }
  - { email: gone@contoso.example, reason: on-leave, until: 2026-01-01 }
mailboxes:
  - { email: info@contoso.example, kind: shared }
`;

async function checked(files: Partial<Record<ExportKind, string>>, text = register): Promise<RegisterContents> {
  const exports = exportKinds.filter(kind => kind in files).map(kind => `  ${kind}: ${kind}.csv\n`).join('');
  const check = new RegisterCheck(`exports:\n  taken: 2026-11-20\n${exports}${text}`, { today: parseDay('2026-11-24')! });
  check.work();
  await checkWithExports(check, { read: ({ kind }) => Promise.resolve(Buffer.from(files[kind]!)) });
  return check.contents()!;
}

async function compared(files: Partial<Record<ExportKind, string>>, text = register): Promise<Comparison | undefined> {
  return finish(compareWithExchange(await checked(files, text)));
}

const names = (text: string) => text.split(' ').filter(name => name !== '').map(name => `${name}@contoso.example`);
const calsOf = (standard: string, enterprise = '') => [
  'Name,LicenseName', ...names(standard).map(name => `${name},Exchange Server 2019 Standard CAL`), ...names(enterprise).map(name => `${name},Exchange Server 2019 Enterprise CAL`),
  'EX01.contoso.example,Exchange Server 2019 Standard Edition', '',
].join('\n');
const textsOf = async (standard: string, enterprise?: string) => (await compared({ cals: calsOf(standard, enterprise) }))!.cals.map(each => [figuresText(each).text, differenceText(each).text]);

describe("Exchange's own estimate", () => {
  it('is compared with the register, and the difference adds up', async () => {
    assert.deepEqual(await textsOf('A.Nowak ANNA jan backup admin1 admin2 gone info shift olga nobody', 'anna'), [
      [
        'Exchange estimates 11 Standard CALs; the register covers 2 people, 30 bought.',
        'Exchange counts 9 more: 3 missing, 1 with an assignment that can\'t be used, 1 service account, 2 admin accounts, 1 on a device with a CAL, 1 shared mailbox, 1 further mailbox of somebody who is counted, less 1 person whom Exchange doesn\'t count.',
      ],
      ['Exchange estimates 1 Enterprise CAL; the register covers 1 person, 0 bought.', 'Both name the same people.'],
    ]);
  });

  it('is told in few words where both say the same, or the same number', async () => {
    const [standard] = await textsOf('anna EWA ewa');
    assert.deepEqual(standard, ['Exchange estimates 2 Standard CALs; the register covers 2 people, 30 bought.', 'Both name the same people.']);
    assert.equal((await textsOf('anna jan'))[0]![1], 'The numbers are the same, the people aren\'t: 1 missing, less 1 person whom Exchange doesn\'t count.');
    assert.equal((await textsOf('anna ewa a.nowak anna'))[0]![1], 'Exchange counts 1 more: 1 further mailbox of somebody who is counted.');
    const { cals: [several] } = (await compared({ cals: calsOf('anna ewa a.nowak an') }, register.replace('[a.nowak@', '[an@contoso.example, a.nowak@')))!;
    assert.equal(differenceText(several!).text, 'Exchange counts 2 more: 2 further mailboxes of people who are counted.');
    assert.equal((await textsOf('anna'))[0]![1], 'Exchange counts 1 fewer: less 1 person whom Exchange doesn\'t count.');
  });

  it('needs the Enterprise CAL of accounts that need no other', async () => {
    assert.equal((await textsOf('', 'backup'))[1]![1], 'The numbers are the same, the people aren\'t: 1 missing, less 1 person whom Exchange doesn\'t count.');
  });

  it('names those who are missing, and whose mailbox is gone', async () => {
    const { cals: [standard], taken } = (await compared({ cals: calsOf('anna nobody info'), mailboxes: 'PrimarySmtpAddress,RecipientTypeDetails\nanna@contoso.example,UserMailbox\n' }))!;
    assert.deepEqual(standard!.uncovered, [{ name: 'nobody@contoso.example', cause: 'missing' }, { name: 'info@contoso.example', cause: 'shared' }]);
    assert.deepEqual(standard!.unneeded.map(({ trace, isCounted, assignments }) => [trace, isCounted, ...assignments.map(({ email }) => email?.value)]), [['gone', false, 'ewa@contoso.example']]);
    assert.deepEqual(taken, [parseDay('2026-11-20')]);
  });

  it('names those whose account is disabled though Exchange counts them, unless they are away', async () => {
    const mailboxes = 'PrimarySmtpAddress,RecipientTypeDetails,AccountDisabled\nanna@contoso.example,UserMailbox,True\newa@contoso.example,UserMailbox,False\n';
    const unneeded = async (text: string) => (await compared({ cals: calsOf('anna ewa'), mailboxes }, text))!.cals[0]!.unneeded.map(({ trace, isCounted }) => [trace, isCounted]);
    assert.deepEqual(await unneeded(register), [['disabled', true]]);
    assert.equal(differenceText((await compared({ cals: calsOf('anna ewa'), mailboxes }))!.cals[0]!).text, 'Both name the same people.');
    assert.deepEqual(await unneeded(register.replace('assigned: 2024-03-04, purchase', 'assigned: 2024-03-04, absence: { from: 2026-01-01, until: 2026-12-31 }, purchase')), []);
  });
});

describe('Mailboxes that Exchange lists', () => {
  it('stand for its estimate where there is none', async () => {
    const { cals } = (await compared({ mailboxes: 'PrimarySmtpAddress,RecipientTypeDetails,AccountDisabled\nanna@contoso.example,UserMailbox,False\nroom@contoso.example,RoomMailbox,True\nlinked@contoso.example,LinkedMailbox,True\nold@contoso.example,UserMailbox,True\n' }))!;
    assert.deepEqual(cals.map(each => [figuresText(each).text, differenceText(each).text]), [[
      'Exchange lists 2 mailboxes that people sign in to; the register covers 2 people, 30 bought.',
      'The numbers are the same, the people aren\'t: 1 missing, less 1 person whom Exchange doesn\'t count.',
    ]]);
    assert.deepEqual(cals.map(each => shortFiguresText(each).text), ['Standard CALs: 2 by mailboxes, 2 in the register, 30 bought']);
  });

  it('are told as well where no purchases are recorded', async () => {
    const { cals: [standard] } = (await compared({ mailboxes: 'PrimarySmtpAddress,RecipientTypeDetails\nanna@contoso.example,UserMailbox\n' }, 'assignments: []\n'))!;
    assert.equal(figuresText(standard!).text, 'Exchange lists 1 mailbox that a person signs in to; the register covers 0 people.');
    assert.equal(shortFiguresText(standard!).text, 'Standard CALs: 1 by mailboxes, 0 in the register');
  });
});

describe('Mailboxes that people sign in to', () => {
  const standardOf = async (mailboxes: string, text: string) => (await compared({ mailboxes: `PrimarySmtpAddress,RecipientTypeDetails,AccountDisabled,SamAccountName\n${mailboxes}` }, text))!.cals[0];

  it('are those of users whose account is not disabled, called by their logins where they have no address', async () => {
    const standard = await standardOf('info@contoso.example,SharedMailbox,False,\n,UserMailbox,False,anowak\n', 'assignments: []\n');
    assert.deepEqual(standard!.uncovered, [{ name: 'anowak', cause: 'missing' }]);
    assert.equal(await standardOf('info@contoso.example,SharedMailbox,True,\n', 'assignments: []\n'), undefined);
  });

  it('are those of a person who has others that nobody signs in to', async () => {
    const holder = 'assignments:\n  - { name: Ewa Lis, email: ewa@contoso.example, otherAddresses: [lis@contoso.example], assigned: 2024-03-04, type: Exchange Server 2019 Standard User CAL }\n';
    const traces = async (mailboxes: string) => (await compared({ cals: calsOf('anna'), mailboxes: `PrimarySmtpAddress,RecipientTypeDetails,AccountDisabled\n${mailboxes}` }, holder))!.cals[0]!.unneeded.map(({ trace }) => trace);
    assert.deepEqual(await traces('ewa@contoso.example,UserMailbox,False\nlis@contoso.example,SharedMailbox,True\n'), ['unknown']);
    assert.deepEqual(await traces('ewa@contoso.example,UserMailbox,True\nlis@contoso.example,SharedMailbox,True\n'), ['disabled']);
    const causes = (await compared({ cals: calsOf('ewa') }, 'noCal: []\nmailboxes:\n  - { email: ewa@contoso.example, kind: shared }\n  - { email: ewa@contoso.example }\n'))!.cals[0]!.uncovered;
    assert.deepEqual(causes.map(({ cause }) => cause), ['missing']);
  });
});

describe('Those who seem to need no CAL', () => {
  it('are named once, with all that has no end yet', async () => {
    const person = (name: string, values: string) => `  - { name: ${name} Lis, email: ${name}@contoso.example, assigned: 2024-03-04, type: ${values} }\n`;
    const [standard, enterprise] = ['Exchange Server 2019 Standard User CAL', 'Exchange Server 2019 Enterprise User CAL'];
    const { cals } = (await compared({ cals: calsOf('anna', 'anna') }, `assignments:\n${person('Ewa', standard)}${person('Ewa', enterprise)}${person('Jan', `${standard}, ended: 2027-01-01`)}${person('Ola', `${standard}, ended: soon`)}`))!;
    assert.deepEqual(leaversOf(cals).map(({ name, assignments }) => [name, assignments.map(({ licenseType }) => licenseType!.name)]), [['Ewa Lis', [standard, enterprise]]]);
  });

  it('are called as the export of mailboxes calls them, by address and by login', async () => {
    const nameOf = namesOfAccounts((await checked({ mailboxes: 'DisplayName,PrimarySmtpAddress,RecipientTypeDetails,SamAccountName\nEwa Lis,ewa@contoso.example,UserMailbox,elis\n,jan@contoso.example,UserMailbox,\n' })).exports);
    assert.deepEqual(['EWA@contoso.example', 'elis', 'jan@contoso.example', 'nobody'].map(nameOf), ['Ewa Lis', 'Ewa Lis', undefined, undefined]);
  });
});

describe('Exports of several files', () => {
  it('tell all days on which they were made, the first in front', async () => {
    const contents = await checked({ cals: calsOf('anna'), mailboxes: 'PrimarySmtpAddress,RecipientTypeDetails\nanna@contoso.example,UserMailbox\n', servers: 'Name\nEX01\n' });
    const taken = [parseDay('2026-11-20')!, undefined, parseDay('2026-11-19')!];
    assert.deepEqual(finish(compareWithExchange({ ...contents, exports: contents.exports.map((each, index) => ({ ...each, taken: taken[index] })) }))!.taken, [taken[2], taken[0]]);
  });
});

describe('Servers that Exchange lists', () => {
  const serversOf = (...lines: string[]) => ['Name,Edition,AdminDisplayVersion', ...lines, ''].join('\n');
  const texts = async (csv: string, text?: string) => serverTexts((await compared({ servers: csv }, text))!.servers!).map(each => each.text);

  it('are compared with those in service', async () => {
    assert.deepEqual(await texts(serversOf('EX01,Enterprise,Version 15.2 (Build 2562.17)', 'ex02,StandardEvaluation,Version 15.2', 'EX04,Standard,Version 15.1 (Build 2507.6)', 'EX05,Standard,Version 15.2 (Build 1544.4)')), [
      'Exchange lists 4 servers; the register has 3 in service.',
      '"EX01" runs Exchange SE; the register says "2019".',
      '"EX01" has the edition "Enterprise"; the register says "Standard".',
      '"EX04" is retired by the register, but Exchange still lists it.',
      '"EX05" is not in the register.',
      '"EX03" is in service by the register, but Exchange doesn\'t list it.',
    ]);
  });

  it('may be the same, or nothing that the register knows of', async () => {
    assert.deepEqual(await texts(serversOf('EX01.contoso.example,Standard,Version 15.2 (Build 1544.4)', 'EX02,EnterpriseEvaluation,', 'EX03,Standard,Version 15.1 (Build 2507.6)')), ['Exchange lists 3 servers; the register has 3 in service, the same.']);
    const unclear = 'servers:\n  - { name: EX01, edition: Standard }\n  - { name: EX02, version: 2019 }\n  - { version: 2019, edition: Standard }\n';
    assert.deepEqual(await texts(serversOf('EX01,Datacenter,Version 15.2 (Build 1544.4)', 'EX02,Standard,Version 15.2 (Build 1544.4)'), unclear), ['Exchange lists 2 servers; the register has 2 in service, the same.']);
    assert.deepEqual(await texts(serversOf('EX01,Standard,'), 'assignments: []\n'), ['Exchange lists 1 server; the register records none.']);
  });
});

describe('A register without exports', () => {
  it('is compared with nothing, also if they only tell of logons', async () => {
    assert.equal(await compared({}), undefined);
    assert.equal(await compared({ logons: 'MailboxGuid,LastLogonTime\nx,2026-11-20\n' }), undefined);
  });
});
