import assert from 'node:assert/strict';
import { parseDay } from '../../../src/core/calendar';
import { RegisterCheck, type CheckOptions } from '../../../src/core/check';
import { mainPath } from '../../../src/core/register/inclusion';

const today = parseDay('2026-11-24')!;

function checked(text: string, options: Partial<CheckOptions> = {}): RegisterCheck {
  const check = new RegisterCheck(text, { today, ...options });
  check.work();
  return check;
}

const register = `organization: Contoso
purchases:
  - id: PO-2
    date: 2026-01-05
    type: Exchange Server SE Standard User CAL
    quantity: 1
    document: PO-2.pdf
    softwareAssurance: { from: 2026-01-05, until: 2029-01-04 }
  - { id: PO-1, date: 2026-03-01, type: Exchange Server SE Standard User CAL, quantity: 5, softwareAssurance: { from: 2026-01-05, until: 2029-01-04 } }
servers:
  - { name: EX02, version: SE, edition: Standard, license: PO-9, installed: 2026-06-01 }
assignments:
  - name: Anna Nowak
    email: anna.nowak@contoso.example
    assigned: 2026-01-10
    type: Exchange Server SE Standard User CAL
    purchase: PO-2
  - name: Ewa Lis
    email: ewa.lis@contoso.example
    assigned: 2026-02-20
    type: Exchange Server SE Standard User CAL
    purchase: PO-2
  - name: Jan Kowal
    email: jan.kowal@contoso.example
    assigned: 2026-01-10
    type: Exchange Server SE Standard User CAL
    purchase: PO-1
`;

describe('The contents of a register', () => {
  it('are undefined before anything was checked', () => {
    assert.equal(new RegisterCheck(register, { today }).contents(), undefined);
  });

  it('are its entries by kind, in order, with their places', () => {
    const { organization, sections, entries, placeOf } = checked(register).contents()!;
    assert.equal(organization, 'Contoso');
    assert.deepEqual([...sections], ['purchases', 'servers', 'assignments']);
    assert.deepEqual(entries.assignment.map(({ name }) => name!.value), ['Anna Nowak', 'Ewa Lis', 'Jan Kowal']);
    assert.deepEqual(entries.purchase.map(({ id }) => id!.value), ['PO-2', 'PO-1']);
    assert.deepEqual(placeOf(entries.assignment[1]!), { path: mainPath, line: 17, character: 10 });
  });

  it('are its pools, types and repeated purchases', () => {
    const { subjects } = checked(`${register}  # an entry more\n`.replace('servers:', '  - { id: PO-1, date: 2026-03-01, type: Exchange Server SE Standard User CAL, quantity: 7 }\nservers:')).contents()!;
    assert.deepEqual(subjects.pools.map(({ id }) => id), ['PO-2', 'PO-1']);
    assert.deepEqual([...subjects.licenseTypes].map(({ type }) => type.name), ['Exchange Server SE Standard User CAL']);
    assert.deepEqual(subjects.repeatedPurchases.map(({ quantity }) => quantity!.value), [7]);
  });

  it('leave out an entry under a key that stands twice', () => {
    assert.equal(checked(`${register}assignments:\n  - name: Jan Kowal\n`).contents()!.entries.assignment.length, 3);
  });

  it('follow edits', () => {
    const check = checked(register);
    check.update([{ range: { start: { line: 0, character: 14 }, end: { line: 0, character: 21 } }, newText: '"Fabrikam Ltd."' }]);
    check.work();
    assert.equal(check.contents()!.organization, 'Fabrikam Ltd.');
  });

  it('are those of a mapping with a name that is a single value, or nothing', () => {
    for (const text of ['', '- name: Anna Nowak\n', 'organization: [a]\n', 'organization:\n', 'organization: " "\n']) {
      assert.equal(checked(text).contents()!.organization, undefined);
    }
  });
});

describe('A check that leaves out what begins later', () => {
  const rulesOn = (day: string, leavesOutLater: boolean) =>
    checked(register, { today: parseDay(day)!, leavesOutLater }).findings().map(({ range, rule }) => `${range.start.line + 1} ${rule}`);

  it('says nothing about it, nor counts it', () => {
    assert.deepEqual(rulesOn('2026-02-01', false), [
      '6 over-assigned-purchase', '9 purchase-document-missing', '9 assigned-before-purchase', '9 purchase-in-future', '9 unassigned-seats', '11 purchase-unknown',
    ]);
    assert.deepEqual(rulesOn('2026-02-01', true), []);
  });

  it('says all of what has begun by then', () => {
    assert.deepEqual(rulesOn('2026-11-24', true), rulesOn('2026-11-24', false));
  });

  it('compares with exports what has begun', () => {
    const check = new RegisterCheck(`exports: { mailboxes: mailboxes.csv }\n${register}`, { today: parseDay('2026-02-01')!, leavesOutLater: true });
    check.work();
    const mailbox = (name: string) => ({ name, email: `${name}@contoso.example`, login: undefined, otherAddresses: [], kind: 'user' as const, accountDisabled: false, features: [], lastLogon: undefined, delegates: [] });
    check.bringExports([{ path: mainPath, kind: 'mailboxes', file: 'mailboxes.csv', isRead: true, problems: [], mailboxes: ['anna.nowak', 'ewa.lis', 'jan.kowal'].map(mailbox) }]);
    check.work();
    assert.deepEqual(check.contents()!.exports.map(({ kind }) => kind), ['mailboxes']);
    assert.deepEqual(check.findings().map(({ rule, message }) => `${rule} ${/mailbox "(.*?)"/.exec(message)![1]!}`), ['mailbox-without-cal ewa.lis@contoso.example']);
  });

  it('still says what is wrong with an entry whose day is unknown', () => {
    const text = '- name: Anna Nowak\n  email: anna.nowak@contoso.example\n  assigned: 2026-13-01\n  type: Exchange Server SE Standard User CAL\n  purchase: PO-1\n';
    assert.deepEqual(checked(text, { leavesOutLater: true }).findings().map(({ rule }) => rule), ['date-invalid']);
  });
});
