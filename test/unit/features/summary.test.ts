import assert from 'node:assert/strict';
import { parseDay } from '../../../src/core/calendar';
import { RegisterCheck } from '../../../src/core/check';
import { summaryOf } from '../../../src/features/summary';

const today = parseDay('2026-11-24')!;

function told(text: string, limit?: number) {
  const check = new RegisterCheck(text, { today, ...(limit === undefined ? {} : { limit }) });
  check.work();
  return summaryOf(check.overview()!, [check.findings()]);
}

const expired = (count: number) => `noCal:\n${Array.from({ length: count }, (_, index) => `  - { email: service${index}@contoso.example, reason: service, until: 2026-05-05 }\n`).join('')}`;

const register = (quantity: number, names: readonly string[]) => `settings: { severities: { unassigned-seats: off } }
purchases:
  - { id: PO-1, date: 2026-01-05, type: Exchange Server 2019 Standard User CAL, quantity: ${quantity}, document: x.pdf }
assignments:
${names.map((name, index) => `  - { name: ${name}, email: person${index}@contoso.example, assigned: 2026-02-02, type: Exchange Server 2019 Standard User CAL, purchase: PO-1 }\n`).join('')}`;

describe('The summary of a register', () => {
  it('tells who is covered, what is owned, and the gravest findings', () => {
    assert.deepEqual(told(register(2, ['Anna Nowak', 'Ewa Lis'])), { text: '2 people covered · 2 CALs', detail: 'no findings', gravest: undefined });
    assert.deepEqual(told(register(1, ['Anna Nowak', 'Ewa Lis']) + expired(1)), { text: '2 people covered · 1 CAL · 1 error', detail: '1 warning', gravest: 'error' });
    assert.deepEqual(told(register(1, ['Ewa Lis']) + expired(1)), { text: '1 person covered · 1 CAL · 1 warning', detail: '', gravest: 'warning' });
    const noted = (count: number) => `${register(count, ['Anna Nowak', 'Ewa Lis']).replace('off', 'info')}${expired(1)}`;
    assert.deepEqual(told(noted(3)), { text: '2 people covered · 3 CALs · 1 warning', detail: '1 note', gravest: 'warning' });
  });

  it('leaves out hints, which Problems lists no more than it', () => {
    assert.equal(told(register(2, ['Anna Nowak']).replace('off', 'hint')).detail, 'no findings');
  });

  it('says that there are more findings than are listed', () => {
    assert.equal(told(register(1, ['Anna Nowak', 'Ewa Lis']) + expired(3), 3).detail, '1+ warnings');
    assert.equal(told(register(1, ['Anna Nowak', 'Ewa Lis']) + expired(3), 2).text, '2 people covered · 1 CAL · 1+ errors');
  });

  it('tells of all its files together', () => {
    const check = new RegisterCheck(register(1, ['Anna Nowak', 'Ewa Lis']) + expired(1), { today });
    check.work();
    const findings = check.findings();
    const first = findings.filter(({ severity }) => severity === 'error');
    const notes = findings.slice(0, 1).map(finding => ({ ...finding, severity: 'info' as const }));
    assert.deepEqual(summaryOf(check.overview()!, [findings, first, [...notes, ...notes]]), { text: '2 people covered · 1 CAL · 2 errors', detail: '1 warning, 2 notes', gravest: 'error' });
  });

  it('counts each person once, and nobody who has left', () => {
    const text = register(3, ['Anna Nowak', 'Anna Nowak', 'Ewa Lis']).replaceAll('person1', 'person0').replace('email: person2@contoso.example', 'email: ewa@contoso.example, ended: 2026-05-05, reason: left');
    assert.match(told(text).text, /^1 person covered · 3 CALs/);
  });
});
