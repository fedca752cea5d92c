import { isRunning } from '../licensing/assignment-days';
import { coverOf, describeLack } from '../licensing/cover';
import { relatedHolders, relatedServers } from '../findings/related';
import { defineRule } from '../rule';
import { counted, quote, say } from '../text/sentence';
import { poolsWithoutCover } from '../licensing/server-license';

export default defineRule({
  name: 'se-without-sa',
  severity: 'error',
  needs: ['servers'],
  on: {
    order({ order, today, inOrder, report }) {
      for (const [pool, users] of poolsWithoutCover(order, today)) {
        const servers = inOrder(users);
        report({
          at: pool.firstLine.type!,
          message: say`${counted(servers.length, 'server runs', 'servers run')} SE on ${quote(pool.id)}, ${describeLack(coverOf(pool.linesOfTerms, today))}: record the term that runs, or name another purchase.`,
          related: relatedServers(servers, 'license', () => say`runs on it`),
        });
      }
    },
    pool({ pool, today, servers, inOrder, report }) {
      if (pool.type.kind !== 'cal' || servers.newest !== 'SE') {
        return;
      }
      const cover = coverOf(pool.linesOfTerms, today);
      if (cover.runs || !cover.isKnown) {
        return;
      }
      const running = inOrder(pool.seats.holders, assignment => isRunning(assignment, today));
      if (running.length > 0) {
        report({
          at: pool.firstLine.type!,
          message: say`${counted(running.length, 'assignment runs', 'assignments run')} with SE on CALs from ${quote(pool.id)}, ${describeLack(cover)}: record the term that runs, or assign CALs that have one.`,
          related: relatedHolders(running, today),
        });
      }
    },
  },
});
