#!/usr/bin/env node
// node scripts/start.mjs [--no-open]: installs, builds, checks examples/ in the terminal, and opens it in VS Code with the extension running.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { hostRunsHere, installHost } from '../test/vscode/host/install.mjs';
import { startServer } from '../test/vscode/host/server.mjs';
import { installModules } from './support/modules.mjs';
import { exitCodeOf, findProgram, root, runNode, toldToEnd } from './support/run.mjs';

const { values: options } = parseArgs({ options: { 'no-open': { type: 'boolean', default: false } } });
const examples = path.join(root, 'examples');

try {
  await installModules();
  await runNode(['scripts/build.mjs']);
  await checkExamples();
  if (!options['no-open']) {
    await openExamples();
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function checkExamples() {
  console.log('\nWhat the command line finds in examples/:\n');
  const exitCode = await exitCodeOf(process.execPath, ['dist/cli.js', 'check', 'examples']);
  // 1 only says that there are findings.
  if (exitCode > 1) {
    throw new Error(`"node dist/cli.js check examples" ended with exit code ${exitCode}.`);
  }
}

async function openExamples() {
  if (await openInDesktop()) {
    console.log('\nVS Code opens examples/ with the extension running.');
  } else if (hostRunsHere) {
    await installHost();
    await serveExamples();
  } else {
    throw new Error(
      'There is no "code" on the PATH that works, and the VS Code server from npm runs on Linux only. Open this folder in VS Code and press F5, or let VS Code put "code" on the PATH ("Shell Command: Install \'code\' command in PATH") and run "npm start" again.',
    );
  }
}

/** Opens examples/ in the desktop's VS Code; false if there is none. */
async function openInDesktop() {
  const code = findProgram('code');
  // In the terminal of a remote window, `code` can't run an extension from its folder.
  if (!code || process.env.VSCODE_IPC_HOOK_CLI) {
    return false;
  }
  const exitCode = await exitCodeOf(code, ['--new-window', `--extensionDevelopmentPath=${root}`, examples]);
  if (exitCode !== 0) {
    console.log(`"code" couldn't open VS Code: it ended with exit code ${exitCode}.`);
  }
  return exitCode === 0;
}

/** Serves VS Code with examples/ open until this process is told to end. */
async function serveExamples() {
  const told = toldToEnd().then(() => true);
  const server = await startServer({ installed: true });
  console.log(`\nVS Code runs with the extension. Open it in any browser on this machine (Ctrl-C ends it):\n\n  ${server.url({ folder: examples })}\n`);
  const wasTold = await Promise.race([told, server.ended.then(() => false)]);
  await server.stop();
  if (!wasTold) {
    throw new Error(`The VS Code server ended by itself. It said:\n${server.output()}`);
  }
  console.log('\nVS Code is stopped.');
}
