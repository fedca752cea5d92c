import { localToday } from '../core/calendar';
import type { CheckOptions } from '../core/check';
import type { CheckArguments } from './arguments';
import { CheckedFiles } from './checked-files';
import { paintFor } from './color';
import type { Dependencies } from './dependencies';
import { exitCodeOf, type ExitCode, type SeverityCounts } from './exit-code';
import { fixAll } from './fix-all';
import { findRegisters, type SearchResult } from './find-registers';
import { formats } from './formats';
import type { CheckedRegister } from './formats/format';
import type { Io } from './io';
import { openRegister, type OpenedRegister } from './open-register';
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
  const { files, fixed, problems } = await checkAll(search.registers, args, options, io, dependencies);
  const allProblems = [...search.problems, ...problems];
  const counts = countSeverities(files);
  const isFilter = args.fix === 'write' && args.paths.includes('-');
  const reportTo = isFilter || args.fix === 'show' ? io.stderr : io.stdout;
  if (args.fix === 'show') {
    await io.stdout.write(fixed.map(({ path, former, text }) => unifiedDiff(path, former, text)).join(''));
  } else if (isFilter) {
    await io.stdout.write(files.find(({ path }) => path === search.registers[0]?.path)?.text ?? '');
  }
  // Programs read these two, and take nothing for no report.
  if (files.length > 0 || args.format === 'json' || args.format === 'sarif') {
    const report = { today: options.today, registers: files, unchecked: allProblems.length, counts };
    const display = { paint: paintFor(io, args.noColor), columns: io.columns ?? usualColumns };
    await reportTo.write(formats[args.format](report, display));
  }
  // Below the report, where it is seen in a terminal however long the report is.
  await io.stderr.write([...search.notices, ...fixNotice(fixed, args.fix), ...allProblems].map(sentence => `${sentence}\n`).join(''));
  return exitCodeOf(counts, allProblems.length, args.failOn, args.maxWarnings);
}

/** What came of all registers. */
interface CheckedRegisters {
  /** In the order of their paths. */
  readonly files: readonly CheckedRegister[];
  /** Without those that should have been written and couldn't be. */
  readonly fixed: readonly FixedFile[];
  readonly problems: readonly string[];
}

/** Checks registers one after another, and writes what is fixed if that is asked for. */
async function checkAll(registers: SearchResult['registers'], args: CheckArguments, options: CheckOptions, io: Io, dependencies: Dependencies): Promise<CheckedRegisters> {
  const checked = new CheckedFiles();
  const fixed = new Map<string, FixedFile>();
  const problems: string[] = [];
  const unwritten = new Set<string>();
  for (const register of registers) {
    // A list that another register includes is checked with it, not on its own.
    if (checked.has(register.path)) {
      continue;
    }
    const outcome = await openRegister(register, options, io, dependencies, opened => checkedFiles(opened, args.fix !== 'no'));
    if ('problem' in outcome) {
      problems.push(outcome.problem);
      continue;
    }
    checked.add(outcome.files);
    for (const file of outcome.fixed.filter(({ path }) => !fixed.has(path))) {
      fixed.set(file.path, file);
      const problem = args.fix === 'write' && file.location !== undefined ? await replaceText(file.location, file.former, file.text) : undefined;
      if (problem !== undefined) {
        problems.push(`${quoted(file.path)} ${problem}`);
        unwritten.add(file.path);
      }
    }
  }
  return {
    files: checked.list(),
    fixed: [...fixed.values()].filter(({ path }) => !unwritten.has(path)),
    problems,
  };
}

/** A register that was checked, with the files that it includes; fixed before, if wanted, as far as that is safe. */
async function checkedFiles(
  { check, texts, checkAgain, locationOf, shownAs }: OpenedRegister,
  fixes: boolean,
): Promise<{ readonly files: readonly CheckedRegister[]; readonly fixed: readonly FixedFile[] }> {
  const formerTexts = new Map(texts);
  const counts = fixes ? await fixAll(check, texts, checkAgain) : new Map<string, number>();
  const files = check.paths().map(each => ({
    path: shownAs(each),
    text: texts.get(each)!,
    findings: check.findings(each).map(finding => ({
      ...finding,
      fixes: () => check.fixes(finding),
      related: finding.related.map(place => (place.path === undefined ? place : { ...place, path: shownAs(place.path) })),
    })),
  }));
  const fixed = [...counts].map(([each, count]) => ({
    path: shownAs(each),
    location: locationOf(each),
    former: formerTexts.get(each)!,
    text: texts.get(each)!,
    count,
  }));
  return { files, fixed };
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
