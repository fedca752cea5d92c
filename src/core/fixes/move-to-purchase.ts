import { daysTaken } from '../licensing/assignment-days';
import { pieces, type Day, type Interval } from '../calendar';
import { fits } from '../licensing/license-type';
import type { Assignment } from '../register/model';
import type { Persons } from '../subjects/persons';
import type { Pool } from '../subjects/pool';
import { counted, quote } from '../text/sentence';
import { addKeys } from './add-keys';
import type { FixContext, ReportedFix } from './context';
import { replaceScalar, writeScalar } from './yaml-text';

/** More offers than these are no help in a menu. */
const mostOffers = 5;

/**
 * Offers the purchases that have a seat for an assignment on all its days.
 * @param who of whom the title speaks, where the finding stands elsewhere
 */
export function moveToPurchase(assignment: Assignment, { pools, licenses, today, persons }: FixContext, who = ''): ReportedFix[] {
  const type = licenses.typeOf(assignment);
  if (!type || type.kind === 'server') {
    return [];
  }
  const offers: ReportedFix[] = [];
  for (const pool of pools) {
    const isFitting = pool.type === type || fits(type, pool.type, version => pool.hasRightsTo(version, today));
    const free = isFitting && pool.isCountable && !pool.seats.holders.has(assignment) ? freeSeats(pool, daysTaken(assignment), today, persons) : 0;
    if (free > 0) {
      const title = `${assignment.purchase ? 'Move' : 'Assign'}${who} to ${quote(pool.id)}, ${counted(free, 'seat', 'seats').text} free`;
      offers.push(...assignment.purchase
        ? [{ title, edits: [replaceScalar(assignment.purchase, pool.id)], safe: false }]
        : addKeys(assignment, [['purchase', writeScalar(pool.id)]], title));
    }
    if (offers.length === mostOffers) {
      break;
    }
  }
  return offers;
}

/** How many seats of a pool are free on all of some days; below zero where some are missing. */
export function freeSeats(pool: Pool, { start, end }: Interval, today: Day, persons: Persons): number {
  const held = pool.holds(today);
  const taken = pool.seats.taken(persons);
  let least = held.valueOn(start) - taken.valueOn(start);
  for (const { day, values: [holds = 0, takes = 0] } of pieces(held, taken)) {
    if (day > start && day < end) {
      least = Math.min(least, holds - takes);
    }
  }
  return least;
}
