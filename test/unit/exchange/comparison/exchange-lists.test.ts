import assert from 'node:assert/strict';
import { parseDay } from '../../../../src/core/calendar';
import { RegisterCheck } from '../../../../src/core/check';
import { checkWithExports } from '../../../../src/exchange/exports/bring-exports';
import { compareWithExchange } from '../../../../src/exchange/comparison/comparison';
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

describe('What is shown of a finding about an export', () => {
  it('names its mailboxes, with what is said of each', () => {
    assert.equal(mailboxList('enterprise-needed', [{ name: 'Anna Nowak', account: 'anna@contoso.example', message: 'Uses an archive.' }, { name: 'x', account: undefined, message: 'Is on hold.' }]), `enterprise-needed: 2 mailboxes

Anna Nowak  anna@contoso.example  Uses an archive.
x                                 Is on hold.
`);
    assert.equal(mailboxList('enterprise-needed', []), 'enterprise-needed: 0 mailboxes\n\n');
  });
});
