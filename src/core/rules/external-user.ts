import { isRunning } from '../licensing/assignment-days';
import { endAssignment } from '../fixes/end-assignment';
import { defineRule } from '../rule';
import { say } from '../text/sentence';

export default defineRule({
  name: 'external-user',
  severity: 'info',
  on: {
    assignment({ entry, today, licenses, report }) {
      if (!entry.external?.value || !isRunning(entry, today)) {
        return;
      }
      const type = licenses.typeOf(entry);
      if (type?.kind === 'cal' && type.tier === 'standard') {
        report({ at: entry.external, fixes: () => endAssignment(entry), message: say`The server license covers external users for the standard features, so this Standard CAL may be free for somebody else: end the assignment, or correct \`external\`.` });
      }
    },
  },
});
