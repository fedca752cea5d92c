import { exitCode, type ExitCode } from './exit-code';
import type { Io } from './io';
import { readRulePage } from './rule-pages';

/** `explain`: writes the page of a rule. */
export async function explain(rule: string, io: Io, pagesFolder: string): Promise<ExitCode> {
  const page = await readRulePage(pagesFolder, rule);
  await io.stdout.write(page.endsWith('\n') ? page : `${page}\n`);
  return exitCode.fine;
}
