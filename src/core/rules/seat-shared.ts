import { byAssigned } from '../licensing/assignment-days';
import { nextSeat } from '../fixes/next-seat';
import { groupBy } from '../collections/group-by';
import { holderOf } from '../licensing/holder-of';
import { clashesAmong } from '../licensing/overlap';
import { relatedHolders } from '../findings/related';
import { defineRule } from '../rule';
import { seatNumberOf } from '../licensing/seat-history';
import { quote, say } from '../text/sentence';

export default defineRule({
  name: 'seat-shared',
  severity: 'error',
  needs: ['purchases'],
  on: {
    pool({ pool, today, persons, devices, inOrder, report }) {
      const { seats, id } = pool;
      for (const ofNumber of groupBy(seats.numbered, seatNumberOf).values()) {
        if (ofNumber.length < 2) {
          continue;
        }
        // A stand-in takes no seat while the absent person does, so the two never meet.
        const stays = inOrder(ofNumber).sort(byAssigned).flatMap(assignment => {
          const owner = holderOf(assignment, { persons, devices });
          return owner ? [{ assignment, days: seats.daysTakenBy(assignment, persons), owner }] : [];
        });
        for (const { earlier, later } of clashesAmong(stays)) {
          report({
            at: later.seat!,
            message: say`Seat ${quote(later.seat!.value)} of ${quote(id)} is taken by somebody else at the same time, and one seat serves one holder: give this one another seat, or correct the days.`,
            related: relatedHolders([earlier], today),
            fixes: context => nextSeat(later, pool, context),
          });
        }
      }
    },
  },
});
