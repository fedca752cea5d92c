import { isRunning } from '../licensing/assignment-days';
import { formatDay } from '../calendar';
import { endAssignment } from '../fixes/end-assignment';
import { defineRule } from '../rule';
import { say } from '../text/sentence';

export default defineRule({
  name: 'temporary-overdue',
  severity: 'warning',
  on: {
    assignment({ entry, today, report }) {
      const { returns } = entry;
      if (returns && returns.value < today && isRunning(entry, today)) {
        report({
          at: returns,
          fixes: () => endAssignment(entry),
          message: say`The return was expected on ${formatDay(returns.value)}, but this assignment still runs: add \`ended\` if it is over, or write the new day into \`returns\`.`,
        });
      }
    },
  },
});
