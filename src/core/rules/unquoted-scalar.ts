import { quoteScalar } from '../fixes/quote-scalar';
import { defineRule, placeIn } from '../rule';
import { quote, say } from '../sentence';

const names = { number: 'a number', boolean: 'true or false', null: 'nothing' } as const;

export default defineRule({
  name: 'unquoted-scalar',
  severity: 'warning',
  on: {
    fault({ fault, segment, report }) {
      report({
        at: placeIn(segment, fault),
        message: say`Other programs read ${fault.value} as ${names[fault.readAs]}: put it in quotes, as ${quote(fault.value)}.`,
        fixes: () => quoteScalar(placeIn(segment, fault), fault.value),
      });
    },
  },
});
