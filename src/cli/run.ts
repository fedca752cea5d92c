import { version } from '../../package.json';
import { readArguments, WrongArgument, type Arguments } from './arguments';
import { checkRegisters } from './check-registers';
import type { Dependencies } from './dependencies';
import { exitCode, type ExitCode } from './exit-code';
import { explain } from './explain';
import { faultSentence } from './fault-sentence';
import { helpText } from './help';
import { importAssignments } from './import-assignments';
import { OutputFailure, type Io } from './io';
import { listRules } from './list-rules';
import { reportPosition } from './report-position';

/** Runs the command line; never throws. `args` are those behind the program's name. */
export async function run(args: readonly string[], io: Io, dependencies: Dependencies): Promise<ExitCode> {
  try {
    return await carryOut(readArguments(args, dependencies.rules.map(({ name }) => name)), io, dependencies);
  } catch (error) {
    if (error instanceof WrongArgument) {
      const help = ['exchange-license-register', ...(error.about ? [error.about] : []), '--help'].join(' ');
      await io.stderr.write(`${error.message}\n${help} shows what there is.\n`);
      return exitCode.wrongArguments;
    }
    const sentence =
      error instanceof OutputFailure ? error.message : faultSentence('The command failed', error, io.env);
    await io.stderr.write(`${sentence}\n`);
    return exitCode.unchecked;
  }
}

async function carryOut(args: Arguments, io: Io, dependencies: Dependencies): Promise<ExitCode> {
  switch (args.command) {
    case 'check':
      return checkRegisters(args, io, dependencies);
    case 'import':
      return importAssignments(args, io);
    case 'report':
      return reportPosition(args, io, dependencies);
    case 'rules':
      return listRules(args, io, dependencies);
    case 'explain':
      return explain(args.rule, io, dependencies.pagesFolder);
    case 'help':
      await io.stdout.write(helpText(args.about));
      return exitCode.fine;
    case 'version':
      await io.stdout.write(`${version}\n`);
      return exitCode.fine;
  }
}
