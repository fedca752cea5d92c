import { paintFor, severityStyle } from './color';
import type { Dependencies } from './dependencies';
import { exitCode, type ExitCode } from './exit-code';
import type { Io } from './io';
import { readRulePage, summaryOf } from './rule-pages';

/** `rules`: writes a line for each rule with its severity and what its page says first. */
export async function listRules(
  { noColor }: { readonly noColor: boolean },
  io: Io,
  { rules, pagesFolder }: Pick<Dependencies, 'rules' | 'pagesFolder'>,
): Promise<ExitCode> {
  const paint = paintFor(io, noColor);
  const nameWidth = Math.max(0, ...rules.map(({ name }) => name.length));
  const severityWidth = Math.max(0, ...rules.map(({ severity }) => severity.length));
  const lines = await Promise.all(
    rules.map(async ({ name, severity }) => {
      const summary = summaryOf(await readRulePage(pagesFolder, name));
      const painted = paint(severityStyle[severity], severity) + ' '.repeat(severityWidth - severity.length);
      return `${name.padEnd(nameWidth)}  ${painted}  ${summary}\n`;
    }),
  );
  await io.stdout.write(lines.join(''));
  return exitCode.fine;
}
