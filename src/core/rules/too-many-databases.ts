import { mostDatabases } from '../licensing/facts';
import { defineRule } from '../rule';
import { counted, say } from '../text/sentence';
import { isLive, licensingOf } from '../licensing/server';

export default defineRule({
  name: 'too-many-databases',
  severity: 'error',
  on: {
    server({ entry, today, report }) {
      const { databases, edition } = entry;
      const licensing = licensingOf(entry);
      if (!databases || !edition || licensing === 'hybrid' || !isLive(entry, today)) {
        return;
      }
      const most = mostDatabases[edition.value === 'Enterprise' ? 'enterprise' : 'standard'];
      if (databases.value > most) {
        report({ at: databases, message: say`${counted(databases.value, 'database is', 'databases are')} recorded here, but ${licensing === 'trial' ? say`a trial` : say`the ${edition.value} edition`} mounts ${most} at most: correct the number or the edition.` });
      }
    },
  },
});
