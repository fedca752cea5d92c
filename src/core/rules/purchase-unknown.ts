import { nameKnownPurchase } from '../fixes/name-known-purchase';
import { defineRule } from '../rule';
import { counted, quote, say } from '../sentence';

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
      const users = [
        ...assignments.length > 0 ? [counted(assignments.length, 'assignment', 'assignments')] : [],
        ...servers.length > 0 ? [counted(servers.length, 'server', 'servers')] : [],
      ].join(' and ');
      report({
        at,
        message: assignments.length + servers.length === 1
          ? say`No purchase has the id ${quote(at.value)}: correct it, or record the purchase.`
          : say`No purchase has the id ${quote(at.value)}, which ${users} name: correct it, or record the purchase.`,
        fixes: context => nameKnownPurchase(order, context),
      });
    },
  },
});
