import { defineRule } from '../rule';
import { say } from '../text/sentence';

export default defineRule({
  name: 'server-license-not-recorded',
  severity: 'hint',
  needs: ['purchases'],
  on: {
    register({ register, sections, inOrder, report }) {
      if (register.calPurchases.size > 0 && register.serverPurchases.size === 0 && !sections.has('servers')) {
        const [first] = inOrder(register.purchases);
        report({ at: first!.face, message: say`CALs are recorded here, but no server license and no \`servers\`: a CAL never replaces the license of the server, so record that too.` });
      }
    },
  },
});
