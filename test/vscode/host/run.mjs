#!/usr/bin/env node
// node test/vscode/host/run.mjs [--grep PATTERN] [--verbose] [SUITE…]: runs the tests in a real VS Code, in a browser without a window.
import path from 'node:path';
import { formatWithOptions, parseArgs } from 'node:util';
import { root } from '../../../scripts/support/run.mjs';
import { bundleTests, entryOf, workspace, yamlExtension } from '../bundle.mjs';
import { newPage } from './browser.mjs';
import { installHost } from './install.mjs';
import { withVSCode } from './session.mjs';

const timeLimit = 10 * 60_000;
// Stands before each line of the tests in the log of the workbench, invisibly.
const mark = '\u2063';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: 'string' }, verbose: { type: 'boolean', default: false } },
});
const suites = positionals.length > 0 ? positionals : ['main', 'restricted', 'beside'];

try {
  await installHost();
  await bundleTests();
  for (const suite of suites) {
    console.log(`\nTests in VS Code (${suite})`);
    const serverOptions = {
      driven: true,
      workspaceTrust: suite === 'restricted',
      others: suite === 'beside' ? [yamlExtension] : [],
      settings: { 'security.workspace.trust.startupPrompt': 'never' },
      env: { TEST_OUTPUT_MARK: mark, TEST_COLOR: process.stdout.isTTY ? '1' : '0', TEST_GREP: options.grep },
    };
    const exitCode = await withVSCode(workspace, serverOptions, session => runSuite(suite, session));
    process.exitCode ||= exitCode;
  }
} catch (error) {
  console.error(`The tests in VS Code ended early. ${error.message}`);
  process.exitCode = 1;
}
process.exit();

/** Runs the tests of one suite in the extension host of a fresh workbench and gives their exit code. */
async function runSuite(suite, { server, browser, folder }) {
  const page = await newPage(browser);
  const log = [];
  const result = new Promise((resolve, reject) => {
    page.once('crash', () => reject(new Error('The page of the workbench crashed.')));
    void server.ended.then(() => reject(new Error('The VS Code server ended.')));
    setTimeout(() => reject(new Error(`No result came within ${timeLimit / 60_000} minutes.`)), timeLimit).unref();
    // The workbench calls these two in a page that runs tests.
    void page.exposeFunction('codeAutomationLog', (type, values) => {
      const line = formatWithOptions({ colors: process.stdout.isTTY }, ...values);
      if (line.startsWith(mark)) {
        console.log(line.slice(mark.length));
        return;
      }
      log.push(`[${type}] ${line}`);
      if (options.verbose) {
        console.log(log.at(-1));
      }
    });
    void page.exposeFunction('codeAutomationExit', resolve);
  });
  const url = server.url({
    folder,
    payload: {
      extensionDevelopmentPath: server.uri(root),
      extensionTestsPath: server.uri(entryOf(suite)),
      skipWelcome: 'true',
      skipReleaseNotes: 'true',
    },
  });
  try {
    await page.goto(url, { waitUntil: 'commit' });
    const exitCode = await result;
    if (exitCode !== 0) {
      await savePicture(page, suite);
    }
    return exitCode;
  } catch (error) {
    await savePicture(page, suite);
    throw new Error([error.message, 'The last lines of the log:', ...log.slice(-20), server.output()].join('\n'));
  }
}

/** Saves what the workbench shows, for whoever looks into a failure. */
async function savePicture(page, suite) {
  const file = `out/test/vscode-${suite}.png`;
  const saved = await page.screenshot({ path: path.join(root, file) }).catch(() => undefined);
  if (saved) {
    console.log(`What VS Code showed at the end is in ${file}.`);
  }
}
