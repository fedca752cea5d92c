import { isRunning } from '../assignment-days';
import { formatDay, type Day } from '../calendar';
import { coverOf, endingSoon } from '../cover';
import { versionIsNewer, type Version } from '../license-type';
import type { Leaf } from '../model';
import type { Pool } from '../pool';
import { defineRule, type Context } from '../rule';
import { counted, quote, say, type Sentence } from '../sentence';
import { needsLicense } from '../server';
import { poolOfServer, serverPoolsOf, type ServerPool } from '../server-license';

export default defineRule({
  name: 'cover-ends-soon',
  severity: 'warning',
  on: {
    order(context) {
      const { order, today } = context;
      const pools = serverPoolsOf(order);
      const dependents = new Map<ServerPool, number>();
      for (const server of order.servers) {
        const used = needsLicense(server, today) ? poolOfServer(server, pools) : undefined;
        if (used && restsOnCover(used, server.version?.value as Version | undefined)) {
          dependents.set(used, (dependents.get(used) ?? 0) + 1);
        }
      }
      for (const [pool, count] of dependents) {
        const end = endingSoon(coverOf(pool.lines, today), today, context.settings.coverWarningDays);
        if (end) {
          reportEnd(end, pool, counted(count, 'server depends', 'servers depend'), context);
        }
      }
    },
    pool(context) {
      const { pool, today, servers, settings } = context;
      if (pool.type.kind === 'server') {
        return;
      }
      const ends = new Set<Leaf<Day>>();
      const note = (end: Leaf<Day> | undefined) => end && ends.add(end);
      if (restsOnCover(pool, servers.newest)) {
        note(endingSoon(coverOf(pool.lines, today), today, settings.coverWarningDays));
      }
      for (const line of pool.lines) {
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

/** Whether a pool may be used with a version only while its cover runs. Suites and plans know no version. */
function restsOnCover(pool: Pool, version: Version | undefined): boolean {
  const { type } = pool;
  if (version === undefined || (type.kind !== 'cal' && type.kind !== 'server')) {
    return false;
  }
  return version === 'SE' || (type.version !== undefined && versionIsNewer(version, type.version) && !pool.hasLastingRightsTo(version));
}

function reportEnd(end: Leaf<Day>, pool: Pool, dependents: Sentence, { today, report }: Context): void {
  const left = end.value - today;
  report({
    at: end,
    message: say`${dependents} on ${quote(pool.id)}, whose cover ends on ${formatDay(end.value)}, ${left === 0 ? say`today` : say`in ${counted(left, 'day', 'days')}`}: renew it, and add the new term.`,
  });
}
