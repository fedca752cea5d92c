import { rewriteDate } from '../fixes/rewrite-date';
import { defineRule, placeIn } from '../rule';
import { keyNamed, quote, say } from '../text/sentence';

export default defineRule({
  name: 'date-invalid',
  severity: 'error',
  hasSafeFixes: true,
  on: {
    fault({ fault, segment, report }) {
      report({
        at: placeIn(segment, fault),
        message: /^\d{4}-\d{2}-\d{2}$/.test(fault.value)
          ? say`${quote(fault.value)} is no day of the calendar: correct ${keyNamed(fault.key)}.`
          : say`${quote(fault.value)} can't be read as a date: write ${keyNamed(fault.key)} as YYYY-MM-DD.`,
        fixes: () => rewriteDate(placeIn(segment, fault), fault.value),
      });
    },
  },
});
