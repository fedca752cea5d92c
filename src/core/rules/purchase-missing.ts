import { addBlanks } from '../fixes/add-keys';
import { moveToPurchase } from '../fixes/move-to-purchase';
import { isGiven } from '../register/model';
import { defineRule } from '../rule';
import { say } from '../text/sentence';

export default defineRule({
  name: 'purchase-missing',
  severity: 'warning',
  on: {
    assignment({ entry, report }) {
      if (!isGiven(entry, 'purchase') && !entry.damaged) {
        report({
          at: entry.face,
          fixes: context => [...moveToPurchase(entry, context), ...addBlanks(entry, ['purchase'])],
          message: say`This assignment names no purchase: add \`purchase\` with the document or order number that proves the license.`,
        });
      }
    },
  },
});
