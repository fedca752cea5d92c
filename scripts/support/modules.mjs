// Brings node_modules in line with package-lock.json. Needs nothing but Node.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root, runNpm } from './run.mjs';

/** Runs `npm ci` when node_modules is absent or isn't what package-lock.json asks for. */
export async function installModules() {
  if (modulesAreCurrent()) {
    return;
  }
  console.log('Installing the packages that package-lock.json lists …');
  await runNpm(['ci', '--no-audit', '--no-fund', '--progress']);
}

function modulesAreCurrent() {
  // npm keeps a list of what it has installed.
  const installedFile = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) {
    return false;
  }
  const wanted = packagesIn(path.join(root, 'package-lock.json'));
  const installed = packagesIn(installedFile);
  return Object.entries(wanted).every(([folder, { version, optional }]) => {
    // The key '' is this project; optional packages are for other platforms.
    return folder === '' || (installed[folder] ? installed[folder].version === version : optional);
  });
}

function packagesIn(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
