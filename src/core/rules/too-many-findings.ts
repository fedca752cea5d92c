import { defineRule } from '../rule';
import { counted, say } from '../text/sentence';

export default defineRule({
  name: 'too-many-findings',
  severity: 'info',
  on: {
    surplus({ count, at, report }) {
      report({ at, message: say`${counted(count, 'more finding is', 'more findings are')} not shown, the least grave: the command line's \`check\` lists all.` });
    },
  },
});
