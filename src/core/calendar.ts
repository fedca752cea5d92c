/** A calendar day as the number of days since 1970-01-01 (negative before it). */
export type Day = number;

const millisecondsPerDay = 86_400_000;

/** Days of a common year before each month. */
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days from 0001-01-01 to 1970-01-01. */
const epoch = 719_162;

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/**
 * The day of a date of the proleptic Gregorian calendar, or undefined when there is no such day.
 * Years run from 1 to 9999 (there is no year 0 in that calendar), months and days from 1.
 */
export function dayOfDate(year: number, month: number, day: number): Day | undefined {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) {
    return undefined;
  }
  const leapDay = isLeapYear(year) ? 1 : 0;
  if (day > monthLengths[month - 1]! + (month === 2 ? leapDay : 0)) {
    return undefined;
  }
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return (
    365 * before +
    leapDays +
    daysBeforeMonth[month - 1]! +
    (month > 2 ? leapDay : 0) +
    (day - 1) -
    epoch
  );
}

/** The number that the ASCII digits of `text` from `start` to before `end` make, or -1. */
function digits(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) {
      return -1;
    }
    number = 10 * number + digit;
  }
  return number;
}

/**
 * The day that `text` names as exactly `YYYY-MM-DD`, from 0001-01-01 to 9999-12-31;
 * undefined for any other text and for days that don't exist.
 */
export function parseDay(text: string): Day | undefined {
  return text.length === 10 && text[4] === '-' && text[7] === '-'
    ? dayOfDate(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10))
    : undefined;
}

/** Days as they were written last: a register has many entries, but few days, and to write one takes long. */
const written = new Map<Day, string>();
const mostWritten = 10_000;

/** `day` as `YYYY-MM-DD`. Throws a RangeError for a day that isn't finite. */
export function formatDay(day: Day): string {
  let text = written.get(day);
  if (text === undefined) {
    text = new Date(day * millisecondsPerDay).toISOString().slice(0, -'T00:00:00.000Z'.length);
    if (written.size >= mostWritten) {
      written.clear();
    }
    written.set(day, text);
  }
  return text;
}

/** The day that the system's calendar shows at the moment `now`, in the system's time zone. */
export function localToday(now: Date): Day {
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / millisecondsPerDay;
}

/** The days from `start` to before `end`, none when `end` isn't after `start`; ±Infinity where it is open. */
export interface Interval {
  readonly start: Day;
  readonly end: Day;
}

/** The days from `first` to `last`, both included: terms of cover, absences, the days a person is covered. */
export function daysThrough(first: Day, last: Day): Interval {
  return { start: first, end: last + 1 };
}

/** Whether `day` is one of the days of `interval`. */
export function includesDay(interval: Interval, day: Day): boolean {
  return interval.start <= day && day < interval.end;
}

/** Whether at least one day belongs to both. */
export function overlap(a: Interval, b: Interval): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

/** What is left of `interval` on the days that none of `cuts` (in any order) has, ascending. */
export function without(interval: Interval, cuts: readonly Interval[]): Interval[] {
  const left: Interval[] = [];
  let start = interval.start;
  for (const cut of cuts.toSorted((a, b) => a.start - b.start)) {
    if (!overlap({ start, end: interval.end }, cut)) {
      continue;
    }
    if (cut.start > start) {
      left.push({ start, end: cut.start });
    }
    start = cut.end;
  }
  if (start < interval.end) {
    left.push({ start, end: interval.end });
  }
  return left;
}

/** By how much a {@link StepFunction} changes on `day`; never 0. */
export interface Step {
  readonly day: Day;
  readonly delta: number;
}

/**
 * A whole number that changes from day to day, 0 before its first step: seats taken, seats held.
 * It is kept as the sum of its steps, so what was added can be taken away in any order.
 */
export class StepFunction {
  private readonly sorted: { readonly day: Day; delta: number }[] = [];

  /** The steps, ascending by day, one a day. */
  get steps(): readonly Step[] {
    return this.sorted;
  }

  /**
   * Raises the value by `delta` (lowers it when negative) from `day` on, and on all days for
   * -Infinity; Infinity is never reached and changes nothing. `add(day, -delta)` takes it back.
   */
  add(day: Day, delta: number): void {
    if (delta === 0 || day === Infinity) {
      return;
    }
    const at = this.firstFrom(day);
    const step = this.sorted[at];
    if (step?.day !== day) {
      this.sorted.splice(at, 0, { day, delta });
    } else if (step.delta === -delta) {
      this.sorted.splice(at, 1);
    } else {
      step.delta += delta;
    }
  }

  /** The value on `day`, in time linear in the steps up to it. */
  valueOn(day: Day): number {
    let value = 0;
    for (const step of this.sorted) {
      if (step.day > day) {
        break;
      }
      value += step.delta;
    }
    return value;
  }

  private firstFrom(day: Day): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle]!.day < day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

/** The values of several step functions, in their order, from `day` until the next piece. */
export interface Piece {
  readonly day: Day;
  readonly values: readonly number[];
}

/**
 * Walks step functions together: a piece for each day on which at least one of them has a step,
 * ascending. They must not change meanwhile.
 */
export function* pieces(...functions: readonly StepFunction[]): Generator<Piece, void, undefined> {
  const walks = functions.map(({ steps }) => ({ steps, next: 0, value: 0 }));
  for (;;) {
    let day = Infinity;
    for (const { steps, next } of walks) {
      if (next < steps.length && steps[next]!.day < day) {
        day = steps[next]!.day;
      }
    }
    if (day === Infinity) {
      return;
    }
    for (const walk of walks) {
      if (walk.steps[walk.next]?.day === day) {
        walk.value += walk.steps[walk.next++]!.delta;
      }
    }
    yield { day, values: walks.map(({ value }) => value) };
  }
}

/** An unbroken run of days on which one step function exceeds another. */
export interface Excess extends Interval {
  /** Where the difference is largest, the first such piece: the exceeding value, then the exceeded. */
  readonly peak: Piece;
}

/** The runs of days on which `taken` exceeds `held`, ascending; one that never ends has `end` Infinity. */
export function excesses(taken: StepFunction, held: StepFunction): Excess[] {
  const found: { start: Day; end: Day; peak: Piece }[] = [];
  // The largest difference of the run under way, 0 between runs.
  let largest = 0;
  for (const piece of pieces(taken, held)) {
    const difference = piece.values[0]! - piece.values[1]!;
    if (difference > 0 && largest === 0) {
      found.push({ start: piece.day, end: Infinity, peak: piece });
      largest = difference;
    } else if (difference > largest) {
      found.at(-1)!.peak = piece;
      largest = difference;
    } else if (difference <= 0 && largest > 0) {
      found.at(-1)!.end = piece.day;
      largest = 0;
    }
  }
  return found;
}
