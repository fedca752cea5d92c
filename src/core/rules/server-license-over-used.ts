import { relatedServers } from '../findings/related';
import { defineRule } from '../rule';
import { counted, quote, say } from '../text/sentence';
import { needsLicense } from '../licensing/server';
import { poolsWithoutCover, serverPoolsOf } from '../licensing/server-license';

export default defineRule({
  name: 'server-license-over-used',
  severity: 'error',
  on: {
    order({ order, today, inOrder, report }) {
      const pools = serverPoolsOf(order);
      if (order.isPartlyUnreadable || pools.length === 0 || !pools.every(pool => pool.isCountable)) {
        return;
      }
      const servers = inOrder(order.servers, server => needsLicense(server, today));
      const held = pools.reduce((sum, pool) => sum + pool.holds(today).valueOn(today), 0);
      if (servers.length <= held || poolsWithoutCover(order, today).size > 0) {
        return;
      }
      const [first] = inOrder(pools.map(pool => pool.firstLine)).sort((a, b) => (a.date?.value ?? Infinity) - (b.date?.value ?? Infinity));
      report({
        at: first!.quantity!,
        message: say`${counted(servers.length, 'server names', 'servers name')} ${quote(first!.id!.value)}, but it holds ${counted(held, 'server license', 'server licenses')} today: name other purchases, retire servers, or record what else was bought.`,
        related: relatedServers(servers, 'license', () => say`names it`),
      });
    },
  },
});
