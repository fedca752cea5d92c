import { addReason } from '../fixes/add-reason';
import { defineRule, placeIn } from '../rule';
import { say } from '../text/sentence';

export default defineRule({
  name: 'suppression-without-reason',
  severity: 'warning',
  on: {
    suppression({ suppression, segment, report }) {
      if (suppression.reason === '') {
        report({ at: placeIn(segment, suppression), fixes: () => addReason(suppression, segment), message: say`This suppression gives no reason: add one behind " -- ", for whoever reads it next.` });
      }
    },
  },
});
