import { defineRule, placeIn } from '../rule';
import { quote, say } from '../text/sentence';

export default defineRule({
  name: 'duplicate-key',
  severity: 'error',
  on: {
    fault({ fault, segment, report }) {
      report({
        at: placeIn(segment, fault),
        message: say`The key ${quote(fault.key)} stands here twice, and only the first one counts: keep one of them.`,
        related: fault.first ? [{ at: placeIn(fault.first.segment ?? segment, fault.first), message: say`The first one is here.` }] : [],
      });
    },
  },
});
