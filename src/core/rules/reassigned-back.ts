import { groupBy } from '../collections/group-by';
import type { Holder } from '../subjects/holder';
import { holderOf } from '../licensing/holder-of';
import type { Assignment } from '../register/model';
import { holderNameOf, relatedHolders } from '../findings/related';
import { defineRule } from '../rule';
import { inSeatOrder, seatNumberOf } from '../licensing/seat-history';
import { quote, say } from '../text/sentence';

export default defineRule({
  name: 'reassigned-back',
  severity: 'info',
  needs: ['purchases'],
  on: {
    pool({ pool, today, persons, devices, inOrder, report }) {
      const { lines, seats } = pool;
      if (seats.holders.size < 3) {
        return;
      }
      const isSingle = lines.length === 1 && lines[0]!.quantity?.value === 1;
      for (const inSeat of groupBy(isSingle ? seats.holders : seats.numbered, assignment => isSingle ? '' : seatNumberOf(assignment)).values()) {
        const lastOf = new Map<Holder, Assignment>();
        let before: Holder | undefined;
        for (const assignment of inSeat.length < 3 ? [] : inSeatOrder(inOrder(inSeat))) {
          const holder = holderOf(assignment, { persons, devices });
          const earlier = holder && lastOf.get(holder);
          if (earlier && before && before !== holder) {
            report({
              at: assignment.face,
              message: say`This seat comes back to ${quote(holderNameOf(assignment))}, who had it before somebody else did: a license is given on for good, so record it as \`temporaryFor\` if somebody only stood in.`,
              related: relatedHolders([earlier], today),
            });
          }
          if (holder) {
            lastOf.set(holder, assignment);
          }
          before = holder;
        }
      }
    },
  },
});
