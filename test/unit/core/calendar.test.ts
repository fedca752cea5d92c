import assert from 'node:assert/strict';
import {
  dayOfDate,
  daysThrough,
  excesses,
  formatDay,
  includesDay,
  localToday,
  overlap,
  parseDay,
  pieces,
  StepFunction,
  without,
  type Day,
  type Interval,
} from '../../../src/core/calendar';

/** Random whole numbers from 0 to before `limit`, the same ones in each run. */
function seededRandom(seed: number): (limit: number) => number {
  return limit => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  };
}

const day = (text: string): Day => parseDay(text) ?? assert.fail(`${text} is no day`);

describe('days', () => {
  it('count from 1970-01-01', () => {
    assert.equal(parseDay('1970-01-01'), 0);
    assert.equal(parseDay('1970-01-02'), 1);
    assert.equal(parseDay('1969-12-31'), -1);
    assert.equal(parseDay('2026-11-24'), Date.UTC(2026, 10, 24) / 86_400_000);
  });

  it('agree with Date over eight centuries, there and back', () => {
    const first = Date.UTC(1600, 0, 1) / 86_400_000;
    const last = Date.UTC(2400, 11, 31) / 86_400_000;
    for (let expected = first; expected <= last; expected++) {
      const text = new Date(expected * 86_400_000).toISOString().slice(0, 10);
      assert.equal(parseDay(text), expected);
      assert.equal(formatDay(expected), text);
    }
  });

  it('reach from 0001-01-01 to 9999-12-31', () => {
    for (const text of ['0001-01-01', '0099-12-31', '9999-12-31']) {
      assert.equal(formatDay(day(text)), text);
    }
    assert.equal(day('9999-12-31') - day('0001-01-01'), 3_652_058);
    assert.equal(parseDay('0000-01-01'), undefined);
    assert.equal(dayOfDate(10_000, 1, 1), undefined);
  });

  it('are written beyond the years that can be read', () => {
    assert.equal(formatDay(day('9999-12-31') + 1), '+010000-01-01');
    assert.throws(() => formatDay(Infinity), RangeError);
  });

  it('know leap years', () => {
    for (const year of ['1904', '2000', '2024', '2400']) {
      assert.equal(day(`${year}-03-01`) - day(`${year}-02-28`), 2, year);
      assert.equal(formatDay(day(`${year}-02-28`) + 1), `${year}-02-29`);
    }
    for (const year of ['1900', '2023', '2100', '2200']) {
      assert.equal(day(`${year}-03-01`) - day(`${year}-02-28`), 1, year);
      assert.equal(parseDay(`${year}-02-29`), undefined);
    }
  });

  it('accept exactly the days that a month has', () => {
    for (const year of [1900, 2000, 2024, 2026, 2100]) {
      for (let month = 0; month <= 13; month++) {
        for (let date = 0; date <= 32; date++) {
          const there = new Date(Date.UTC(year, month - 1, date));
          const exists = there.getUTCMonth() === month - 1 && there.getUTCDate() === date;
          const expected = exists ? there.getTime() / 86_400_000 : undefined;
          assert.equal(dayOfDate(year, month, date), expected, `${year}-${month}-${date}`);
        }
      }
    }
  });

  it('differ by 10,000 where the calendar says so', () => {
    for (const [from, to] of [
      ['1999-02-28', '2026-07-16'],
      ['2000-02-29', '2027-07-17'],
      ['2090-10-15', '2118-03-03'],
    ] as const) {
      assert.equal(day(to) - day(from), 10_000);
    }
    const random = seededRandom(3);
    for (let round = 0; round < 1_000; round++) {
      const start = new Date(Date.UTC(1950 + random(150), random(12), 1 + random(28)));
      const end = new Date(start);
      end.setUTCDate(end.getUTCDate() + 10_000);
      const [from, to] = [start, end].map(date => day(date.toISOString().slice(0, 10)));
      assert.equal(to! - from!, 10_000);
    }
  });

  for (const text of [
    '',
    '2024',
    '2024-02',
    '2024-2-12',
    '24-02-12',
    '12.02.2024',
    '2024/02/12',
    '20240212',
    '2024-02-12 ',
    ' 2024-02-12',
    '2024-02-12T00:00:00',
    '2024-02-1a',
    '2024-02-1.',
    '2024-0x-12',
    '-024-02-12',
    '+024-02-12',
    '2024-02--1',
    '2024–02–12',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-01-00',
    '2024-01-32',
    '2023-02-29',
    '٢٠٢٤-٠٢-١٢',
    '２０２４-02-12',
    '2024-02-12\n',
    'NaN',
  ]) {
    it(`are not read from ${JSON.stringify(text)}`, () => {
      assert.equal(parseDay(text), undefined);
    });
  }

  it('change at local midnight', () => {
    assert.equal(localToday(new Date(2026, 10, 24, 0, 0, 0)), day('2026-11-24'));
    assert.equal(localToday(new Date(2026, 10, 24, 23, 59, 59, 999)), day('2026-11-24'));
    assert.equal(localToday(new Date(2024, 1, 29, 12)), day('2024-02-29'));
  });
});

describe('intervals', () => {
  it('hold their start and not their end', () => {
    const interval = { start: 3, end: 5 };
    assert.deepEqual([2, 3, 4, 5].map(it => includesDay(interval, it)), [false, true, true, false]);
    assert.equal(includesDay({ start: 3, end: 3 }, 3), false);
    assert.equal(includesDay({ start: -Infinity, end: Infinity }, 3), true);
  });

  it('include both days of a term', () => {
    const term = daysThrough(day('2025-01-01'), day('2025-12-31'));
    assert.equal(includesDay(term, day('2025-12-31')), true);
    assert.equal(includesDay(term, day('2026-01-01')), false);
    assert.deepEqual(daysThrough(4, Infinity), { start: 4, end: Infinity });
  });

  it('overlap when they share a day', () => {
    assert.equal(overlap({ start: 1, end: 3 }, { start: 2, end: 9 }), true);
    assert.equal(overlap({ start: 1, end: 3 }, { start: 3, end: 9 }), false);
    assert.equal(overlap({ start: 1, end: 9 }, { start: 4, end: 4 }), false);
    assert.equal(overlap({ start: 1, end: Infinity }, { start: 8, end: Infinity }), true);
  });

  it('leave what the cuts leave', () => {
    const always = { start: -Infinity, end: Infinity };
    assert.deepEqual(without(always, []), [always]);
    assert.deepEqual(without(always, [always]), []);
    assert.deepEqual(without({ start: 5, end: 5 }, []), []);
    assert.deepEqual(without(always, [{ start: 7, end: 9 }, { start: 1, end: 3 }]), [
      { start: -Infinity, end: 1 },
      { start: 3, end: 7 },
      { start: 9, end: Infinity },
    ]);
  });

  it('leave the same days as counting them one by one', () => {
    const random = seededRandom(11);
    const someInterval = (): Interval => {
      const start = random(30);
      return { start, end: start + random(8) - 1 };
    };
    for (let round = 0; round < 2_000; round++) {
      const interval = { start: random(15), end: 15 + random(15) };
      const cuts = Array.from({ length: random(6) }, someInterval);
      const left = without(interval, cuts);
      for (let at = -2; at < 40; at++) {
        const expected = includesDay(interval, at) && !cuts.some(cut => includesDay(cut, at));
        assert.equal(left.filter(it => includesDay(it, at)).length, expected ? 1 : 0);
      }
      left.forEach((it, index) => assert.ok(it.start < it.end && (left[index - 1]?.end ?? -1) < it.start));
    }
  });
});

describe('a step function', () => {
  function stepping(...steps: readonly (readonly [Day, number])[]): StepFunction {
    const result = new StepFunction();
    for (const [at, delta] of steps) {
      result.add(at, delta);
    }
    return result;
  }

  it('is 0 without steps', () => {
    assert.equal(new StepFunction().valueOn(0), 0);
    assert.deepEqual(new StepFunction().steps, []);
  });

  it('changes on the day of a step', () => {
    const seats = stepping([10, 1], [20, -1]);
    assert.deepEqual([9, 10, 19, 20].map(it => seats.valueOn(it)), [0, 1, 1, 0]);
  });

  it('may hold a value from ever', () => {
    const held = stepping([5, 2], [-Infinity, 3]);
    assert.deepEqual([-Infinity, -1e9, 4, 5, Infinity].map(it => held.valueOn(it)), [3, 3, 3, 5, 5]);
  });

  it('never reaches a step at Infinity', () => {
    assert.deepEqual(stepping([1, 1], [Infinity, -1]).steps, [{ day: 1, delta: 1 }]);
  });

  it('needs one seat for a handover on one day', () => {
    const seats = stepping([1, 1], [8, -1], [8, 1]);
    assert.deepEqual(seats.steps, [{ day: 1, delta: 1 }]);
    assert.equal(seats.valueOn(8), 1);
  });

  it('forgets steps that are taken back', () => {
    const seats = stepping([3, 1], [3, 1], [7, -2]);
    seats.add(3, -1);
    seats.add(7, 1);
    seats.add(5, 0);
    assert.deepEqual(seats.steps, [{ day: 3, delta: 1 }, { day: 7, delta: -1 }]);
    seats.add(7, 1);
    seats.add(3, -1);
    assert.deepEqual(seats.steps, []);
  });

  it('equals counting, whatever is added and taken back', () => {
    const random = seededRandom(42);
    const seats = new StepFunction();
    const taken: Interval[] = [];
    for (let round = 0; round < 5_000; round++) {
      if (taken.length > 0 && random(3) === 0) {
        const [gone] = taken.splice(random(taken.length), 1);
        seats.add(gone!.start, -1);
        seats.add(gone!.end, 1);
      } else {
        const start = random(20) === 0 ? -Infinity : random(300);
        const end = random(4) === 0 ? Infinity : Math.max(start, 0) + random(60);
        taken.push({ start, end });
        seats.add(start, 1);
        seats.add(end, -1);
      }
      if (round % 50 === 0) {
        for (let at = -1; at < 370; at++) {
          assert.equal(seats.valueOn(at), taken.filter(it => includesDay(it, at)).length);
        }
        seats.steps.forEach((step, index) =>
          assert.ok(step.delta !== 0 && (index === 0 || seats.steps[index - 1]!.day < step.day)),
        );
      }
    }
  });

  it('is walked together with others, a piece for each day on which one changes', () => {
    const taken = stepping([1, 1], [3, 1], [9, -2]);
    const held = stepping([-Infinity, 1], [3, 4]);
    assert.deepEqual([...pieces(taken, held)], [
      { day: -Infinity, values: [0, 1] },
      { day: 1, values: [1, 1] },
      { day: 3, values: [2, 5] },
      { day: 9, values: [0, 5] },
    ]);
    assert.deepEqual([...pieces()], []);
    assert.deepEqual([...pieces(new StepFunction(), new StepFunction())], []);
    assert.deepEqual([...pieces(taken)].map(({ values }) => values), [[1], [2], [0]]);
  });

  it('exceeds another in runs of days', () => {
    const taken = stepping([1, 2], [4, 1], [6, -2], [20, 3]);
    const held = stepping([-Infinity, 1], [10, -1], [12, 1]);
    assert.deepEqual(excesses(taken, held), [
      { start: 1, end: 6, peak: { day: 4, values: [3, 1] } },
      { start: 10, end: 12, peak: { day: 10, values: [1, 0] } },
      { start: 20, end: Infinity, peak: { day: 20, values: [4, 1] } },
    ]);
    assert.deepEqual(excesses(held, held), []);
  });

  it('keeps the first of equal peaks', () => {
    const taken = stepping([1, 2], [3, -1], [5, 1], [7, -2]);
    assert.deepEqual(excesses(taken, new StepFunction()), [
      { start: 1, end: 7, peak: { day: 1, values: [2, 0] } },
    ]);
  });

  it('exceeds another on the same days as counting them one by one', () => {
    const random = seededRandom(7);
    const some = (limit: number): StepFunction =>
      stepping(...Array.from({ length: random(12) }, () => [random(limit), random(5) - 2] as const));
    for (let round = 0; round < 2_000; round++) {
      const taken = some(25);
      const held = some(25);
      const difference = (at: Day): number => taken.valueOn(at) - held.valueOn(at);
      const found = excesses(taken, held);
      for (let at = -1; at < 30; at++) {
        const runs = found.filter(run => includesDay(run, at));
        assert.equal(runs.length, difference(at) > 0 ? 1 : 0);
        for (const { peak } of runs) {
          assert.ok(difference(at) <= difference(peak.day));
          assert.deepEqual(peak.values, [taken.valueOn(peak.day), held.valueOn(peak.day)]);
        }
      }
      found.forEach((run, index) => assert.ok(index === 0 || found[index - 1]!.end < run.start));
    }
  });
});
