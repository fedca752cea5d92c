import { endAssignment } from '../fixes/end-assignment';
import { runningWithOnly } from '../licensing/mailbox';
import { holderNameOf } from '../findings/related';
import { defineRule } from '../rule';
import { quote, say } from '../text/sentence';

export default defineRule({
  name: 'cal-on-shared-mailbox',
  severity: 'info',
  needs: ['mailboxes'],
  on: {
    person(context) {
      for (const assignment of runningWithOnly(['shared'], context)) {
        context.report({ at: assignment.face, fixes: () => endAssignment(assignment), message: say`${quote(holderNameOf(assignment))} holds a license, but has only a shared mailbox, which as some read the terms needs none itself: check whether the people who work in it hold theirs.` });
      }
    },
  },
});
