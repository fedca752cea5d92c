import { isGiven } from '../register/model';
import { defineRule } from '../rule';
import { say } from '../text/sentence';
import { needsLicense } from '../licensing/server';
import { serverPoolsOf } from '../licensing/server-license';

export default defineRule({
  name: 'server-not-activated',
  severity: 'hint',
  on: {
    order({ order, today, report }) {
      if (serverPoolsOf(order).length === 0) {
        return;
      }
      for (const server of order.servers) {
        if (needsLicense(server, today) && !isGiven(server, 'activated') && !server.damaged) {
          report({ at: server.face, message: say`This server has a license, but no day of activation: add \`activated\` once its product key is entered.` });
        }
      }
    },
  },
});
