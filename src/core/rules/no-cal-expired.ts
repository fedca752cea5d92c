import { formatDay } from '../calendar';
import { defineRule } from '../rule';
import { say } from '../text/sentence';

export default defineRule({
  name: 'no-cal-expired',
  severity: 'warning',
  on: {
    noCal({ entry, today, report }) {
      if (entry.until && entry.until.value < today) {
        report({ at: entry.until, message: say`The reason why no CAL is needed held until ${formatDay(entry.until.value)}: assign a CAL, or write the new day into \`until\`.` });
      }
    },
  },
});
