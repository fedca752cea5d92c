import { formatDay } from '../calendar';
import { addBlanks } from '../fixes/add-keys';
import { holderOf } from '../licensing/holder-of';
import { isGiven } from '../register/model';
import { holderNameOf } from '../findings/related';
import { defineRule } from '../rule';
import { earlyMoves, inSeatOrder, mayHaveMoves } from '../licensing/seat-history';
import { counted, quote, say } from '../text/sentence';

export default defineRule({
  name: 'reassigned-within-90-days',
  severity: 'warning',
  needs: ['purchases'],
  on: {
    pool({ pool, settings, persons, devices, inOrder, report }) {
      const { type, lines, seats } = pool;
      if ((type.kind !== 'cal' && type.kind !== 'suite') || !pool.isCountable) {
        return;
      }
      const bought = lines.reduce((sum, { quantity }) => sum + quantity!.value, 0);
      if (!mayHaveMoves(seats, bought)) {
        return;
      }
      const days = settings.reassignmentDays;
      const moves = earlyMoves(inSeatOrder(inOrder(seats.holders)), {
        seats: bought,
        days,
        holderOf: assignment => holderOf(assignment, { persons, devices }),
      });
      for (const { former, next } of moves) {
        const start = former.assigned!.value;
        const passed = counted(next.assigned!.value - start, 'day', 'days');
        const earliest = formatDay(start + days);
        report({
          at: next.assigned!,
          message: former.reason
            ? say`This seat was given to ${quote(holderNameOf(former))} on ${formatDay(start)}, ${passed} before, and may be reassigned after ${counted(days, 'day', 'days')}: take another seat, or assign it from ${earliest} on.`
            : say`This seat was given to ${quote(holderNameOf(former))} on ${formatDay(start)}, ${passed} before, and may be reassigned after ${counted(days, 'day', 'days')}: assign it from ${earliest} on, or record the \`reason\` why it ended there, for some allow it at once.`,
          related: [{ at: former.ended!, message: say`It ended here, on ${formatDay(former.ended!.value)}.` }],
          fixes: () => isGiven(former, 'reason') ? [] : addBlanks(former, ['reason'], `Add the \`reason\` why it ended for ${quote(holderNameOf(former))}`),
        });
      }
    },
  },
});
