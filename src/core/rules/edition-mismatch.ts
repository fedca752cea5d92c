import { nameServerLicense } from '../fixes/name-server-license';
import { relatedPurchases } from '../findings/related';
import { defineRule } from '../rule';
import { quote, say } from '../text/sentence';
import { needsLicense } from '../licensing/server';
import { serverPoolsOf } from '../licensing/server-license';

export default defineRule({
  name: 'edition-mismatch',
  severity: 'error',
  on: {
    order({ order, today, report }) {
      const pools = serverPoolsOf(order);
      if (order.isPartlyUnreadable || pools.length === 0 || pools.some(({ type }) => type.edition === 'enterprise')) {
        return;
      }
      for (const server of order.servers) {
        if (server.edition?.value === 'Enterprise' && needsLicense(server, today)) {
          report({
            at: server.edition,
            message: say`This server runs as Enterprise, but ${quote(server.license!.value)} licenses Standard only: name the purchase of an Enterprise license, or correct the edition.`,
            related: relatedPurchases(pools, say`This is the license.`),
            fixes: context => nameServerLicense(server, context),
          });
        }
      }
    },
  },
});
