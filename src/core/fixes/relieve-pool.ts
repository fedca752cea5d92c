import type { Day } from '../calendar';
import type { Pool } from '../subjects/pool';
import { holderNameOf } from '../findings/related';
import { quote } from '../text/sentence';
import type { FixContext, ReportedFix } from './context';
import { endAssignment } from './end-assignment';
import { moveToPurchase } from './move-to-purchase';

/** Frees a seat of a pool that has too few on a day: of who got theirs last. */
export function relievePool(pool: Pool, day: Day, context: FixContext): ReportedFix[] {
  const { inOrder, persons } = context;
  const holders = inOrder(pool.seats.holders, assignment => pool.seats.takesOn(assignment, day, persons));
  const last = holders.toSorted((a, b) => a.assigned!.value - b.assigned!.value).at(-1);
  if (!last) {
    return [];
  }
  const who = ` ${quote(holderNameOf(last))}`;
  return [...moveToPurchase(last, context, who), ...endAssignment(last, who)];
}
