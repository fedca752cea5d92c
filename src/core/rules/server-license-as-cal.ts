import { defineRule } from '../rule';
import { quote, say } from '../text/sentence';

export default defineRule({
  name: 'server-license-as-cal',
  severity: 'error',
  evenBroken: true,
  on: {
    assignment({ entry, report }) {
      // Of a type that goes on in a line that slipped away, what is left reads as the server's.
      if (entry.licenseType?.kind === 'server' && !entry.damaged) {
        report({ at: entry.type!, message: say`${quote(entry.type!.value)} is a server license, which lets a server run but covers nobody who uses it: assign a CAL, such as ${quote(`${entry.licenseType.name} User CAL`)}.` });
      }
    },
  },
});
