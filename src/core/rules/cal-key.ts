import { defineRule, placeIn } from '../rule';
import { say } from '../text/sentence';

export default defineRule({
  name: 'cal-key',
  severity: 'warning',
  on: {
    fault({ fault, segment, report }) {
      report({ at: placeIn(segment, fault), message: say`A CAL has no product key, since a record such as this one assigns it: remove \`key\`, and keep the key of a server in a vault.` });
    },
  },
});
