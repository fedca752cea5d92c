import { readdirSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import CountingReporter from '../counting-reporter';

/** Runs the tests of `folder` inside VS Code; rejects when one fails. */
export async function runSuite(folder: string): Promise<void> {
  // The runner tells these lines by their mark from what else the extension host prints.
  const mark = process.env.TEST_OUTPUT_MARK ?? '';
  Mocha.reporters.Base.consoleLog = (...data: unknown[]) => {
    for (const line of format(...data).split('\n')) {
      console.log(mark + line);
    }
  };
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: CountingReporter,
    color: process.env.TEST_COLOR === '1',
    timeout: 60_000,
    slow: 3_000,
    grep: process.env.TEST_GREP,
  });
  for (const file of readdirSync(folder).filter(name => name.endsWith('.test.js'))) {
    mocha.addFile(path.join(folder, file));
  }
  const failures = await new Promise<number>(resolve => mocha.run(resolve));
  if (failures > 0) {
    throw new Error(`${failures} tests failed.`);
  }
}
