import type { Day } from '../../core/calendar';
import type { FixContext } from '../../core/fixes/context';
import { freeSeats } from '../../core/fixes/move-to-purchase';
import type { Pool } from '../../core/subjects/pool';
import { uncountedAssignments } from '../uncounted';

/** The seats of a purchase from a day on. */
export interface SeatsOn {
  /** How many it holds on that day. */
  readonly held: number;
  /** How many are free on that day and on all later ones; below zero where some are missing. */
  readonly free: number;
  /** Whether assignments that can't be read may take some of them. */
  readonly isAtMost: boolean;
}

/** The seats of a purchase from a day on; undefined where its quantity can't be read. */
export function seatsOn(pool: Pool, day: Day, { today, persons }: Pick<FixContext, 'today' | 'persons'>): SeatsOn | undefined {
  return pool.isCountable ? { held: pool.holds(today).valueOn(day), free: freeSeats(pool, { start: day, end: Infinity }, today, persons), isAtMost: uncountedAssignments(pool, day) > 0 } : undefined;
}
