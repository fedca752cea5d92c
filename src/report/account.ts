import { excesses, pieces, StepFunction, type Day } from '../core/calendar';

/** Seats on one day. What isn't known is undefined: where purchases aren't recorded, or a quantity can't be read. */
export interface Figures {
  readonly owned: number | undefined;
  readonly assigned: number | undefined;
  readonly free: number | undefined;
  readonly short: number | undefined;
}

/** What is owned and assigned from a day on, until the next change. */
export interface Change {
  /** Undefined for what holds before the first day that is known. */
  readonly day: Day | undefined;
  readonly owned: number;
  readonly assigned: number;
}

/** An unbroken run of days on which more was assigned than owned. */
export interface Shortage {
  /** The first day; undefined where it isn't known. */
  readonly from: Day | undefined;
  /** The last day; undefined where it lasts on the day of the report. */
  readonly until: Day | undefined;
  /** The first day on which most were short. */
  readonly worst: Change;
}

/** Seats owned and assigned day by day, up to one day. */
export class Account {
  private readonly owned: StepFunction | undefined;
  private readonly assigned: StepFunction | undefined;

  /** @param owned undefined where it isn't known; so for `assigned` */
  constructor(private readonly day: Day, owned: StepFunction | undefined, assigned: StepFunction | undefined) {
    this.owned = owned && upTo(day, [owned]);
    this.assigned = assigned && upTo(day, [assigned]);
  }

  /** The sum of accounts up to one day; unknown where one of them is. */
  static sum(day: Day, accounts: readonly Account[]): Account {
    return new Account(day, sumOf(day, accounts.map(({ owned }) => owned)), sumOf(day, accounts.map(({ assigned }) => assigned)));
  }

  /** Seats on the day up to which it runs. */
  get figures(): Figures {
    const owned = this.owned?.valueOn(this.day);
    const assigned = this.assigned?.valueOn(this.day);
    if (owned === undefined || assigned === undefined) {
      return { owned, assigned, free: undefined, short: undefined };
    }
    return { owned, assigned, free: Math.max(0, owned - assigned), short: Math.max(0, assigned - owned) };
  }

  /** How it changed, ascending; undefined where it isn't known. */
  get changes(): readonly Change[] | undefined {
    return this.owned && this.assigned && [...pieces(this.owned, this.assigned)].map(changeOf);
  }

  /** The runs of days that were short, ascending; undefined where it isn't known. */
  get shortages(): readonly Shortage[] | undefined {
    return this.owned && this.assigned && excesses(this.assigned, this.owned).map(({ start, end, peak: { day, values: [assigned, owned] } }) => ({
      from: known(start),
      until: end === Infinity ? undefined : end - 1,
      worst: changeOf({ day, values: [owned!, assigned!] }),
    }));
  }
}

function sumOf(day: Day, functions: readonly (StepFunction | undefined)[]): StepFunction | undefined {
  const known = functions.filter(each => each !== undefined);
  return known.length === functions.length ? upTo(day, known) : undefined;
}

function upTo(day: Day, functions: readonly StepFunction[]): StepFunction {
  const sum = new StepFunction();
  for (const each of functions) {
    for (const step of each.steps) {
      if (step.day <= day) {
        sum.add(step.day, step.delta);
      }
    }
  }
  return sum;
}

function changeOf({ day, values: [owned, assigned] }: { readonly day: Day; readonly values: readonly number[] }): Change {
  return { day: known(day), owned: owned!, assigned: assigned! };
}

function known(day: Day): Day | undefined {
  return day === -Infinity ? undefined : day;
}
