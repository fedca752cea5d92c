import { endAssignment } from '../fixes/end-assignment';
import { kindOf, mayBeAbsent, runningOf } from '../licensing/mailbox';
import { holderNameOf, relatedPlaces } from '../findings/related';
import { defineRule } from '../rule';
import { quote, say } from '../text/sentence';

export default defineRule({
  name: 'leaver-still-assigned',
  severity: 'warning',
  needs: ['mailboxes'],
  on: {
    person(context) {
      const { person, today, report } = context;
      const { mailboxes } = person;
      const ofUser = mailboxes.filter(mailbox => kindOf(mailbox) === 'user');
      if (ofUser.length === 0 || !ofUser.every(({ accountDisabled }) => accountDisabled?.value === true) || mailboxes.some(mailbox => kindOf(mailbox) === undefined)) {
        return;
      }
      for (const assignment of runningOf(person, context)) {
        if (!mayBeAbsent(assignment, today)) {
          report({
            at: assignment.face,
            message: say`The account of ${quote(holderNameOf(assignment))} is disabled, but this assignment still runs: add \`ended\` and \`reason\`, or \`absence\` if the person comes back.`,
            related: relatedPlaces(ofUser, ({ face }) => ({ at: face, message: say`The disabled account is here.` })),
            fixes: () => endAssignment(assignment),
          });
        }
      }
    },
  },
});
