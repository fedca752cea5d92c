// Finds and starts other programs. Needs nothing but Node: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

const onWindows = process.platform === 'win32';

/** The full path of the first of the programs `names` that is on the PATH, or undefined. */
export function findProgram(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const endings = onWindows ? ['.exe', '.cmd'] : [''];
  return names
    .flatMap(name => folders.flatMap(folder => endings.map(ending => path.join(folder, name + ending))))
    .find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs a program to its end with its output in the terminal, and gives its exit code.
 * Nothing is ever read from standard input: CI has none. A `quiet` one shows its errors only.
 */
export function exitCodeOf(command, args, { cwd = root, env = process.env, quiet = false } = {}) {
  // Windows runs .cmd files through its shell only, which wants its own quotes.
  const shell = onWindows && !command.endsWith('.exe');
  const quoted = text => (shell ? `"${text}"` : text);
  return new Promise((resolve, reject) => {
    const child = spawn(quoted(command), args.map(quoted), { cwd, env, shell, stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('close', code => resolve(code ?? 1));
  });
}

/** Runs a program to its end; throws unless it succeeds. */
export async function run(command, args, options) {
  const code = await exitCodeOf(command, args, options);
  if (code !== 0) {
    throw new Error(`"${[path.basename(command), ...args].join(' ')}" ended with exit code ${code}.`);
  }
}

/** Runs a script with this Node to its end; throws unless it succeeds. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/** Runs npm to its end: the npm that started this process, if one did. Throws unless it succeeds. */
export function runNpm(args, options) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('npm-cli.js') ? runNode([cli, ...args], options) : run('npm', args, options);
}

/** Waits `milliseconds`. */
export function pause(milliseconds) {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

let told;

/** Resolves when this process is told to end. From then on no signal ends it: who waits cleans up and lets it end. */
export function toldToEnd() {
  told ??= new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, resolve);
    }
  });
  return told;
}
