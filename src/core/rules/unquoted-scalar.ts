import { quoteScalar } from '../fixes/quote-scalar';
import { defineRule, placeIn } from '../rule';
import { quote, say } from '../text/sentence';

const names = { number: say`a number`, boolean: say`true or false`, null: say`nothing` };

export default defineRule({
  name: 'unquoted-scalar',
  severity: 'warning',
  hasSafeFixes: true,
  on: {
    fault({ fault, segment, report }) {
      report({
        at: placeIn(segment, fault),
        message: say`Without quotes, other programs read ${quote(fault.value)} as ${names[fault.readAs]}: put it in quotes.`,
        fixes: () => quoteScalar(placeIn(segment, fault), fault.value),
      });
    },
  },
});
