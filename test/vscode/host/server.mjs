// Runs the VS Code server on this machine alone. Needs nothing but Node.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pause, root } from '../../../scripts/support/run.mjs';
import { host } from './install.mjs';

const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  // In a browser VS Code saves by itself, which would write whatever is only tried.
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Starts a VS Code server with settings and extensions of its own, on 127.0.0.1 and a free port.
 *
 * - `workspaceTrust`: whether VS Code asks for trust, and opens folders in Restricted Mode until it is given
 * - `driven`: whether the page may be told by its address to run tests; VS Code then shows no modal dialogs and no toasts
 * - `installed`: whether this extension is installed, as opposed to run for its tests
 */
export async function startServer({ settings = {}, env = {}, workspaceTrust = false, driven = false, installed = false } = {}) {
  const data = mkdtempSync(path.join(os.tmpdir(), 'exchange-license-register-'));
  const extensions = path.join(data, 'extensions');
  mkdirSync(extensions);
  if (installed) {
    const { publisher, name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    symlinkSync(root, path.join(extensions, `${publisher}.${name}-${version}`));
  }
  const user = path.join(data, 'data/User');
  mkdirSync(user, { recursive: true });
  writeFileSync(path.join(user, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }));

  const port = await freePort();
  const token = randomUUID();
  const child = spawn(
    host.node,
    [
      host.server,
      ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
      ...['--server-data-dir', data, '--extensions-dir', extensions],
      ...['--accept-server-license-terms', '--telemetry-level', 'off'],
      ...(workspaceTrust ? [] : ['--disable-workspace-trust']),
      ...(driven ? ['--enable-smoke-test-driver'] : []),
    ],
    // A group of its own: what the server starts goes when the server goes.
    { env: { ...ownEnvironment(), ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => (output = (output + chunk).slice(-4000)));
  }
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.once('error', (error) => (output += error.message));
  const hasEnded = () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
  const killGroup = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // Nothing of the group is left.
    }
  };
  const discard = () => {
    killGroup('SIGKILL');
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', discard);

  const server = {
    /** The address of the workbench with `folder` open; `payload` is for a driven server. */
    url({ folder, payload }) {
      const url = new URL(`http://127.0.0.1:${port}/`);
      url.searchParams.set('tkn', token);
      url.searchParams.set('folder', folder);
      if (payload) {
        url.searchParams.set('payload', JSON.stringify(Object.entries(payload)));
      }
      return url.href;
    },
    /** What the workbench calls the file or folder `file` of this machine. */
    uri(file) {
      return `vscode-remote://127.0.0.1:${port}${file.split(path.sep).map(encodeURIComponent).join('/')}`;
    },
    /** The last lines that the server has printed. */
    output: () => output,
    /** Resolves when the server has ended by itself or was stopped. */
    ended: closed,
    /** Stops the server with all that it has started, and removes what it has written. */
    async stop() {
      if (!hasEnded()) {
        killGroup('SIGTERM');
        await Promise.race([closed, pause(5000)]);
      }
      process.removeListener('exit', discard);
      discard();
    },
  };

  for (const deadline = Date.now() + 30_000; !(await answers(`http://127.0.0.1:${port}/version`)); await pause(100)) {
    if (hasEnded() || Date.now() > deadline) {
      await server.stop();
      throw new Error(`The VS Code server didn't start. It said:\n${output || '(nothing)'}`);
    }
  }
  return server;
}

/** The environment without what a VS Code whose terminal this may be has put into it. */
function ownEnvironment() {
  const entries = Object.entries(process.env).filter(([name]) => !/^(?:VSCODE_|ELECTRON_)/.test(name));
  // Without a gallery VS Code looks nothing up.
  return { ...Object.fromEntries(entries), EXTENSIONS_GALLERY: '{}' };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function answers(url) {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
