import { joinMailbox } from '../fixes/join-mailbox';
import { needNoCal } from '../fixes/need-no-cal';
import { uncoveredMailboxOf } from '../licensing/mailbox';
import { defineRule } from '../rule';
import { quote, say } from '../text/sentence';

export default defineRule({
  name: 'mailbox-without-cal',
  severity: 'error',
  needs: ['mailboxes', 'assignments'],
  on: {
    person(context) {
      const mailbox = uncoveredMailboxOf(context.person, context);
      if (mailbox) {
        const email = mailbox.email!;
        context.report({
          at: email,
          message: say`Nobody holds a Standard CAL or suite today for the mailbox ${quote(email.value)}: assign one, or record under \`noCal\` why it needs none.`,
          fixes: fixContext => [...joinMailbox(mailbox, fixContext), ...needNoCal(email.value, fixContext)],
        });
      }
    },
  },
});
