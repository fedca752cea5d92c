import { defineRule, placeIn } from '../rule';
import { say } from '../sentence';

export default defineRule({
  name: 'cal-key',
  severity: 'warning',
  on: {
    fault({ fault, segment, report }) {
      report({ at: placeIn(segment, fault), message: say`A CAL has no product key: it is assigned by this record, and a server's key belongs in a vault.` });
    },
  },
});
