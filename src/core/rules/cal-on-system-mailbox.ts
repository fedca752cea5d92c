import { endAssignment } from '../fixes/end-assignment';
import { runningWithOnly } from '../licensing/mailbox';
import { holderNameOf } from '../findings/related';
import { defineRule } from '../rule';
import { quote, say } from '../text/sentence';

export default defineRule({
  name: 'cal-on-system-mailbox',
  severity: 'warning',
  needs: ['mailboxes'],
  on: {
    person(context) {
      for (const assignment of runningWithOnly(['discovery', 'system'], context)) {
        context.report({ at: assignment.face, fixes: () => endAssignment(assignment), message: say`${quote(holderNameOf(assignment))} holds a license, but has only a mailbox of Exchange itself, to which nobody signs in: end the assignment, or correct the \`kind\` of the mailbox.` });
      }
    },
  },
});
