import { isRunning } from '../licensing/assignment-days';
import { formatDay, type Day } from '../calendar';
import { coverOf, endingSoon } from '../licensing/cover';
import type { Version } from '../licensing/license-type';
import type { Leaf } from '../register/model';
import { coverNeeded } from '../licensing/needed-cover';
import type { Pool } from '../subjects/pool';
import { defineRule, type Context } from '../rule';
import { counted, quote, say, type Sentence } from '../text/sentence';
import { needsLicense } from '../licensing/server';
import { poolOfServer, serverPoolsOf, type ServerPool } from '../licensing/server-license';

export default defineRule({
  name: 'cover-ends-soon',
  severity: 'warning',
  on: {
    order(context) {
      const { order, today } = context;
      const pools = serverPoolsOf(order);
      const ends = new Map<Leaf<Day>, { readonly pool: ServerPool; readonly count: number }>();
      for (const server of order.servers) {
        const pool = needsLicense(server, today) ? poolOfServer(server, pools) : undefined;
        const cover = pool && coverNeeded(pool, server.version?.value as Version | undefined, today);
        const end = cover && endingSoon(cover, today, context.settings.coverWarningDays);
        if (end) {
          ends.set(end, { pool, count: (ends.get(end)?.count ?? 0) + 1 });
        }
      }
      for (const [end, { pool, count }] of ends) {
        reportEnd(end, pool, counted(count, 'server depends', 'servers depend'), context);
      }
    },
    pool(context) {
      const { pool, today, servers, settings } = context;
      if (pool.type.kind === 'server') {
        return;
      }
      const ends = new Set<Leaf<Day>>();
      const note = (end: Leaf<Day> | undefined) => end && ends.add(end);
      const cover = coverNeeded(pool, servers.newest, today);
      if (cover) {
        note(endingSoon(cover, today, settings.coverWarningDays));
      }
      for (const line of pool.linesOfTerms) {
        note(endingSoon(coverOf([line], today, ['subscription']), today, settings.coverWarningDays));
      }
      if (ends.size === 0) {
        return;
      }
      const running = [...pool.seats.holders].filter(assignment => isRunning(assignment, today)).length;
      if (running > 0) {
        ends.forEach(end => reportEnd(end, pool, counted(running, 'assignment depends', 'assignments depend'), context));
      }
    },
  },
});

function reportEnd(end: Leaf<Day>, pool: Pool, dependents: Sentence, { today, report }: Context): void {
  const left = end.value - today;
  report({
    at: end,
    message: say`${dependents} on ${quote(pool.id)}, whose cover ends on ${formatDay(end.value)}, ${left === 0 ? say`today` : say`in ${counted(left, 'day', 'days')}`}: renew it, and add the new term.`,
  });
}
