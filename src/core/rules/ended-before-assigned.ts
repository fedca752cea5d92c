import { formatDay } from '../calendar';
import { defineRule } from '../rule';
import { say } from '../text/sentence';

export default defineRule({
  name: 'ended-before-assigned',
  severity: 'error',
  evenBroken: true,
  on: {
    assignment({ entry: { assigned, ended }, report }) {
      if (assigned && ended && ended.value < assigned.value) {
        report({
          at: ended,
          message: say`This assignment ends on ${formatDay(ended.value)}, before it starts on ${formatDay(assigned.value)}: correct one of the two dates.`,
          related: [{ at: assigned, message: say`It starts here.` }],
        });
      }
    },
  },
});
