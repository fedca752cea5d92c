import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/**
 * Mocha's usual reporter, which also leaves its counts as JSON in the file that `TEST_COUNTS` names:
 * `npm test` adds up runs in several processes, one of them inside VS Code.
 */
class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    const file = process.env.TEST_COUNTS;
    if (file) {
      runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
        writeFileSync(file, JSON.stringify({ passed: this.stats.passes, failed: this.stats.failures }));
      });
    }
  }
}

// Mocha takes a reporter for what a module is, not for its default export.
export = CountingReporter;
