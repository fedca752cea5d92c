import { isRunning } from '../licensing/assignment-days';
import { hasFaultyPurchase } from '../licensing/faulty-purchase';
import { versionIsNewer, type LicenseType, type Version } from '../licensing/license-type';
import { relatedHolders } from '../findings/related';
import { defineRule } from '../rule';
import { counted, hereAndIn, quote, say } from '../text/sentence';

export default defineRule({
  name: 'cal-version-too-old',
  severity: 'error',
  needs: ['servers'],
  on: {
    pool({ pool, today, servers, inOrder, report }) {
      const { newest } = servers;
      // Whether a pool may be used with SE is for se-without-sa to say.
      if (newest === undefined || newest === 'SE' || !isTooOld(pool.type, newest) || !pool.lacksRightsTo(newest, today)) {
        return;
      }
      const running = inOrder(pool.seats.holders, assignment => isRunning(assignment, today));
      if (running.length > 0) {
        report({
          at: pool.firstLine.type!,
          message: say`${counted(running.length, 'assignment runs', 'assignments run')} on CALs from ${quote(pool.id)}, which don't cover access to Exchange Server ${newest}, the newest server: assign CALs for ${newest}, or record the \`softwareAssurance\` that ran when it came out.`,
          related: relatedHolders(running, today),
        });
      }
    },
    type(context) {
      const { type, today, servers, inOrder, report } = context;
      const { newest } = servers;
      if (newest === undefined || !isTooOld(type.type, newest)) {
        return;
      }
      const running = inOrder(type.outsidePools, assignment => isRunning(assignment, today) && !hasFaultyPurchase(assignment, context));
      const [first, ...others] = running;
      if (first) {
        const also = hereAndIn(others.length, 'other assignment', 'other assignments');
        report({
          at: first.type!,
          message: say`${quote(type.type.name)} doesn't cover access to Exchange Server ${newest}, the newest server${also}, unless a purchase with Software Assurance shows it: assign a CAL for ${newest}, or name and record that purchase.`,
          related: relatedHolders(others, today),
        });
      }
    },
  },
});

/** Whether a CAL is of an older version than a server; what isn't told isn't too old, and suites have none. */
function isTooOld(type: LicenseType, newest: Version): boolean {
  return type.kind === 'cal' && type.version !== undefined && versionIsNewer(newest, type.version);
}
