import { defineRule, placeIn } from '../rule';
import { keyNamed, quote, say } from '../text/sentence';

export default defineRule({
  name: 'wrong-section',
  severity: 'error',
  on: {
    fault({ fault, segment, report }) {
      report({
        at: placeIn(segment, fault),
        message: say`Entries with keys such as ${quote(fault.key)} belong under ${keyNamed(fault.section)} and don't count here: put that key above the first of them, or move them below it.`,
      });
    },
  },
});
