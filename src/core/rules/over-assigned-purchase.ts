import { excesses, formatDay } from '../calendar';
import { describeExcess } from '../licensing/excess';
import { relievePool } from '../fixes/relieve-pool';
import { relatedHolders } from '../findings/related';
import { defineRule } from '../rule';
import { counted, quote, say } from '../text/sentence';

export default defineRule({
  name: 'over-assigned-purchase',
  severity: 'error',
  needs: ['purchases'],
  on: {
    pool({ pool, today, persons, inOrder, report }) {
      const { firstLine, seats } = pool;
      if (!pool.isCountable) {
        return;
      }
      const excess = describeExcess(excesses(seats.taken(persons), pool.holds(today)), today, pool.trueUp);
      if (!excess) {
        return;
      }
      const { firstDay, peakDay, taken, held, severity } = excess;
      const since = firstDay === peakDay ? say`on ${formatDay(peakDay)}` : say`on ${formatDay(peakDay)}, and too many since ${formatDay(firstDay)}`;
      report({
        at: firstLine.quantity!,
        severity,
        message: say`${counted(taken, 'assignment takes', 'assignments take')} a seat of ${quote(pool.id)} ${since}, but it holds ${counted(held, 'seat', 'seats')} then: end some, move some to another purchase, or record what else was bought.`,
        related: relatedHolders(inOrder(seats.holders, assignment => seats.takesOn(assignment, peakDay, persons)), today),
        fixes: context => relievePool(pool, peakDay, context),
      });
    },
  },
});
