import { uncoveredMailboxOf } from '../mailbox';
import { defineRule } from '../rule';
import { quote, say } from '../sentence';

export default defineRule({
  name: 'mailbox-without-cal',
  severity: 'error',
  needs: ['mailboxes', 'assignments'],
  on: {
    person(context) {
      const email = uncoveredMailboxOf(context.person, context)?.email;
      if (email) {
        context.report({ at: email, message: say`Nobody holds a Standard CAL or suite today for the mailbox ${quote(email.value)}: assign one, or record under \`noCal\` why it needs none.` });
      }
    },
  },
});
