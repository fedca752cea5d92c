import { formatDay } from '../calendar';
import { defineRule } from '../rule';
import { say } from '../text/sentence';
import { isLive, lastTrialDay, licensingOf } from '../licensing/server';

/** In how many last days of a trial a license is urgent. */
const urgentDays = 14;

export default defineRule({
  name: 'trial-running',
  severity: 'info',
  on: {
    server({ entry, today, report }) {
      if (licensingOf(entry) !== 'trial' || !isLive(entry, today)) {
        return;
      }
      const lastDay = lastTrialDay(entry, today);
      if (lastDay === undefined) {
        report({ at: entry.edition!, message: say`This server runs as a trial: add \`installed\`, so that its last day is known.` });
      } else if (lastDay >= today) {
        report({
          at: entry.edition!,
          severity: lastDay - today < urgentDays ? 'warning' : 'info',
          message: say`This server runs as a trial, which ends on ${formatDay(lastDay)}: license it by then, or retire it.`,
        });
      }
    },
  },
});
