import { formatDay } from '../calendar';
import { endAssignment } from '../fixes/end-assignment';
import { isSignedInTo, mayBeAbsent, runningOf } from '../licensing/mailbox';
import { holderNameOf } from '../findings/related';
import { defineRule } from '../rule';
import { counted, quote, say } from '../text/sentence';

export default defineRule({
  name: 'inactive-seat',
  severity: 'hint',
  needs: ['mailboxes'],
  on: {
    person(context) {
      const { person, today, settings, report } = context;
      const idle = person.mailboxes.filter(mailbox => mailbox.lastLogon && today - mailbox.lastLogon.value > settings.inactiveDays && isSignedInTo(mailbox));
      const holding = idle.length === 0 ? undefined : runningOf(person, context).find(assignment => !mayBeAbsent(assignment, today));
      if (!holding) {
        return;
      }
      for (const { lastLogon } of idle) {
        report({
          at: lastLogon!,
          message: say`Nobody has opened this mailbox since ${formatDay(lastLogon!.value)}, ${counted(today - lastLogon!.value, 'day', 'days')} ago: ask whether its seat is still needed, or record the \`absence\`.`,
          related: [{ at: holding.face, message: say`The seat is assigned here.` }],
          fixes: () => endAssignment(holding, ` ${quote(holderNameOf(holding))}`),
        });
      }
    },
  },
});
