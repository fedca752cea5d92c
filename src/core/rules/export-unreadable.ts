import { defineRule } from '../rule';
import { quote, say } from '../text/sentence';

export default defineRule({
  name: 'export-unreadable',
  severity: 'warning',
  on: {
    export({ brought: { file, isRead, problems }, at, report }) {
      for (const problem of problems) {
        report({ at, message: say`${quote(file)} ${problem}`, severity: isRead ? 'info' : 'warning' });
      }
    },
  },
});
