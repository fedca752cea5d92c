import { overlap, type Interval } from '../calendar';
import type { Assignment } from '../register/model';

/** An assignment with the days on which it takes a seat, ascending, and who is meant by it. */
export interface Stay {
  readonly assignment: Assignment;
  readonly days: readonly Interval[];
  /** Two stays of one owner never clash. */
  readonly owner: unknown;
}

/** Two stays that share a day. */
export interface Clash {
  readonly earlier: Assignment;
  readonly later: Assignment;
}

/**
 * Each stay that shares a day with an earlier one of another owner, beside one such.
 * @param stays in order of `assigned`
 */
export function clashesAmong(stays: readonly Stay[]): Clash[] {
  const clashes: Clash[] = [];
  // Of unbroken stays the two that last longest, of different owners, tell all: who comes later began no earlier.
  let longest: Stay | undefined;
  let longestOfOthers: Stay | undefined;
  const broken: Stay[] = [];
  for (const stay of stays) {
    const [first] = stay.days;
    if (!first) {
      continue;
    }
    const rival = longest?.owner === stay.owner ? longestOfOthers : longest;
    const earlier = rival && endOf(rival) > first.start
      ? rival
      : broken.find(other => other.owner !== stay.owner && stay.days.some(days => other.days.some(each => overlap(days, each))));
    if (earlier) {
      clashes.push({ earlier: earlier.assignment, later: stay.assignment });
    }
    if (first.start !== stay.assignment.assigned?.value || stay.days.length > 1) {
      broken.push(stay);
    } else if (!longest || endOf(stay) > endOf(longest)) {
      longestOfOthers = longest?.owner === stay.owner ? longestOfOthers : longest;
      longest = stay;
    } else if (stay.owner !== longest.owner && (!longestOfOthers || endOf(stay) > endOf(longestOfOthers))) {
      longestOfOthers = stay;
    }
  }
  return clashes;
}

function endOf({ days }: Stay): number {
  return days[0]!.end;
}
