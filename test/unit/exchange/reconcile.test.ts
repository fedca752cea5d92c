import assert from 'node:assert/strict';
import { parseDay } from '../../../src/core/calendar';
import { RegisterCheck } from '../../../src/core/check';
import { readCals } from '../../../src/exchange/read-cals';
import { reconcile, reconciliationText } from '../../../src/exchange/reconcile';
import { finish } from '../../../src/exchange/steps';
import { tableOf } from './tables';

const register = `
purchases:
  - { id: PO-1, date: 2024-01-10, type: Exchange Server 2019 Standard User CAL, quantity: 30 }
  - { id: PO-2, date: 2024-01-10, type: Exchange Server 2019 Standard Device CAL, quantity: 9 }
  - { id: PO-3, date: 2024-01-10, type: Exchange Server 2019 Standard, quantity: 1 }
assignments:
  - { name: Anna Nowak, email: anna@contoso.example, otherAddresses: [a.nowak@contoso.example], assigned: 2024-03-04, purchase: PO-1 }
  - { name: Anna Nowak, login: CONTOSO\\anna2, email: anna@contoso.example, assigned: 2024-03-04, type: Exchange Server 2019 Enterprise User CAL }
  - { name: Jan Kowal, email: jan@contoso.example, assigned: 2024-03-04, ended: 2024-09-04, purchase: PO-1 }
  - { name: Ewa Lis, email: ewa@contoso.example, assigned: 2024-03-04, purchase: PO-1 }
noCal:
  - { email: backup@contoso.example, reason: service }
mailboxes:
  - { email: info@contoso.example, kind: shared }
`;

function texts(...names: readonly string[]): string[] {
  const check = new RegisterCheck(register, { today: parseDay('2026-11-24')! });
  check.work();
  const { rows } = finish(readCals(tableOf('Name,LicenseName', ...names.map((name) => `${name},Exchange Server 2019 Standard CAL`), 'anna@contoso.example,Exchange Server 2019 Enterprise CAL', 'EX01.contoso.example,Exchange Server 2019 Standard Edition')));
  return finish(reconcile(rows, check.contents()!)).map((each) => reconciliationText(each).text);
}

describe("Exchange's own estimate", () => {
  it('is compared with the register, and the difference adds up', () => {
    assert.deepEqual(texts('A.Nowak@contoso.example', 'jan@contoso.example', 'backup@contoso.example', 'info@contoso.example', 'nobody@contoso.example'), [
      'Exchange estimates 5 Standard CALs; the register covers 2 people, 30 bought. Of those that Exchange counts, 4 are not covered: 1 with a reason under `noCal`, 1 shared or resource mailbox, 2 missing.',
      'Exchange estimates 1 Enterprise CAL; the register covers 1 person, 0 bought.',
    ]);
  });

  it('that the register covers needs no more words', () => {
    assert.equal(texts('anna@contoso.example', 'ANNA@contoso.example')[0], 'Exchange estimates 1 Standard CAL; the register covers 2 people, 30 bought.');
  });
});
