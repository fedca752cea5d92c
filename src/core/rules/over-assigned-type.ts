import { byAssigned } from '../licensing/assignment-days';
import { excesses, formatDay, type Day } from '../calendar';
import { describeExcess } from '../licensing/excess';
import { moveToPurchase } from '../fixes/move-to-purchase';
import { isWhollyKnown } from '../licensing/license-type';
import { relatedHolders } from '../findings/related';
import { defineRule } from '../rule';
import { counted, quote, say } from '../text/sentence';

export default defineRule({
  name: 'over-assigned-type',
  severity: 'error',
  needs: ['purchases'],
  on: {
    type({ type, today, persons, inOrder, report }) {
      const { unnamed } = type;
      const pools = [...type.pools];
      if (unnamed.holders.size === 0 || !isWhollyKnown(type.type) || pools.some(pool => !pool.isCountable)) {
        return;
      }
      const left = type.leftOver.seats;
      const trueUps = pools.flatMap(pool => pool.trueUp ?? []);
      const excess = describeExcess(excesses(unnamed.taken(persons), left), today, trueUps.length > 0 ? Math.max(...trueUps) : undefined);
      if (!excess) {
        return;
      }
      const { firstDay, peakDay, taken, held, severity } = excess;
      const holdersOn = (day: Day) => inOrder(unnamed.holders, assignment => unnamed.takesOn(assignment, day, persons));
      const tooMany = holdersOn(firstDay).sort(byAssigned)[left.valueOn(firstDay)]!;
      report({
        at: tooMany.type!,
        severity,
        message: say`${counted(taken, 'assignment', 'assignments')} of ${quote(type.type.name)} without a purchase ${taken === 1 ? say`runs` : say`run`} on ${formatDay(peakDay)}, but purchases have ${counted(held, 'seat', 'seats')} left then, and this is the first one too many, from ${formatDay(firstDay)} on: end some, or record what else was bought.`,
        related: relatedHolders(holdersOn(peakDay).filter(assignment => assignment !== tooMany), today),
        fixes: context => moveToPurchase(tooMany, context),
      });
    },
  },
});
