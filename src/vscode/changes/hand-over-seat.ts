import { formatDay } from '../../core/calendar';
import { holderNameOf } from '../../core/findings/related';
import { waivesWaiting } from '../../core/licensing/seat-history';
import { counted } from '../../core/text/sentence';
import type { End } from '../../features/changes/end-assignments';
import { handOver } from '../../features/changes/hand-over';
import { confirm } from '../dialog';
import { askHolder } from './ask-holder';
import { withAssignment } from './choose-assignment';
import { askEnd, notBefore } from './end-assignment';
import { askDay } from './questions';
import type { Wizard } from './wizard';

/** Asks whose seat goes to whom, on which day and why; warns of a seat that was held for too short a time. */
export const handOverSeat: Wizard = (dialog, known) => withAssignment(dialog, 'Whose seat goes to somebody else? Type a name, an address or a purchase.', known, async assignment => {
  const to = await askHolder(dialog, `Who takes over the seat of ${holderNameOf(assignment)}?`, known, assignment);
  const day = to && (await askDay(dialog, 'On which day? One holds it through this day, the other from this day on.', known.context.today, notBefore(assignment)));
  const end = day === undefined ? undefined : await askEnd(dialog, assignment, day, known, 'reassigned');
  if (!end) {
    return undefined;
  }
  const warning = warningOf(end, known.context.settings.reassignmentDays);
  if (warning !== undefined && !(await confirm(dialog, 'There is something to know first.', '$(check) Hand it over all the same', [warning]))) {
    return undefined;
  }
  return context => handOver(end, to!, context);
});

function warningOf({ assignment, ended, reason }: End, reassignmentDays: number): string | undefined {
  const held = assignment.assigned && ended - assignment.assigned.value;
  if (held === undefined || held >= reassignmentDays || waivesWaiting(reason)) {
    return undefined;
  }
  return `${holderNameOf(assignment)} will have held this seat for ${counted(held, 'day', 'days').text} only: it may be reassigned from ${formatDay(assignment.assigned!.value + reassignmentDays)} on.`;
}
