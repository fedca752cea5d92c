import type { Day } from '../../core/calendar';
import type { Finding, Fix } from '../../core/findings/finding';
import { placeholder } from '../../core/fixes/snippet';
import { likelySuppressionsIn, worksOn } from '../../core/findings/suppressions';
import { lineStartsOf, positionAt } from '../../core/text/text';
import { longestRead, readScript } from './read-script';

/** The findings of a script that no comment silences, by the same words as in a register. */
export function unsilenced<Found extends Finding>(findings: readonly Found[], text: string, today: Day): readonly Found[] {
  const suppressions = findings.length === 0 ? [] : likelySuppressionsIn(text).filter(suppression => worksOn(suppression, today));
  if (suppressions.length === 0) {
    return findings;
  }
  const lineStarts = lineStartsOf(text);
  const silenced = new Set<string>();
  for (const { scope, rules, start } of suppressions) {
    const { line } = positionAt(lineStarts, start);
    for (const rule of rules) {
      silenced.add(scope === 'file' ? rule : `${rule} ${scope === 'line' ? line : line + 1}`);
    }
  }
  return findings.filter(({ rule, range }) => !silenced.has(rule) && !silenced.has(`${rule} ${range.start.line}`));
}

/** What silences a finding of a script: a comment above its line, with a reason to fill in; nothing where no comment can stand. */
export function silencersIn(text: string, { rule, range }: Finding): readonly Fix[] {
  const start = lineStartsOf(text)[range.start.line]!;
  const before = text.slice(0, start);
  // Behind a backtick the line goes on.
  if (start > longestRead || /`\r?\n$/.test(before) || readScript(before).endsIn === 'text') {
    return [];
  }
  const indentation = /^[ \t]*/.exec(text.slice(start, start + 200))![0];
  const at = { line: range.start.line, character: 0 };
  const newText = `${indentation}# license-register-disable-next-line ${rule} -- ${placeholder(1, 'reason')}${text.includes('\r\n') ? '\r\n' : '\n'}`;
  return [{ title: `Suppress "${rule}" here, with a reason`, edits: [{ range: { start: at, end: at }, newText, isSnippet: true }], safe: false }];
}
