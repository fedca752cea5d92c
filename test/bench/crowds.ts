// node --import tsx test/bench/crowds.ts: how long registers take in which 10,000 entries have to do with one another.
import { formatDay, parseDay } from '../../src/core/calendar';
import { checkText, RegisterCheck } from '../../src/core/check';

const count = 10_000;
const today = parseDay('2026-11-24')!;
const first = parseDay('2010-01-04')!;
const type = 'Exchange Server 2019 Standard User CAL';

const purchase = (id: string, quantity: number) => `  - id: ${id}\n    date: 2010-01-04\n    type: ${type}\n    quantity: ${quantity}\n    document: invoices/${id}.pdf\n`;
const assignment = (person: string, id: string, ...more: string[]) =>
  `  - name: Person ${person}\n    email: ${person}@contoso.example\n    type: ${type}\n    purchase: ${id}\n${more.map(line => `    ${line}\n`).join('')}`;
const register = (purchases: string, assignments: readonly string[]) => `purchases:\n${purchases}servers: []\nassignments:\n${assignments.join('')}`;
const all = <T>(make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));

/** Who has a seat for a day, one after the other. */
const oneDay = (index: number) => [`assigned: ${formatDay(first + index)}`, `ended: ${formatDay(first + index + 1)}`];

const crowds: Readonly<Record<string, string>> = {
  '10,000 people on one purchase': register(purchase('PO-1', count), all(index => assignment(`p${index}`, 'PO-1', 'assigned: 2024-03-04'))),
  '10,000 people on one purchase of half as many': register(purchase('PO-1', count / 2), all(index => assignment(`p${index}`, 'PO-1', 'assigned: 2024-03-04'))),
  '10,000 people of one name': register(purchase('PO-1', count), all(index => assignment(`p${index}`, 'PO-1', 'assigned: 2024-03-04').replace(/Person p\d+/, 'Anna Nowak'))),
  '10,000 purchases of one person': register(all(index => purchase(`PO-${index}`, 1)).join(''), all(index => assignment('p', `PO-${index}`, 'assigned: 2024-03-04'))),
  '10,000 reassignments of one seat': register(purchase('PO-1', 1), all(index => assignment(`p${index}`, 'PO-1', ...oneDay(index)))),
  '10,000 reassignments of one numbered seat': register(purchase('PO-1', 5), all(index => assignment(`p${index}`, 'PO-1', 'seat: 1', ...oneDay(index)))),
  '10,000 reassignments of 500 seats': register(purchase('PO-1', 500), all(index => assignment(`p${index}`, 'PO-1', `assigned: ${formatDay(first + Math.floor(index / 10))}`, `ended: ${formatDay(first + Math.floor(index / 10) + 40)}`))),
  '10,000 assignments in one seat at a time': register(purchase('PO-1', count), all(index => assignment(`p${index}`, 'PO-1', 'seat: 1', 'assigned: 2024-03-04'))),
  '10,000 stand-ins for one person': register(purchase('PO-1', 1), [
    assignment('p', 'PO-1', 'assigned: 2010-01-04'),
    ...all(index => assignment(`p${index}`, 'PO-1', 'temporaryFor: p@contoso.example', ...oneDay(index))),
  ]),
  '10,000 other addresses of one person': register(purchase('PO-1', 1), [
    assignment('p', 'PO-1', 'assigned: 2024-03-04', 'otherAddresses:', ...all(index => `  - other${index}@contoso.example`)),
  ]),
};

for (const [name, text] of Object.entries(crowds)) {
  const whole = medianOf(5, () => checkText(text, { today }));
  const check = new RegisterCheck(text, { today });
  check.work();
  const { length: found } = check.findings();
  // A name in the last entry is typed.
  const line = text.split('\n').findLastIndex(each => each.includes('name: '));
  const character = text.split('\n')[line]!.length;
  const key = medianOf(9, () => {
    check.update([{ range: { start: { line, character }, end: { line, character } }, newText: 'x' }]);
    check.work();
    check.findings();
  });
  console.log(`${name.padEnd(48)}${whole.toFixed(0).padStart(5)} ms from scratch${key.toFixed(1).padStart(8)} ms a keystroke${String(found).padStart(7)} findings`);
}

function medianOf(runs: number, run: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
}
