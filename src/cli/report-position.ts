import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { localToday } from '../core/calendar';
import type { CheckOptions } from '../core/check';
import { positionOf, render } from '../report';
import { WrongArgument, type ReportArguments } from './arguments';
import type { Dependencies } from './dependencies';
import { exitCode, type ExitCode } from './exit-code';
import { findRegisters, type FoundRegister } from './find-registers';
import { itself } from './included-files';
import type { Io } from './io';
import { openRegister, type OpenedRegister } from './open-register';
import { listed, quoted } from './wording';
import { reasonNotWritten } from './write-text';

/** A register that may be the one that is meant, with the places of its files. */
interface Candidate extends OpenedRegister {
  readonly register: FoundRegister;
  /** Behind all links, the main one first. */
  readonly files: readonly string[];
}

/** `report`: writes the license position of the register that the arguments lead to. */
export async function reportPosition(args: ReportArguments, io: Io, dependencies: Dependencies): Promise<ExitCode> {
  const madeOn = localToday(io.now);
  const options: CheckOptions = {
    today: args.asOf ?? madeOn,
    leavesOutLater: args.asOf !== undefined,
    // Comments were written for another day: what silences nothing then may well do so now.
    ...(args.asOf !== undefined && args.asOf < madeOn && { decreedSeverities: { 'unused-suppression': 'off' } }),
  };
  const search = await findRegisters(args.path === undefined ? [] : [args.path], io.cwd, args.stdinFilename);
  const { registers, notices } = search;
  const problems = [...search.problems];
  const opened: Candidate[] = [];
  for (const register of registers) {
    const outcome = await openRegister(register, options, io, dependencies, each => ({ ...each, register }));
    if ('problem' in outcome) {
      problems.push(outcome.problem);
    } else {
      const places = [register.location ?? path.resolve(io.cwd, register.path), ...outcome.check.paths().slice(1)];
      opened.push({ ...outcome, files: await Promise.all(places.map(itself)) });
    }
  }
  // A list that another register includes is part of that one.
  const included = new Set(opened.flatMap(({ files }) => files.slice(1)));
  const [meant, another] = opened.filter(({ files }) => !included.has(files[0]!));
  if (problems.length > 0 || !meant) {
    return failure(io, [...problems, ...notices]);
  }
  if (another) {
    throw new WrongArgument(`There are several registers: ${listed(registers.slice(0, 5).map(({ path: each }) => quoted(each)))}. Name the one that is meant.`, 'report');
  }
  const position = positionOf(meant.check, { madeOn, nameOf: meant.shownAs })!;
  const text = render(position, args.format, args);
  if (args.output === undefined) {
    await io.stdout.write(text);
    return exitCode.fine;
  }
  return write(text, args.output, args.force, meant.files, io);
}

async function write(text: string, output: string, force: boolean, files: readonly string[], io: Io): Promise<ExitCode> {
  const location = path.resolve(io.cwd, output);
  if (files.includes(await itself(location))) {
    throw new WrongArgument(`${quoted(output)} belongs to the register itself. Write the report to another file.`, 'report');
  }
  try {
    await writeFile(location, text, { flag: force ? 'w' : 'wx' });
    return exitCode.fine;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new WrongArgument(`${quoted(output)} is there already. Name another file, or add --force to overwrite it.`, 'report');
    }
    return failure(io, [`${quoted(output)} ${reasonNotWritten(error)}`]);
  }
}

async function failure(io: Io, sentences: readonly string[]): Promise<ExitCode> {
  await io.stderr.write(sentences.map(sentence => `${sentence}\n`).join(''));
  return exitCode.unchecked;
}
