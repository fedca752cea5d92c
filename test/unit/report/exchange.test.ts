import assert from 'node:assert/strict';
import { render, type ReportFormat } from '../../../src/report';
import { positionWith } from './positions';

const register = `organization: Contoso
exports:
  cals: exports/cals.csv
  mailboxes: exports/mailboxes.csv
  servers: exports/servers.csv
  taken: 2026-11-20
purchases:
  - { id: PO-1, date: 2026-01-05, type: Exchange Server SE Standard User CAL, quantity: 9 }
servers:
  - { name: EX01, version: SE, edition: Standard }
noCal:
  - { email: admin@contoso.example, reason: admin-account }
assignments:
  - { name: Anna Nowak, email: anna@contoso.example, assigned: 2026-01-10, purchase: PO-1 }
  - { name: Ewa Lis, email: ewa@contoso.example, login: CONTOSO\\elis, assigned: 2026-01-10, purchase: PO-1 }
`;
const files = {
  cals: 'Name,LicenseName\nadmin@contoso.example,Exchange Server 2019 Standard CAL\nanna@contoso.example,Exchange Server 2019 Standard CAL\n"=1+<b>@contoso.example",Exchange Server 2019 Standard CAL\n',
  mailboxes: 'PrimarySmtpAddress,RecipientTypeDetails\nanna@contoso.example,UserMailbox\n',
  servers: 'Name,Edition,AdminDisplayVersion\nEX01,Enterprise,Version 15.2 (Build 2562.17)\n',
};
const rendered = async (format: ReportFormat) => render(await positionWith(register, files), format, { table: 'exchange', separator: 'comma' });

const figures = 'Exchange estimates 3 Standard CALs; the register covers 2 people, 9 bought.';
const difference = "Exchange counts 1 more: 1 missing, 1 admin account, less 1 person whom Exchange doesn't count.";

describe('A report of a register with exports of Exchange', () => {
  it('tells what both sides count, and all that makes the difference', async () => {
    const page = await rendered('html');
    assert.ok(page.includes(`<p>${figures} ${difference.replace("'", '&#39;')}</p>`));
    assert.ok(page.includes('<p>The exports were made on 2026-11-20.</p>'));
    assert.ok(page.includes('=1+&#60;b&#62;@contoso.example'));
    const text = await rendered('markdown');
    assert.ok(text.includes(`${figures} ${difference}`) && text.includes('| Ewa Lis, ewa@contoso.example, CONTOSO\\\\elis | Standard CAL | no mailbox | holds one |'), text);
  });

  it('is a table for spreadsheets, those who are missing first', async () => {
    assert.deepEqual((await rendered('csv')).slice(1).split('\r\n'), [
      'Account or server,License,In Exchange,In the register',
      "'=1+<b>@contoso.example,Standard CAL,counted,missing",
      'admin@contoso.example,Standard CAL,counted,admin account',
      '"Ewa Lis, ewa@contoso.example, CONTOSO\\elis",Standard CAL,no mailbox,holds one',
      'EX01,Server,listed,"has the edition ""Enterprise""; the register says ""Standard""."',
      '',
    ]);
  });

  it('is a contract as JSON', async () => {
    const { exchange } = JSON.parse(await rendered('json')) as { exchange: unknown };
    assert.deepEqual(exchange, {
      taken: ['2026-11-20'],
      cals: [{
        tier: 'standard', basis: 'estimate', estimated: 3, covered: 2, bought: 9, repeated: 0,
        uncovered: [{ name: 'admin@contoso.example', cause: 'admin-account' }, { name: '=1+<b>@contoso.example', cause: 'missing' }],
        unneeded: [{ names: ['Ewa Lis'], accounts: ['ewa@contoso.example', 'CONTOSO\\elis'], trace: 'gone', isCounted: false }],
      }],
      servers: { listed: 1, recorded: 1, differences: [{ name: 'EX01', difference: 'has the edition "Enterprise"; the register says "Standard".' }] },
    });
  });
});
