import { defineRule } from '../rule';
import { quote, say } from '../text/sentence';

export default defineRule({
  name: 'include-empty',
  severity: 'warning',
  on: {
    inclusion({ inclusion: { glob, outcome, unreadable }, at, report }) {
      if (outcome === 'outside') {
        report({ at, message: say`${quote(glob)} leaves the folder that this register may read, so nothing of it is included: name files below that folder.` });
      } else if (outcome === 'nothing') {
        report({ at, message: say`${quote(glob)} matches no file, so nothing is included: correct it, or remove it.` });
      }
      for (const { name, reason } of unreadable) {
        report({ at, message: say`Nothing is included from ${quote(name)}, which ${reason}` });
      }
    },
  },
});
