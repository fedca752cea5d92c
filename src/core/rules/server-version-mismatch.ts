import { nameServerLicense } from '../fixes/name-server-license';
import { relatedPurchases } from '../findings/related';
import { defineRule } from '../rule';
import { quote, say } from '../text/sentence';
import { needsLicense } from '../licensing/server';
import { serverPoolsOf, versionsTooNew } from '../licensing/server-license';

export default defineRule({
  name: 'server-version-mismatch',
  severity: 'error',
  on: {
    order({ order, today, report }) {
      const pools = serverPoolsOf(order);
      const tooNew = order.isPartlyUnreadable ? new Set<string>() : versionsTooNew(pools, today);
      for (const server of order.servers) {
        if (needsLicense(server, today) && server.version && tooNew.has(server.version.value)) {
          const { version, license } = server;
          const cover = version.value === 'SE' ? say`Software Assurance or subscription that runs today` : say`Software Assurance that ran when it came out or runs today`;
          report({
            at: version,
            message: say`This server runs Exchange Server ${version.value}, which is newer than ${quote(license!.value)} licenses: name a purchase for ${version.value}, or record the ${cover}.`,
            related: relatedPurchases(pools, say`This is the license.`),
            fixes: context => nameServerLicense(server, context),
          });
        }
      }
    },
  },
});
