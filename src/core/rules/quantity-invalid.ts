import { unquoteNumber } from '../fixes/unquote-number';
import { defineRule, placeIn } from '../rule';
import { keyNamed, quote, say } from '../text/sentence';

export default defineRule({
  name: 'quantity-invalid',
  severity: 'error',
  hasSafeFixes: true,
  on: {
    fault({ fault, segment, report }) {
      const least = fault.key === 'quantity' ? 1 : 0;
      report({
        at: placeIn(segment, fault),
        message: fault.quoted && isUsable(fault.value.trim(), least)
          ? say`${keyNamed(fault.key)} is a number and stands without quotes: write ${Number(fault.value)}.`
          : say`${keyNamed(fault.key)} can't be ${quote(fault.value)}: it is a whole number of ${least} or more, in plain digits.`,
        fixes: () => unquoteNumber(placeIn(segment, fault), fault.key, least),
      });
    },
  },
});

/** Whether a text would do if it stood without quotes. */
function isUsable(text: string, least: number): boolean {
  return /^\d+$/.test(text) && Number(text) >= least && Number.isSafeInteger(Number(text));
}
