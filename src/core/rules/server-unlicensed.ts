import { isGiven } from '../register/model';
import { defineRule } from '../rule';
import { quote, say } from '../text/sentence';
import { needsLicense } from '../licensing/server';

export default defineRule({
  name: 'server-unlicensed',
  severity: 'error',
  needs: ['purchases'],
  on: {
    server({ entry, today, report }) {
      if (needsLicense(entry, today) && !isGiven(entry, 'license') && !entry.damaged) {
        const server = entry.name ? say`Server ${quote(entry.name.value)}` : say`This server`;
        report({ at: entry.face, message: say`${server} names no license: add \`license\` with the id of the purchase, since CALs don't license the server.` });
      }
    },
  },
});
