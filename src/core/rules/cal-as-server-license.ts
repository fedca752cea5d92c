import { nameServerLicense } from '../fixes/name-server-license';
import { relatedPurchases } from '../findings/related';
import { defineRule } from '../rule';
import { quote, say } from '../text/sentence';
import { needsLicense } from '../licensing/server';
import { serverPoolsOf } from '../licensing/server-license';

export default defineRule({
  name: 'cal-as-server-license',
  severity: 'error',
  on: {
    order({ order, today, report }) {
      if (order.isPartlyUnreadable || order.pools.length === 0 || serverPoolsOf(order).length > 0) {
        return;
      }
      for (const server of order.servers) {
        if (needsLicense(server, today)) {
          report({
            at: server.license!,
            message: say`${quote(server.license!.value)} has no server license, only ${quote(order.pools[0]!.type.name)}: name the purchase of the server's license, since a CAL doesn't replace it.`,
            related: relatedPurchases(order.pools, say`This is what was bought.`),
            fixes: context => nameServerLicense(server, context),
          });
        }
      }
    },
  },
});
