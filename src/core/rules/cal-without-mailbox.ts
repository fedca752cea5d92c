import { runningOf } from '../licensing/mailbox';
import { holderNameOf } from '../findings/related';
import { defineRule } from '../rule';
import { quote, say } from '../text/sentence';

export default defineRule({
  name: 'cal-without-mailbox',
  severity: 'info',
  needs: ['mailboxes'],
  on: {
    person(context) {
      const { person, licenses, report } = context;
      if (person.mailboxes.length > 0) {
        return;
      }
      for (const assignment of runningOf(person, context)) {
        const type = licenses.typeOf(assignment);
        if (type && licenses.covers(type, 'standard')) {
          report({ at: assignment.face, message: say`${quote(holderNameOf(assignment))} holds a license, but no mailbox has this address or login: add the mailbox, or the address under which it is listed to \`otherAddresses\`.` });
        }
      }
    },
  },
});
