import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { localToday } from '../core/calendar';
import type { CheckOptions } from '../core/check';
import { checkWithIncluded, mainPath, type IncludedFiles } from '../core/inclusion';
import { checkWithExports } from '../exchange/bring-exports';
import type { CheckArguments } from './arguments';
import { paintFor } from './color';
import type { Dependencies } from './dependencies';
import { exitCodeOf, type ExitCode, type SeverityCounts } from './exit-code';
import { exportFilesOf } from './export-files';
import { faultSentence } from './fault-sentence';
import { fixAll } from './fix-all';
import { findRegisters, shownPath, stdinPath, type FoundRegister } from './find-registers';
import { formats } from './formats';
import type { CheckedRegister } from './formats/format';
import { includedFilesOf } from './included-files';
import type { Io } from './io';
import { decodeText, reasonOf } from './read-text';
import { unifiedDiff } from './unified-diff';
import { counted, quoted } from './wording';
import { replaceText } from './write-text';

/** A file whose findings were fixed, as far as that is safe. */
interface FixedFile {
  readonly path: string;
  /** Where it lies; undefined for standard input. */
  readonly location: string | undefined;
  readonly former: string;
  readonly text: string;
  /** How many findings that were. */
  readonly count: number;
}

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
  const fixed: FixedFile[] = [];
  for (const register of search.registers) {
    // A list that another register includes is checked with it, not on its own (MODEL D14).
    if (checked.has(register.path)) {
      continue;
    }
    const outcome = await checkRegister(register, options, args.fix !== 'no', io, dependencies);
    if ('problem' in outcome) {
      problems.push(outcome.problem);
      continue;
    }
    outcome.files.forEach((file) => checked.set(file.path, file));
    for (const file of outcome.fixed.filter(({ path }) => !fixed.some((other) => other.path === path))) {
      fixed.push(file);
      const problem = args.fix === 'write' && file.location !== undefined ? await replaceText(file.location, file.former, file.text) : undefined;
      problems.push(...(problem === undefined ? [] : [`${quoted(file.path)} ${problem}`]));
    }
  }
  const files = [...checked.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));

  const counts = countSeverities(files);
  const isFilter = args.fix === 'write' && args.paths.includes('-');
  const reportTo = isFilter || args.fix === 'show' ? io.stderr : io.stdout;
  if (args.fix === 'show') {
    await io.stdout.write(fixed.map(({ path, former, text }) => unifiedDiff(path, former, text)).join(''));
  } else if (isFilter) {
    await io.stdout.write(files.find(({ path }) => path === search.registers[0]?.path)?.text ?? '');
  }
  if (files.length > 0 || args.format === 'json') {
    const report = { today: options.today, registers: files, unchecked: problems.length, counts };
    const display = { paint: paintFor(io, args.noColor), columns: io.columns ?? usualColumns };
    await reportTo.write(formats[args.format](report, display));
  }
  // Below the report, where it is seen in a terminal however long the report is.
  await io.stderr.write([...search.notices, ...fixNotice(fixed, args.fix), ...problems].map((sentence) => `${sentence}\n`).join(''));
  return exitCodeOf(counts, problems.length, args.failOn, args.maxWarnings);
}

async function checkRegister(
  register: FoundRegister,
  options: CheckOptions,
  fixes: boolean,
  io: Io,
  dependencies: Dependencies,
): Promise<{ readonly files: readonly CheckedRegister[]; readonly fixed: readonly FixedFile[] } | { readonly problem: string }> {
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
    return await checkText(register, decoded.text, options, fixes, io.cwd, dependencies);
  } catch (error) {
    return { problem: faultSentence(`${name} could not be checked`, error, io.env) };
  }
}

/** Checks a register with the files that it includes and the exports that it names. */
async function checkText(
  { path: shown, location }: FoundRegister,
  text: string,
  options: CheckOptions,
  fixes: boolean,
  cwd: string,
  dependencies: Dependencies,
): Promise<{ files: CheckedRegister[]; fixed: FixedFile[] }> {
  const check = dependencies.createCheck(text, options);
  const texts = new Map([[mainPath, text]]);
  const main = location ?? path.resolve(cwd, shown);
  const files = includedFilesOf(main);
  const known: IncludedFiles = {
    find: (from, glob) => files.find(from, glob),
    read: async (included) => {
      const read = texts.get(included) ?? (await files.read(included));
      if (typeof read === 'string') {
        texts.set(included, read);
      }
      return read;
    },
  };
  const checkAll = async () => {
    await checkWithIncluded(check, known);
    await checkWithExports(check, exportFilesOf(main));
  };
  await checkAll();
  const formerTexts = new Map(texts);
  const counts = fixes ? await fixAll(check, texts, checkAll) : new Map<string, number>();
  const shownAs = (each: string) => (each === mainPath ? shown : shownPath(cwd, each));
  const checked = check.paths().map((each) => ({
    path: shownAs(each),
    text: texts.get(each)!,
    findings: check.findings(each).map((finding) => ({
      ...finding,
      fixes: () => check.fixes(finding),
      related: finding.related.map((place) => (place.path === undefined ? place : { ...place, path: shownAs(place.path) })),
    })),
  }));
  const fixed = [...counts].map(([each, count]) => ({
    path: shownAs(each),
    location: each === mainPath ? location : each,
    former: formerTexts.get(each)!,
    text: texts.get(each)!,
    count,
  }));
  return { files: checked, fixed };
}

function fixNotice(fixed: readonly FixedFile[], fix: CheckArguments['fix']): string[] {
  const count = fixed.reduce((sum, file) => sum + file.count, 0);
  if (fix === 'no' || count === 0) {
    return [];
  }
  const files = counted(fixed.length, 'file');
  return [fix === 'show' ? `${counted(count, 'finding')} would be fixed in ${files}.` : `${counted(count, 'finding')} fixed in ${files}.`];
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
