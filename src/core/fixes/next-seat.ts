import { overlap, type Interval } from '../calendar';
import { normalize } from '../register/identifier';
import type { Assignment } from '../register/model';
import type { Pool } from '../subjects/pool';
import { seatNumberOf } from '../licensing/seat-history';
import type { FixContext, ReportedFix } from './context';
import { textAt } from './yaml-text';

/** Offers the first whole number of a seat that nobody has on the days of an assignment, among those that the pool holds; where its own is one too. */
export function nextSeat(assignment: Assignment, pool: Pool, { persons, today }: FixContext): ReportedFix[] {
  const seat = assignment.seat!;
  if (!/^\d+$/.test(normalize(seat.value)) || !pool.isCountable) {
    return [];
  }
  const number = firstFreeSeat(pool, pool.seats.daysTakenBy(assignment, persons), { persons, today });
  if (number === undefined) {
    return [];
  }
  const [quote] = /^["']?/.exec(textAt(seat))!;
  return [{ title: `Give it seat ${number}, which is free on its days`, edits: [{ at: seat, newText: quote + number + quote }], safe: false }];
}

/** The first whole number of a seat that nobody has on some days, among those that a pool holds today. */
export function firstFreeSeat(pool: Pool, days: readonly Interval[], { persons, today }: Pick<FixContext, 'persons' | 'today'>): number | undefined {
  const taken = new Set([...pool.seats.numbered]
    .filter(other => pool.seats.daysTakenBy(other, persons).some(stay => days.some(own => overlap(stay, own))))
    .map(seatNumberOf));
  const held = pool.holds(today).valueOn(today);
  for (let number = 1; number <= held; number++) {
    if (!taken.has(`${number}`)) {
      return number;
    }
  }
  return undefined;
}
