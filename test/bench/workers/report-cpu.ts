import { writeSync } from 'node:fs';
import type * as Stopwatch from '../stopwatch';

// Loaded before a program: tells what the program has used when it ends, without what telling takes.
process.on('exit', () => {
  const before = process.cpuUsage();
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the program must not wait for it
  const { readClock } = require('../stopwatch') as typeof Stopwatch;
  const used = readClock();
  const { user, system } = process.cpuUsage(before);
  writeSync(3, String(used - (user + system) / 1000));
});
