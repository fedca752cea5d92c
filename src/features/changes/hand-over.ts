import type { FixContext } from '../../core/fixes/context';
import { assignCals } from './assign-cals';
import { together, type Change } from './change';
import { endAssignments, type End } from './end-assignments';
import { fromFileOf } from './file-of';
import type { NewHolder } from './holder';

/** Gives a seat to somebody else: the former assignment ends on the day on which the next one begins. */
export function handOver(end: End, to: NewHolder, context: FixContext): Change {
  const { type, purchase, seat } = end.assignment;
  const next = { ...to, type: type?.value, assigned: end.ended, purchase: purchase?.value, seat: seat?.value };
  return together([endAssignments([end]), assignCals([next], fromFileOf(end.assignment, context))]);
}
