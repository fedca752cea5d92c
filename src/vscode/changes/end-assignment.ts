import { formatDay, type Day } from '../../core/calendar';
import type { Assignment } from '../../core/register/model';
import { holderNameOf } from '../../core/findings/related';
import { endAssignments, type End } from '../../features/changes/end-assignments';
import type { Dialog } from '../dialog';
import { askReason } from './ask-reason';
import { withAssignment } from './choose-assignment';
import { askDay } from './questions';
import type { Known, Wizard } from './wizard';

/** Asks whose assignment ends, when and why. */
export const endAssignment: Wizard = (dialog, known) => withAssignment(dialog, 'Whose assignment ends? Type a name, an address or a purchase.', known, async assignment => {
  const day = await askDay(dialog, `What is the last day of ${holderNameOf(assignment)}?`, known.context.today, notBefore(assignment));
  const end = day === undefined ? undefined : await askEnd(dialog, assignment, day, known);
  return end && (() => endAssignments([end]));
});

/** Asks why an assignment ends on a day. @param first the word that is offered first */
export async function askEnd(dialog: Dialog, assignment: Assignment, ended: Day, { context }: Known, first?: string): Promise<End | undefined> {
  const reason = await askReason(dialog, `Why does the assignment of ${holderNameOf(assignment)} end?`, ended, context.settings.reassignmentDays, assignment, first);
  return reason === undefined ? undefined : { assignment, ended, reason };
}

/** Nothing ends before it begins. */
export function notBefore({ assigned }: Assignment): (day: Day) => string | undefined {
  return day => (assigned && day < assigned.value ? `The assignment began on ${formatDay(assigned.value)}: it can not end before.` : undefined);
}
