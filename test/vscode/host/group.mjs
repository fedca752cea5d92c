// Needs nothing but Node.
import { spawn } from 'node:child_process';
import { pause } from '../../../scripts/support/run.mjs';

/** Starts a program in a process group of its own: what the program starts goes when the program goes. */
export function startGroup(command, args, env) {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  let running = true;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => (output = (output + chunk).slice(-4000)));
  }
  child.once('error', error => (output += error.message));
  const ended = new Promise(resolve => child.once('close', resolve)).then(() => {
    running = false;
  });
  const signal = name => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // Nothing of the group is left.
    }
  };
  return {
    /** The last that the program has printed. */
    output: () => output,
    isRunning: () => running,
    /** Resolves when the program has ended. */
    ended,
    /** Ends the group at once. */
    kill: () => signal('SIGKILL'),
    /** Gives the program time to end by itself, then ends what is left of the group. */
    async stop() {
      signal('SIGTERM');
      await Promise.race([ended, pause(5000)]);
      signal('SIGKILL');
    },
  };
}
