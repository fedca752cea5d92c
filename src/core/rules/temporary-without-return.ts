import { addBlanks } from '../fixes/add-keys';
import { endAssignment } from '../fixes/end-assignment';
import { isGiven } from '../register/model';
import { defineRule } from '../rule';
import { quote, say } from '../text/sentence';

export default defineRule({
  name: 'temporary-without-return',
  severity: 'warning',
  on: {
    assignment({ entry, report }) {
      const { temporaryFor, damaged } = entry;
      if (temporaryFor && !isGiven(entry, 'returns') && !isGiven(entry, 'ended') && !damaged) {
        report({
          at: temporaryFor,
          fixes: () => [...addBlanks(entry, ['returns']), ...endAssignment(entry)],
          message: say`Standing in for ${quote(temporaryFor.value)} has no end here: add \`returns\` with the day on which they are expected back, or \`ended\` with the day on which it was over.`,
        });
      }
    },
  },
});
