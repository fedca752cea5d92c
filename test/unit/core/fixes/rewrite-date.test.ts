import assert from 'node:assert/strict';
import { checked, withFix } from '../../helpers/fixing';

/** What is offered for a date, the safe one first with a star. */
function offered(written: string): string[] {
  const text = `purchases:\n  - { id: PO-1, date: ${written}, type: Exchange Server SE Standard User CAL, quantity: 1 }\n`;
  const check = checked(text, { today: 20_000 });
  const finding = check.findings().find(({ rule }) => rule === 'date-invalid')!;
  return check.fixes(finding).map(fix => (fix.safe ? '*' : '') + /date: (.*), type/.exec(withFix(text, fix))![1]!);
}

describe('The fix of a date', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    '12.02.2024': ['*2024-02-12'],
    '4.3.2024': ['*2024-03-04'],
    "'4. 3. 2024'": ["*'2024-03-04'"],
    '24.11.2026 14:03:11': ['*2026-11-24'],
    '03.25.2024': ['2024-03-25'],
    '2024-2-12': ['*2024-02-12'],
    '2024/2/12': ['*2024-02-12'],
    '2024.02.12': ['*2024-02-12'],
    '20240212': ['*2024-02-12'],
    '"2024-2-12"': ['*"2024-02-12"'],
    '2024-02-12T08:00': ['*2024-02-12'],
    '2024-02-12T23:30:00Z': ['2024-02-12'],
    '04/03/2024': ['2024-03-04', '2024-04-03'],
    '04-03-2024': ['2024-03-04', '2024-04-03'],
    '03/03/2024': ['*2024-03-03'],
    '31/08/2024': ['*2024-08-31'],
    '08/31/2024': ['*2024-08-31'],
    '12.02.24': ['2024-02-12'],
    '2024-02-30': [],
    '30.02.2024': [],
    '2024': [],
    'soon': [],
    '1.1.0204': ['0204-01-01'],
  };
  for (const [written, expected] of Object.entries(cases)) {
    it(`offers ${expected.join(' and ') || 'nothing'} for ${written}`, () => assert.deepEqual(offered(written), expected));
  }
});
