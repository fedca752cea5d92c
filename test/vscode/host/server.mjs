// Runs the VS Code server on this machine alone. Needs nothing but Node.
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pause, root } from '../../../scripts/support/run.mjs';
import { startGroup } from './group.mjs';
import { host } from './install.mjs';

const startLimit = 60_000;

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
 * - `others`: the folders of other extensions that are installed
 */
export async function startServer({ settings = {}, env = {}, workspaceTrust = false, driven = false, installed = false, others = [] } = {}) {
  const data = createData(settings, installed ? [root, ...others] : others);
  const origin = `127.0.0.1:${await freePort()}`;
  // Without it, every user and every web page of this machine could use the server.
  const token = randomUUID();
  const group = startGroup(
    host.node,
    [
      host.server,
      ...['--host', '127.0.0.1', '--port', origin.split(':')[1], '--connection-token', token],
      ...['--server-data-dir', data, '--extensions-dir', extensionsIn(data)],
      ...['--accept-server-license-terms', '--telemetry-level', 'off'],
      ...(workspaceTrust ? [] : ['--disable-workspace-trust']),
      ...(driven ? ['--enable-smoke-test-driver'] : []),
    ],
    { ...ownEnvironment(), ...env },
  );
  const removeData = () => rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  const discard = () => {
    group.kill();
    removeData();
  };
  process.once('exit', discard);
  const stop = async () => {
    await group.stop();
    process.removeListener('exit', discard);
    removeData();
  };

  for (const deadline = Date.now() + startLimit; !(await answers(`http://${origin}/version`)); await pause(100)) {
    if (!group.isRunning() || Date.now() > deadline) {
      await stop();
      throw new Error(`The VS Code server didn't start. It said:\n${group.output() || '(nothing)'}`);
    }
  }
  return {
    /** The address of the workbench with `folder` open; `payload` is for a driven server. */
    url({ folder, payload }) {
      const url = new URL(`http://${origin}/`);
      url.searchParams.set('tkn', token);
      url.searchParams.set('folder', folder);
      if (payload) {
        url.searchParams.set('payload', JSON.stringify(Object.entries(payload)));
      }
      return url.href;
    },
    /** What the workbench calls the file or folder `file` of this machine. */
    uri: file => `vscode-remote://${origin}${file.split(path.sep).map(encodeURIComponent).join('/')}`,
    /** The last that the server has printed. */
    output: group.output,
    /** Resolves when the server has ended, by itself or stopped. */
    ended: group.ended,
    /** Stops the server with all that it has started, and removes what it has written. */
    stop,
  };
}

/** Creates the folder of a server's settings and extensions. */
function createData(settings, extensions) {
  const data = mkdtempSync(path.join(os.tmpdir(), 'exchange-license-register-'));
  const user = path.join(data, 'data/User');
  mkdirSync(user, { recursive: true });
  writeFileSync(path.join(user, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  mkdirSync(extensionsIn(data));
  for (const folder of extensions) {
    const { publisher, name, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    symlinkSync(folder, path.join(extensionsIn(data), `${publisher}.${name}-${version}`));
  }
  return data;
}

function extensionsIn(data) {
  return path.join(data, 'extensions');
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
