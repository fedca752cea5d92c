import type { Day } from '../../core/calendar';
import type { NewEntry } from '../../core/fixes/append-entries';
import type { FixContext } from '../../core/fixes/context';
import { groupBy } from '../../core/collections/group-by';
import { daysOf, isGiven, type Assignment } from '../../core/register/model';
import type { Pool } from '../../core/subjects/pool';
import { assignCals } from './assign-cals';
import { together, type Change } from './change';
import { endAssignments } from './end-assignments';
import { fromFileOf } from './file-of';
import { holderOfSame } from './holder';

/** Who moves from one purchase to another on a day. */
export interface Move {
  readonly from: Pool;
  readonly to: Pool;
  readonly day: Day;
  /** One of the words for `reason`. */
  readonly reason: string;
}

/** The assignments of a purchase that run on a day and have no end yet, in order; all others stay as they are. */
export function moversOf(pool: Pool, day: Day, { inOrder }: Pick<FixContext, 'inOrder'>): Assignment[] {
  return inOrder(pool.seats.holders, assignment => assignment.assigned!.value < day && !isGiven(assignment, 'ended'));
}

/** Ends the running assignments of a purchase on a day, and assigns their holders a CAL of another one from that day on. */
export function moveEverybody({ from, to, day, reason }: Move, context: FixContext): Change {
  const movers = moversOf(from, day, context);
  const ends = endAssignments(movers.map(assignment => ({ assignment, ended: day, reason })));
  const byFile = groupBy(movers, ({ segment }) => segment.slot!.chunk.list);
  const starts = [...byFile.values()].map(inFile => assignCals(inFile.map(mover => continued(mover, to, day)), fromFileOf(inFile[0]!, context)));
  return together([ends, ...starts]);
}

function continued(mover: Assignment, to: Pool, day: Day): NewEntry<'assignments'> {
  const { temporaryFor, returns, absence, external } = mover;
  return {
    ...holderOfSame(mover), type: to.firstLine.type!.value, assigned: day, purchase: to.id,
    temporaryFor: temporaryFor?.value, returns: returns?.value, absence: daysOf(absence), external: external?.value,
  };
}
