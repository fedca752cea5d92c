import { readFile } from 'node:fs/promises';

import { localToday } from '../core/calendar';
import type { checkText, CheckOptions } from '../core/check';
import type { CheckArguments } from './arguments';
import { paintFor } from './color';
import { exitCodeOf, type ExitCode, type SeverityCounts } from './exit-code';
import { faultSentence } from './fault-sentence';
import { findRegisters, stdinPath, type FoundRegister } from './find-registers';
import { formats } from './formats';
import type { CheckedRegister } from './formats/format';
import type { Io } from './io';
import { decodeText, reasonOf } from './read-text';
import { quoted } from './wording';

/** Where nothing says how wide lines may be, as in a pipe. */
const usualColumns = 120;

/** `check`: writes what is wrong with the registers that the arguments lead to. */
export async function checkRegisters(args: CheckArguments, io: Io, check: typeof checkText): Promise<ExitCode> {
  const options: CheckOptions = {
    today: args.asOf ?? localToday(io.now),
    decreedSeverities: args.ruleSeverities,
  };
  const search = await findRegisters(args.paths, io.cwd, args.stdinFilename);
  const problems = [...search.problems];
  const checked: CheckedRegister[] = [];
  for (const register of search.registers) {
    const outcome = await checkRegister(register, options, io, check);
    if ('problem' in outcome) {
      problems.push(outcome.problem);
    } else {
      checked.push(outcome);
    }
  }

  const counts = countSeverities(checked);
  if (checked.length > 0 || args.format === 'json') {
    const report = { today: options.today, registers: checked, unchecked: problems.length, counts };
    const display = { paint: paintFor(io, args.noColor), columns: io.columns ?? usualColumns };
    await io.stdout.write(formats[args.format](report, display));
  }
  // Below the report, where it is seen in a terminal however long the report is.
  await io.stderr.write([...search.notices, ...problems].map((sentence) => `${sentence}\n`).join(''));
  return exitCodeOf(counts, problems.length, args.failOn, args.maxWarnings);
}

async function checkRegister(
  register: FoundRegister,
  options: CheckOptions,
  io: Io,
  check: typeof checkText,
): Promise<CheckedRegister | { readonly problem: string }> {
  const name = register.path === stdinPath ? 'Standard input' : quoted(register.path);
  let bytes: Uint8Array;
  try {
    bytes = await (register.location === undefined ? io.readStdin() : readFile(register.location));
  } catch (error) {
    return { problem: `${name} ${reasonOf(error)}` };
  }
  const decoded = decodeText(bytes);
  if ('problem' in decoded) {
    return { problem: `${name} ${decoded.problem}` };
  }
  try {
    return { path: register.path, text: decoded.text, findings: check(decoded.text, options) };
  } catch (error) {
    return { problem: faultSentence(`${name} could not be checked`, error, io.env) };
  }
}

function countSeverities(registers: readonly CheckedRegister[]): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { findings } of registers) {
    for (const { severity } of findings) {
      counts[severity]++;
    }
  }
  return counts;
}
