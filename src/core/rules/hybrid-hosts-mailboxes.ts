import { defineRule } from '../rule';
import { say } from '../text/sentence';
import { isLive, licensingOf } from '../licensing/server';

export default defineRule({
  name: 'hybrid-hosts-mailboxes',
  severity: 'error',
  on: {
    server({ entry, today, report }) {
      if (entry.hostsMailboxes?.value === true && licensingOf(entry) === 'hybrid' && isLive(entry, today)) {
        report({ at: entry.hostsMailboxes, message: say`The free Hybrid license is for servers without mailboxes: move them, or license this server and write its edition.` });
      }
    },
  },
});
