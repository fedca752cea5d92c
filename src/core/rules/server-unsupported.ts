import { formatDay } from '../calendar';
import { lastSupportedDay } from '../licensing/facts';
import type { Version } from '../licensing/license-type';
import { relatedServers } from '../findings/related';
import { defineRule } from '../rule';
import { counted, say } from '../text/sentence';
import { isLive } from '../licensing/server';

export default defineRule({
  name: 'server-unsupported',
  severity: 'warning',
  on: {
    register({ register, today, inOrder, report }) {
      const lastDayOf = (version: string) => lastSupportedDay(version as Version) ?? Infinity;
      const [first, ...others] = inOrder(register.servers, server => server.version !== undefined && isLive(server, today) && lastDayOf(server.version.value) < today);
      if (!first) {
        return;
      }
      const version = first.version!;
      const also = others.length === 0 ? say`` : say`, and ${counted(others.length, 'other server is', 'other servers are')} out of support too`;
      report({
        at: version,
        message: say`Microsoft's support for Exchange Server ${version.value} ended on ${formatDay(lastDayOf(version.value))}${also}: plan the move to a supported version.`,
        related: relatedServers(others, 'version', server => say`runs ${server.version!.value}`),
      });
    },
  },
});
