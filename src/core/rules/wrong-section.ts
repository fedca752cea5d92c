import { defineRule, placeIn } from '../rule';
import { keyNamed, quote, say } from '../text/sentence';

export default defineRule({
  name: 'wrong-section',
  severity: 'error',
  on: {
    fault({ fault, segment, report }) {
      report({
        at: placeIn(segment, fault),
        message: fault.key === undefined
          ? say`These entries stand under no key of the register, while others do: put ${keyNamed(fault.section)} above the first of them.`
          : say`Entries with keys such as ${quote(fault.key)} belong under ${keyNamed(fault.section)} and don't count here: put that key above the first of them, or move them below it.`,
      });
    },
  },
});
