import { defineRule, placeIn } from '../rule';
import { say } from '../text/sentence';

export default defineRule({
  name: 'several-documents',
  severity: 'error',
  on: {
    fault({ fault, segment, report }) {
      report({ at: placeIn(segment, fault), message: say`A second document starts here and isn't checked: keep one document in a file.` });
    },
  },
});
