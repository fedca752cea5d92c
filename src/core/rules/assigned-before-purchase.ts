import { formatDay } from '../calendar';
import { relatedHolders } from '../findings/related';
import { defineRule } from '../rule';
import { counted, say } from '../text/sentence';

export default defineRule({
  name: 'assigned-before-purchase',
  severity: 'warning',
  needs: ['purchases'],
  on: {
    pool({ pool, today, inOrder, report }) {
      const { date } = pool.firstLine;
      if (!date || pool.trueUp !== undefined || pool.seats.firstDay >= date.value) {
        return;
      }
      const early = inOrder(pool.seats.holders, assignment => assignment.assigned!.value < date.value);
      if (early.length > 0) {
        const first = Math.min(...early.map(assignment => assignment.assigned!.value));
        report({
          at: date,
          message: say`${counted(early.length, 'assignment starts', 'assignments start')} before this purchase of ${formatDay(date.value)}, the first on ${formatDay(first)}: correct the dates, or record what was used until then.`,
          related: relatedHolders(early, today),
        });
      }
    },
  },
});
