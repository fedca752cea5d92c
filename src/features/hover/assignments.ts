import { byAssigned, isRunning } from '../../core/licensing/assignment-days';
import { formatDay } from '../../core/calendar';
import type { Holder } from '../../core/subjects/holder';
import type { Assignment } from '../../core/register/model';
import { Pool } from '../../core/subjects/pool';
import type { Spot } from '../../core/spot';

/** What an assignment gives, as a part of a sentence: `Core CAL Suite of PO-1, assigned on 2026-10-01`. */
export function describeAssignment(assignment: Assignment, spot: Spot): string {
  const { purchase, assigned, temporaryFor, returns } = assignment;
  const standsIn = temporaryFor ? `, standing in for ${temporaryFor.value}${returns ? ` until ${formatDay(returns.value)}` : ''}` : '';
  return `${typeNameOf(assignment, spot)}${purchase ? ` of ${purchase.value}` : ''}, assigned on ${formatDay(assigned!.value)}${standsIn}`;
}

/** The assignments of a person or device with their days, the oldest first, a line each. */
export function tellAssignments(holder: Holder, spot: Spot): string[] {
  const sound = [...holder.assignments].filter(each => spot.subjects.isSound(each)).sort(byAssigned);
  return sound.map(each => {
    const days = `${formatDay(each.assigned!.value)} – ${each.ended ? formatDay(each.ended.value) : isRunning(each, spot.today) ? 'today' : ''}`.trimEnd();
    return `${days}: ${typeNameOf(each, spot)}${each.purchase ? `, ${each.purchase.value}` : ''}`;
  });
}

/** The name of what an assignment gives: with a purchase, the purchase's type. */
function typeNameOf(assignment: Assignment, { subjects }: Spot): string {
  const holding = subjects.holdingOf(assignment);
  return (holding instanceof Pool ? holding.type : subjects.typeOf(assignment))?.name ?? 'unknown license';
}
