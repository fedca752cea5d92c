import { unquoteNumber } from '../fixes/unquote-number';
import { defineRule, placeIn } from '../rule';
import { quote, say } from '../sentence';

export default defineRule({
  name: 'quantity-invalid',
  severity: 'error',
  on: {
    fault({ fault, segment, report }) {
      const least = fault.key === 'quantity' ? 1 : 0;
      report({
        at: placeIn(segment, fault),
        message: fault.quoted && /^\d+$/.test(fault.value.trim())
          ? say`\`${fault.key}\` is a number and stands without quotes: write ${fault.value.trim()}.`
          : say`\`${fault.key}\` can't be ${quote(fault.value)}: it is a whole number of ${least} or more, in plain digits.`,
        fixes: () => unquoteNumber(placeIn(segment, fault), fault.key, least),
      });
    },
  },
});
