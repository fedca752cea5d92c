import { addBlanks } from '../fixes/add-keys';
import { isGiven } from '../register/model';
import { defineRule } from '../rule';
import { say } from '../text/sentence';

export default defineRule({
  name: 'purchase-document-missing',
  severity: 'hint',
  on: {
    purchase({ entry, report }) {
      if (!isGiven(entry, 'document') && !entry.damaged) {
        report({ at: entry.face, fixes: () => addBlanks(entry, ['document']), message: say`This purchase names no \`document\`: say where the invoice or confirmation is kept, for whoever has to prove it.` });
      }
    },
  },
});
