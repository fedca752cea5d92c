import { nameKnownPurchase } from '../fixes/name-known-purchase';
import { defineRule } from '../rule';
import { counted, quote, say, type Sentence } from '../text/sentence';

export default defineRule({
  name: 'purchase-unknown',
  severity: 'error',
  needs: ['purchases'],
  on: {
    order({ order, inOrder, report }) {
      if (order.lines.size > 0) {
        return;
      }
      const assignments = inOrder(order.holdings.keys(), assignment => assignment.type !== undefined);
      const servers = inOrder(order.servers);
      const at = assignments[0]?.purchase ?? servers[0]?.license;
      if (!at) {
        return;
      }
      report({
        at,
        message: assignments.length + servers.length === 1
          ? say`No purchase has the id ${quote(at.value)}: correct it, or record the purchase.`
          : say`No purchase has the id ${quote(at.value)}, which ${namedBy(assignments.length, servers.length)} name: correct it, or record the purchase.`,
        fixes: context => nameKnownPurchase(order, context),
      });
    },
  },
});

/** Who names the purchase, where several do. */
function namedBy(assignments: number, servers: number): Sentence {
  const people = counted(assignments, 'assignment', 'assignments');
  const machines = counted(servers, 'server', 'servers');
  return servers === 0 ? people : assignments === 0 ? machines : say`${people} and ${machines}`;
}
