import { localToday } from '../core/calendar';
import type { CheckOptions } from '../core/check';
import type { CheckArguments } from './arguments';
import { paintFor } from './color';
import type { Dependencies } from './dependencies';
import { exitCodeOf, type ExitCode, type SeverityCounts } from './exit-code';
import { findRegisters } from './find-registers';
import { formats } from './formats';
import type { CheckedRegister } from './formats/format';
import type { Io } from './io';
import { openRegister, type OpenedRegister } from './open-register';

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
    const outcome = await openRegister(register, options, io, dependencies, checkedFiles);
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

/** A register that was checked, with the files that it includes. */
function checkedFiles({ check, texts, shownAs }: OpenedRegister): { readonly files: readonly CheckedRegister[] } {
  const files = check.paths().map((each) => ({
    path: shownAs(each),
    text: texts.get(each)!,
    findings: check.findings(each).map((finding) => ({
      ...finding,
      fixes: () => check.fixes(finding),
      related: finding.related.map((place) => (place.path === undefined ? place : { ...place, path: shownAs(place.path) })),
    })),
  }));
  return { files };
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
