import { mendBroken } from '../fixes/mend-broken';
import { defineRule, placeIn } from '../rule';
import { quote, say } from '../text/sentence';

export default defineRule({
  name: 'broken-scalar',
  severity: 'error',
  on: {
    fault({ fault, segment, report }) {
      const { value } = fault;
      report({
        at: placeIn(segment, fault),
        message: fault.cause === 'escape'
          ? say`In double quotes, ${quote(value)} holds an unprintable character, since a \\ starts a special one: use single quotes.`
          : say`YAML takes what follows the # in ${quote(value)} as a comment: put the value in quotes if that belongs to it, or a blank behind the # if it doesn't.`,
        fixes: () => mendBroken(placeIn(segment, fault), fault),
      });
    },
  },
});
