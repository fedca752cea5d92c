import { enterpriseFeatures } from '../licensing/facts';
import { isSignedInTo } from '../licensing/mailbox';
import { defineRule } from '../rule';
import { quote, say } from '../text/sentence';

export default defineRule({
  name: 'enterprise-needed',
  severity: 'warning',
  needs: ['mailboxes', 'assignments'],
  on: {
    person({ person, today, report }) {
      const mailboxes = person.mailboxes.filter(mailbox => mailbox.features?.items.some(({ value }) => enterpriseFeatures.has(value)) && isSignedInTo(mailbox));
      if (mailboxes.length === 0 || person.mayBeCovered('enterprise', today)) {
        return;
      }
      for (const { features } of mailboxes) {
        const used = features!.items.filter(({ value }) => enterpriseFeatures.has(value)).map(({ value }) => quote(value)).join(', ');
        report({ at: features!.key, message: say`This mailbox uses ${used}, for which an Enterprise CAL is asked, and nobody holds one for it today: check what covers it, and assign an Enterprise CAL if nothing does.` });
      }
    },
  },
});
