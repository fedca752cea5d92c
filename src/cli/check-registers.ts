import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { localToday } from '../core/calendar';
import type { CheckOptions } from '../core/check';
import { checkWithIncluded, mainPath } from '../core/inclusion';
import { checkWithExports } from '../exchange/bring-exports';
import type { CheckArguments } from './arguments';
import { paintFor } from './color';
import type { Dependencies } from './dependencies';
import { exitCodeOf, type ExitCode, type SeverityCounts } from './exit-code';
import { exportFilesOf } from './export-files';
import { faultSentence } from './fault-sentence';
import { findRegisters, shownPath, stdinPath, type FoundRegister } from './find-registers';
import { formats } from './formats';
import type { CheckedRegister } from './formats/format';
import { includedFilesOf } from './included-files';
import type { Io } from './io';
import { decodeText, reasonOf } from './read-text';
import { quoted } from './wording';

/** Where nothing says how wide lines may be, as in a pipe. */
const usualColumns = 120;

/** `check`: writes what is wrong with the registers that the arguments lead to. */
export async function checkRegisters(args: CheckArguments, io: Io, dependencies: Dependencies): Promise<ExitCode> {
  const options: CheckOptions = {
    today: args.asOf ?? localToday(io.now),
    decreedSeverities: args.ruleSeverities,
  };
  const search = await findRegisters(args.paths, io.cwd, args.stdinFilename);
  const problems = [...search.problems];
  const checked = new Map<string, CheckedRegister>();
  for (const register of search.registers) {
    // A list that another register includes is checked with it, not on its own (MODEL D14).
    if (checked.has(register.path)) {
      continue;
    }
    const outcome = await checkRegister(register, options, io, dependencies);
    if ('problem' in outcome) {
      problems.push(outcome.problem);
    } else {
      outcome.files.forEach((file) => checked.set(file.path, file));
    }
  }
  const files = [...checked.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));

  const counts = countSeverities(files);
  if (files.length > 0 || args.format === 'json') {
    const report = { today: options.today, registers: files, unchecked: problems.length, counts };
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
  dependencies: Dependencies,
): Promise<{ readonly files: readonly CheckedRegister[] } | { readonly problem: string }> {
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
    return { files: await checkText(register, decoded.text, options, io.cwd, dependencies) };
  } catch (error) {
    return { problem: faultSentence(`${name} could not be checked`, error, io.env) };
  }
}

/** Checks a register with the files that it includes and the exports that it names. */
async function checkText(
  { path: shown, location }: FoundRegister,
  text: string,
  options: CheckOptions,
  cwd: string,
  dependencies: Dependencies,
): Promise<CheckedRegister[]> {
  const check = dependencies.createCheck(text, options);
  const texts = new Map([[mainPath, text]]);
  const main = location ?? path.resolve(cwd, shown);
  const files = includedFilesOf(main);
  await checkWithIncluded(check, {
    find: (from, glob) => files.find(from, glob),
    read: async (included) => {
      const read = await files.read(included);
      if (typeof read === 'string') {
        texts.set(included, read);
      }
      return read;
    },
  });
  await checkWithExports(check, exportFilesOf(main));
  const shownAs = (each: string) => (each === mainPath ? shown : shownPath(cwd, each));
  return check.paths().map((each) => ({
    path: shownAs(each),
    text: texts.get(each)!,
    findings: check.findings(each).map((finding) => ({
      ...finding,
      fixes: () => check.fixes(finding),
      related: finding.related.map((place) => (place.path === undefined ? place : { ...place, path: shownAs(place.path) })),
    })),
  }));
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
