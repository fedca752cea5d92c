import { formatDay } from '../calendar';
import { defineRule } from '../rule';
import { say } from '../text/sentence';

export default defineRule({
  name: 'purchase-in-future',
  severity: 'warning',
  on: {
    purchase({ entry, today, report }) {
      const { date } = entry;
      if (date && date.value > today) {
        report({ at: date, message: say`This purchase is dated ${formatDay(date.value)}, after today, ${formatDay(today)}: correct the date, or record the purchase when it is made.` });
      }
    },
  },
});
