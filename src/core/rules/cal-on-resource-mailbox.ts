import { endAssignment } from '../fixes/end-assignment';
import { runningWithOnly } from '../licensing/mailbox';
import { holderNameOf } from '../findings/related';
import { defineRule } from '../rule';
import { quote, say } from '../text/sentence';

export default defineRule({
  name: 'cal-on-resource-mailbox',
  severity: 'info',
  needs: ['mailboxes'],
  on: {
    person(context) {
      for (const assignment of runningWithOnly(['room', 'equipment'], context)) {
        context.report({ at: assignment.face, fixes: () => endAssignment(assignment), message: say`${quote(holderNameOf(assignment))} holds a license, but has only a mailbox of a room or of equipment, to which nobody signs in: it needs none, so the seat may be free.` });
      }
    },
  },
});
