#!/usr/bin/env node
// node test/vscode/desktop.mjs [--grep PATTERN]: runs the tests in a desktop VS Code, which VSCODE_EXECUTABLE_PATH names or which is downloaded.
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { root } from '../../scripts/support/run.mjs';
import { bundleTests, entryOf, workspace } from './bundle.mjs';
import { copyOf } from './copy.mjs';

const { values: options } = parseArgs({ options: { grep: { type: 'string' } } });

const { folder, remove } = copyOf(workspace);
try {
  const vscodeExecutablePath = process.env.VSCODE_EXECUTABLE_PATH ?? (await download());
  await bundleTests();
  // Without the tests in Restricted Mode: this runner trusts every workspace.
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: root,
    extensionTestsPath: entryOf('main'),
    launchArgs: [folder, '--disable-extensions'],
    extensionTestsEnv: { TEST_COLOR: process.stdout.isTTY ? '1' : '0', TEST_GREP: options.grep },
  });
} catch (error) {
  console.error(`The tests in desktop VS Code didn't succeed. ${error.message}`);
  process.exitCode = 1;
} finally {
  remove();
}

async function download() {
  try {
    return await downloadAndUnzipVSCode();
  } catch (error) {
    throw new Error(
      `VS Code can't be downloaded (${error.message}). Set VSCODE_EXECUTABLE_PATH to the program of an installed VS Code, or run "npm run test:vscode", which needs npm only.`,
    );
  }
}
