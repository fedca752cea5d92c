import { parseDay, type Day } from '../../../src/core/calendar';
import { severities, type Finding, type Severity } from '../../../src/core/findings/finding';

/**
 * Where findings must stand in an example or a fixture, written into its comments:
 *
 *     assigned: 04.03.2024  # expect: date-invalid
 *     # expect-next-line: broken-scalar, name-incomplete
 *     # expect-line 3: unused-suppression
 *
 * The first form speaks of its own line. The second stands alone on the line before, for lines whose end is no
 * place for a comment or whose comment is itself the matter. The third stands anywhere alone and names the line
 * by its number from 1, for lines whose neighbors can't be touched either. A rule that is named twice must stand
 * there twice. `rule=severity` also asks for the severity. Where nothing is expected nothing may stand.
 *
 * Comments on lines of their own before the first content also set what the check depends on:
 *
 *     # today: 2026-11-24     the day of the check; 2026-11-24 if left out
 *     # limit: 2              the most findings that are given; no limit if left out
 *     # file: people/a.yaml   a file that `include` or `exports` may find; as many as wanted
 *     # row: Name,LicenseName  a line of the file that was named last, which has none otherwise
 */
export interface MarkedText {
  readonly today: Day;
  readonly limit: number | undefined;
  /** The texts of files by their paths. */
  readonly files: ReadonlyMap<string, string>;
  readonly expectations: readonly Expectation[];
}

export interface Expectation {
  /** From 1. */
  readonly line: number;
  readonly rule: string;
  readonly severity: Severity | undefined;
}

const defaultToday = parseDay('2026-11-24')!;

/** Reads the marks of a text. Throws where one is miswritten, since it would silently expect nothing. */
export function readMarks(text: string): MarkedText {
  const expectations: Expectation[] = [];
  let today = defaultToday;
  let limit: number | undefined;
  const files = new Map<string, string>();
  let file: string | undefined;
  const lines = text.split(/\r?\n/);
  let inHead = true;
  for (const [index, line] of lines.entries()) {
    const number = index + 1;
    inHead &&= /^(?:#|\s*$)/.test(line);
    const setting = inHead ? /^# (today|limit|file|row): (.*)$/.exec(line) : null;
    if (setting?.[1] === 'today') {
      today = parseDay(setting[2]!) ?? miswritten(number, line);
    } else if (setting?.[1] === 'limit') {
      limit = /^\d+$/.test(setting[2]!) ? Number(setting[2]) : miswritten(number, line);
    } else if (setting?.[1] === 'file') {
      file = setting[2]!;
      files.set(file, '');
    } else if (setting) {
      file ??= miswritten(number, line);
      files.set(file, `${files.get(file)!}${setting[2]!}\r\n`);
    }
    const mark = /(?:^|\s)#\s*expect.*$/.exec(line)?.[0].trim();
    if (mark === undefined) {
      continue;
    }
    const [, form, named, names] = /^# expect(-next-line|-line (\d+)|): (.+)$/.exec(mark) ?? miswritten(number, line);
    const standsAlone = /^\s*#/.test(line);
    if (standsAlone === (form === '')) {
      miswritten(number, line);
    }
    const target = form === '' ? number : form === '-next-line' ? number + 1 : Number(named);
    if (target < 1 || target > lines.length) {
      miswritten(number, line);
    }
    for (const name of names!.split(', ')) {
      const [, rule, severity] = /^([a-z]+(?:-[a-z0-9]+)*)(?:=(\w+))?$/.exec(name) ?? miswritten(number, line);
      if (severity !== undefined && !severities.some(known => known === severity)) {
        miswritten(number, line);
      }
      expectations.push({ line: target, rule: rule!, severity: severity as Severity | undefined });
    }
  }
  return { today, limit, files, expectations: expectations.sort((a, b) => a.line - b.line) };
}

function miswritten(number: number, line: string): never {
  throw new Error(`The mark in line ${number} can't be read: ${line.trim()}`);
}

/**
 * What differs between the expectations and the findings, line by line and with the text they stand on;
 * undefined where nothing does.
 */
export function differences(
  text: string,
  expectations: readonly Expectation[],
  findings: readonly Pick<Finding, 'rule' | 'severity' | 'message' | 'range'>[],
): string | undefined {
  const open = findings.map(finding => ({ finding, line: finding.range.start.line + 1 }));
  const rows: { readonly line: number; readonly row: string }[] = [];
  // Those that ask for a severity choose first, or another one of the same rule might take it away.
  const choosy = expectations.toSorted((a, b) => Number(b.severity !== undefined) - Number(a.severity !== undefined));
  for (const { line, rule, severity } of choosy) {
    const at = open.findIndex(
      other =>
        other.line === line && other.finding.rule === rule && (severity ?? other.finding.severity) === other.finding.severity,
    );
    if (at < 0) {
      rows.push({ line, row: `- ${rule}${severity ? ` as ${severity}` : ''} is expected` });
    } else {
      open.splice(at, 1);
    }
  }
  for (const { line, finding } of open) {
    rows.push({ line, row: `+ ${finding.rule} (${finding.severity}) was found: ${finding.message}` });
  }
  if (rows.length === 0) {
    return undefined;
  }
  const lines = text.split(/\r?\n/);
  return rows
    .sort((a, b) => a.line - b.line)
    .map(({ line, row }, index, all) =>
      all[index - 1]?.line === line ? `       ${row}` : `${String(line).padStart(4)} | ${lines[line - 1] ?? ''}\n       ${row}`,
    )
    .join('\n');
}
