import assert from 'node:assert/strict';
import { formatDay, parseDay, type Day } from '../../../src/core/calendar';
import { checkText } from '../../../src/core/check';
import type { Finding } from '../../../src/core/findings/finding';
import { Random } from '../../fuzz/random';
import { dayWithin, staffRow, textOfRows, type Row, type Rows } from '../../fuzz/staff';

const seed = Number(process.env.FUZZ_SEED ?? 20261124);
const rounds = 400;

/** How many entries a section has at most. */
const sizes: Readonly<Record<string, number>> = { purchases: 4, servers: 2, devices: 2, mailboxes: 4, noCal: 2, assignments: 16 };

/** Rules that speak of several entries at the first of them in the file, or at those behind the first. */
const tiedToOrder = ['purchase-unknown', 'type-mismatch', 'equivalent-not-set', 'cal-version-too-old', 'server-license-not-recorded', 'id-duplicate', 'mailbox-without-cal', 'server-unsupported'];
/** Rules of seats that are bought and taken. */
const ofCapacity = ['over-assigned-purchase', 'over-assigned-type', 'unassigned-seats'];

interface Register {
  readonly rows: Rows;
  readonly today: Day;
}

function randomRegister(random: Random, sections = Object.keys(sizes)): Register {
  const rows = Object.fromEntries(sections.map(section => [section, Array.from({ length: 1 + random.below(sizes[section]!) }, () => staffRow(random, section))]));
  return { rows, today: dayWithin(random) };
}

/** What is found, each with the entry that it stands at. */
function findingsOf({ rows, today }: Register): { readonly row: Row | undefined; readonly finding: Finding }[] {
  const rowsByLine = Object.values(rows).flatMap(entries => [undefined, ...entries]);
  return checkText(textOfRows(rows), { today }).map(finding => ({ row: rowsByLine[finding.range.start.line], finding }));
}

/** Runs a property on many registers; what it says when it fails tells the register. */
function holds(property: (random: Random, register: Register) => void, sections?: string[]): void {
  const random = new Random(seed);
  for (let round = 0; round < rounds; round++) {
    const register = randomRegister(random, sections);
    try {
      property(random, register);
    } catch (error) {
      throw new Error(`${String(error)}\ntoday: ${formatDay(register.today)}\n${textOfRows(register.rows)}`);
    }
  }
}

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  return items.map(item => ({ item, key: random.next() })).sort((a, b) => a.key - b.key).map(({ item }) => item);
}

const isDay = (value: unknown): value is string => typeof value === 'string' && parseDay(value) !== undefined;

/** A register with each value of its entries made another. */
function mapped({ rows, today }: Register, change: (value: unknown) => unknown): Register {
  const changed = (value: unknown): unknown => (Array.isArray(value) ? value.map(changed) : change(value));
  return {
    rows: Object.fromEntries(Object.entries(rows).map(([section, entries]) =>
      [section, entries.map(row => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, changed(value)])) as Row)])),
    today,
  };
}

describe(`Findings, with seed ${seed},`, function () {
  this.timeout(60_000);

  it('are the same in whatever order entries stand, but for where those stand that ask which is first', () => {
    holds((random, { rows, today }) => {
      const byDay = (key: string) => (row: Row, index: number, all: readonly Row[]) => all.findIndex(other => other[key] === row[key]) === index;
      const unambiguous = { ...rows, purchases: rows.purchases!.filter(byDay('date')), assignments: rows.assignments!.filter(byDay('assigned')) };
      const told = (each: Rows) => findingsOf({ rows: each, today })
        .map(({ row, finding: { rule, severity } }) => JSON.stringify([rule, severity, tiedToOrder.includes(rule) ? undefined : row])).sort();
      const reordered = Object.fromEntries(Object.entries(unambiguous).map(([section, entries]) => [section, shuffled(random, entries)]));
      assert.deepEqual(told(reordered), told(unambiguous));
    });
  });

  it('about seats are the same when an assignment is split in two that follow each other', () => {
    const told = (register: Register) => findingsOf(register).filter(({ finding }) => ofCapacity.includes(finding.rule)).map(({ finding: { rule, severity, message } }) => ({ rule, severity, message }));
    let found = 0;
    holds((random, { rows, today }) => {
      const assignments = rows.assignments!;
      const whole = random.pick(assignments);
      const start = parseDay(String(whole.assigned))!;
      const end = whole.ended === undefined ? start + 200 : parseDay(String(whole.ended))!;
      const day = formatDay(start + random.below(end - start + 1));
      const split = assignments.flatMap(row => row === whole ? shuffled(random, [{ ...whole, ended: day }, { ...whole, assigned: day }]) : [row]);
      const before = told({ rows, today });
      assert.deepEqual(told({ rows: { ...rows, assignments: split }, today }), before);
      found += before.length;
    });
    assert.ok(found > rounds);
  });

  it('of too many assignments are not added by buying more under a number of its own', () => {
    holds((random, { rows, today }) => {
      const count = (register: Register) => findingsOf(register).filter(({ finding }) => finding.rule.startsWith('over-assigned')).length;
      const more = { ...staffRow(random, 'purchases'), id: 'PO-99' };
      assert.ok(count({ rows: { ...rows, purchases: [...rows.purchases!, more] }, today }) <= count({ rows, today }));
    });
  });

  it('are the same when a person is renamed everywhere', () => {
    holds((random, register) => {
      const person = random.below(7);
      const renamed = mapped(register, value => (typeof value === 'string' ? value.replace(`person${person}`, `else${person}`).replace(`Name Of${person}`, `Else Of${person}`) : value));
      const told = (each: Register) => findingsOf(each).map(({ finding: { rule, severity, range: { start } } }) => `${rule} ${severity} ${start.line}`);
      assert.deepEqual(told(renamed), told(register));
    });
  });

  it('are the same when all days and today are shifted, where no version came out meanwhile', () => {
    holds((random, register) => {
      const by = random.below(2000) - 1000;
      const shift = (value: unknown) => (isDay(value) ? formatDay(parseDay(value)! + by) : value);
      const { rows, today } = mapped(register, shift);
      const told = (each: Register) => findingsOf(each).map(({ finding: { rule, severity, range: { start } } }) => `${rule} ${severity} ${start.line}`);
      assert.deepEqual(told({ rows, today: today + by }), told(register));
    }, ['purchases', 'devices', 'mailboxes', 'noCal', 'assignments']);
  });
});
