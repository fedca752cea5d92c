import assert from 'node:assert/strict';
import { parseDay } from '../../../../src/core/calendar';
import { RegisterCheck } from '../../../../src/core/check';
import { checkWithExports } from '../../../../src/exchange/exports/bring-exports';
import { compareWithExchange, type Comparison } from '../../../../src/exchange/comparison/comparison';
import { causeName, differenceText } from '../../../../src/exchange/comparison/comparison-text';
import { comparisonList, mailboxList } from '../../../../src/exchange/comparison/exchange-lists';
import { finish } from '../../../../src/exchange/steps';

const holder = (name: string) => `  - { name: ${name} Nowak, email: ${name}@contoso.example, assigned: 2026-01-10, type: Exchange Server SE Standard User CAL }\n`;

describe('What is shown of a comparison', () => {
  it('names everybody who makes the difference, below each other', async () => {
    const check = new RegisterCheck(`exports: { cals: c.csv, mailboxes: m.csv, servers: s.csv }\nservers: []\nnoCal:\n  - { email: svc@contoso.example, reason: service }\nassignments:\n${holder('Anna')}${holder('Ewa')}${holder('Katarzyna')}`, { today: parseDay('2026-11-24')! });
    check.work();
    const files = {
      cals: `Name,LicenseName\n${['anna', 'svc', 'nina', 'jan'].map(name => `${name}@contoso.example,Exchange Server 2019 Standard CAL\n`).join('')}`,
      mailboxes: 'PrimarySmtpAddress,RecipientTypeDetails\nanna@contoso.example,UserMailbox\n',
      servers: 'Name\nEX\u001b01\n', logons: '',
    };
    await checkWithExports(check, { read: ({ kind }) => Promise.resolve(Buffer.from(files[kind])) });
    assert.equal(comparisonList(finish(compareWithExchange(check.contents()!))!), `Exchange estimates 4 Standard CALs; the register covers 3 people.
Exchange counts 1 more: 2 missing, 1 service account, less 2 people whom Exchange doesn't count.

2 missing:
  nina@contoso.example
  jan@contoso.example

1 service account:
  svc@contoso.example

By the register 2 people hold one, in Exchange: no mailbox
  Ewa Nowak        Ewa@contoso.example
  Katarzyna Nowak  Katarzyna@contoso.example

Exchange lists 1 server; the register has 0 in service.
"EX␛01" is not in the register.
`);
  });
});

describe('What is shown of the accounts that Exchange counts', () => {
  const reasons = ['service', 'admin-account', 'on-leave', 'cloud', 'resource', 'other'];
  const kinds = ['shared', 'room', 'equipment', 'system', 'discovery', 'remote', 'user'];
  /** A register that has one account of each kind, or several. */
  const registerOf = (numbers: readonly number[]) => `
devices:
${numbers.map(number => `  - { name: KIOSK-${number}, users: [device${number}@contoso.example] }\n`).join('')}noCal:
${numbers.flatMap(number => reasons.map(reason => `  - { email: ${reason}${number}@contoso.example, reason: ${reason} }\n`)).join('')}  - { email: reasonless@contoso.example }
mailboxes:
${numbers.flatMap(number => kinds.map(kind => `  - { email: ${kind}${number}@contoso.example, kind: ${kind}, accountDisabled: true }\n`)).join('')}assignments:
${numbers.map(number => `  - { device: KIOSK-${number}, assigned: 2026-01-10, type: Exchange Server SE Standard Device CAL }\n`).join('')}${numbers.map(number => `  - { name: Olga Maj, email: broken${number}@contoso.example, type: Exchange Server SE Standard User CAL }\n`).join('')}`;
  const accountsOf = (numbers: readonly number[]) => numbers.flatMap(number => ['device', ...reasons, ...kinds, 'broken', 'missing'].map(name => `${name}${number}`));

  async function comparedWith(accounts: readonly string[], register: string): Promise<Comparison> {
    const check = new RegisterCheck(`exports: { cals: c.csv }\n${register}`, { today: parseDay('2026-11-24')! });
    check.work();
    await checkWithExports(check, { read: () => Promise.resolve(Buffer.from(`Name,LicenseName\n${accounts.map(name => `${name}@contoso.example,Exchange Server 2019 Standard CAL\n`).join('')}`)) });
    return finish(compareWithExchange(check.contents()!))!;
  }

  it('names why the register has no CAL for one', async () => {
    const { cals: [standard] } = await comparedWith([...accountsOf([1]), 'reasonless'], registerOf([1]));
    assert.deepEqual(standard!.uncovered.map(({ name, cause }) => `${name.slice(0, name.indexOf('@'))}: ${causeName(cause)}`), [
      'device1: on a device with a CAL', 'service1: service account', 'admin-account1: admin account', 'on-leave1: on leave', 'cloud1: licensed in the cloud', 'resource1: resource',
      'other1: with another reason under noCal', 'shared1: shared mailbox', 'room1: room or equipment', 'equipment1: room or equipment', 'system1: system mailbox', 'discovery1: system mailbox',
      'remote1: in Exchange Online', 'user1: disabled account', "broken1: with an assignment that can't be used", 'missing1: missing', 'reasonless: with another reason under noCal',
    ]);
    assert.equal(differenceText(standard!).text, "Exchange counts 17 more: 1 missing, 1 with an assignment that can't be used, 1 service account, 1 admin account, 1 on leave, 1 licensed in the cloud, 1 resource, "
      + '2 with other reasons under `noCal`, 1 on a device with a CAL, 1 shared mailbox, 2 rooms or equipment, 2 system mailboxes, 1 in Exchange Online, 1 disabled account.');
  });

  it('names why it has none for several', async () => {
    const { cals: [standard] } = await comparedWith(accountsOf([1, 2]).filter(name => !/^(?:other|room|equipment2|system|discovery2)/.test(name)), registerOf([1, 2]));
    assert.equal(differenceText(standard!).text, "Exchange counts 24 more: 2 missing, 2 with assignments that can't be used, 2 service accounts, 2 admin accounts, 2 on leave, 2 licensed in the cloud, 2 resources, "
      + '2 on devices with a CAL, 2 shared mailboxes, 1 room or equipment, 1 system mailbox, 2 in Exchange Online, 2 disabled accounts.');
  });

  it('names those who hold a CAL in vain, by what is known of their mailboxes', async () => {
    const types: readonly (readonly [name: string, days: string, mailbox: string])[] = [
      ['Gone', '', ''], ['Off', '', 'kind: user, accountDisabled: true'], ['Room', '', 'kind: room'], ['Away', ', absence: { from: 2026-01-01, until: 2026-12-31 }', 'kind: user'], ['Here', '', 'kind: user'],
    ];
    const mailboxes = types.flatMap(([name, , mailbox]) => mailbox === '' ? [] : `  - { email: ${name}@contoso.example, ${mailbox} }\n`).join('');
    const assignments = `assignments:\n${types.map(([name, days]) => holder(name).replace(' }', `${days} }`)).join('')}`;
    const list = comparisonList(await comparedWith(['missing'], `mailboxes:\n${mailboxes}${assignments}`));
    assert.equal(list.slice(list.indexOf('By the register')), `By the register 1 person holds one, in Exchange: no mailbox
  Gone Nowak  Gone@contoso.example

By the register 1 person holds one, in Exchange: disabled account
  Off Nowak  Off@contoso.example

By the register 1 person holds one, in Exchange: no mailbox of a person
  Room Nowak  Room@contoso.example

By the register 1 person holds one, in Exchange: on leave
  Away Nowak  Away@contoso.example

By the register 1 person holds one, in Exchange: not counted
  Here Nowak  Here@contoso.example
`);
    assert.match(comparisonList(await comparedWith(['missing'], assignments)), /in Exchange: not counted\n {2}Gone Nowak/);
  });

  it('names those who hold one by their logins where they have no address', async () => {
    const person = (values: string) => `  - { name: Jan Kowal, ${values}, assigned: 2026-01-10, type: Exchange Server SE Standard User CAL }\n`;
    const list = comparisonList(await comparedWith(['missing'], `assignments:\n${person('login: CONTOSO\\jan')}${person('otherAddresses: [jan@contoso.example]')}`));
    assert.equal(list.slice(list.indexOf('By the register')), 'By the register 2 people hold one, in Exchange: not counted\n  Jan Kowal  CONTOSO\\jan\n  Jan Kowal\n');
  });
});

describe('What is shown of a finding about an export', () => {
  it('names its mailboxes, with what is said of each', () => {
    assert.equal(mailboxList('enterprise-needed', [{ name: 'Anna Nowak', account: 'anna@contoso.example', message: 'Uses an archive.' }, { name: 'x', account: undefined, message: 'Is on hold.' }]), `enterprise-needed: 2 mailboxes

Anna Nowak  anna@contoso.example  Uses an archive.
x                                 Is on hold.
`);
    assert.equal(mailboxList('enterprise-needed', [{ name: 'anna@contoso.example', account: 'anna@contoso.example', message: 'Is on hold.' }]), 'enterprise-needed: 1 mailbox\n\n  anna@contoso.example  Is on hold.\n');
    assert.equal(mailboxList('enterprise-needed', []), 'enterprise-needed: 0 mailboxes\n\n');
  });
});
