import { formatDay } from '../calendar';
import { trialDays } from '../licensing/facts';
import { defineRule } from '../rule';
import { say } from '../text/sentence';
import { lastTrialDay } from '../licensing/server';

export default defineRule({
  name: 'trial-expired',
  severity: 'error',
  on: {
    server({ entry, today, report }) {
      const lastDay = lastTrialDay(entry, today);
      if (lastDay !== undefined && lastDay < today) {
        report({ at: entry.edition!, message: say`The ${trialDays} days of this trial were over on ${formatDay(lastDay)}: license the server and write its edition, or add \`retired\`.` });
      }
    },
  },
});
