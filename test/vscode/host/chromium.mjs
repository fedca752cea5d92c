// Finds the Chromium that shows the workbench, or gets it from Debian. Needs nothing but Node.
import { existsSync, readFileSync } from 'node:fs';
import { findProgram, run } from '../../../scripts/support/run.mjs';

/** The path of a Chromium: what `CHROMIUM` says, what is on the PATH, or what Debian has, which is installed if it may be. */
export async function findChromium() {
  const find = () => process.env.CHROMIUM ?? findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
  if (!find() && mayInstall()) {
    await installChromium();
  }
  const chromium = find();
  if (!chromium) {
    throw new Error('VS Code is shown in Chromium or Google Chrome, and there is none. Install one ("apt-get install chromium" as root on Debian), or set CHROMIUM to its path.');
  }
  return chromium;
}

function mayInstall() {
  // Ubuntu's package of that name only leads to another store.
  const isDebian = existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  return isDebian && process.getuid?.() === 0 && findProgram('apt-get') !== undefined;
}

async function installChromium() {
  console.log('Installing Chromium from Debian (about 350 MB, once) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '--quiet=2'], { env });
  await run('apt-get', ['install', '--yes', '--quiet=2', '--no-install-recommends', 'chromium'], { env });
}
