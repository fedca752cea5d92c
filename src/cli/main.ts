#!/usr/bin/env node
import path from 'node:path';

import { RegisterCheck } from '../core/check';
import { rules } from '../core/rules';
import { exitCode } from './exit-code';
import { faultSentence } from './fault-sentence';
import { processIo } from './process-io';
import { run } from './run';

// Whatever ends the process before the run has said its code is a fault, and must not look like success. The code
// is only noted, since `process.exit` would cut off what is still on its way into a pipe.
process.exitCode = exitCode.unchecked;
main().catch((error: unknown) => process.stderr.write(`${faultSentence('The command failed', error, process.env)}\n`));

async function main(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), processIo(process), {
    createCheck: (text, options) => new RegisterCheck(text, options),
    rules,
    // The pages lie beside the folder of the bundled script.
    pagesFolder: path.join(__dirname, '../docs/rules'),
  });
}
