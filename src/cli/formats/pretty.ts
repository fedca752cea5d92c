import { severities, type Finding, type RelatedPlace } from '../../core/findings/finding';
import { printable } from '../../core/text/printable';
import { lineStartsOf, type Range } from '../../core/text/text';
import { severityStyle, type Paint } from '../color';
import { counted } from '../wording';
import { excerptOf } from './excerpt';
import type { CheckedRegister, Display, Report } from './format';

/** An over-assigned purchase has a related place for each of its holders: this many say enough. */
const shownRelatedPlaces = 10;
const narrowestExcerpt = 40;
const indent = '    ';

/** The report for people: each finding with its line of source, and a sentence that sums up. */
export function pretty(report: Report, display: Display): string {
  const sections = report.registers
    .filter(({ findings }) => findings.length > 0)
    .map(register => registerSection(register, display));
  return [...sections, `${summaryOf(report, display.paint)}\n`].join('\n');
}

function registerSection({ path, text, findings }: CheckedRegister, display: Display): string {
  const lineOf = linesOf(text);
  const blocks = findings.map(finding => findingBlock(finding, lineOf, display));
  return `${display.paint(['bold', 'underline'], printable(path))}\n${blocks.join('\n')}`;
}

function findingBlock(
  { severity, rule, message, range, related }: Finding,
  lineOf: (index: number) => string | undefined,
  { paint, columns }: Display,
): string {
  const lines = [
    // The place comes first on a line below the file's name, which makes it a link in VS Code's terminal.
    `  ${placeOf(range)}  ${paint(severityStyle[severity], severity)}  ${printable(message)}  ${paint('dim', rule)}`,
  ];
  const line = lineOf(range.start.line);
  if (line !== undefined) {
    const number = String(range.start.line + 1);
    const gutter = `${number} | `;
    // A mark that goes on in further lines is shown up to the end of its first.
    const end = range.end.line === range.start.line ? range.end.character : line.length;
    const space = Math.max(narrowestExcerpt, columns - indent.length - gutter.length);
    const { source, underline } = excerptOf(line, range.start.character, end, space);
    lines.push(
      `${indent}${paint('dim', gutter)}${source}`.trimEnd(),
      `${indent}${paint('dim', `${' '.repeat(number.length)} | `)}${paint(severityStyle[severity], underline)}`,
    );
  }
  return [...lines, ...relatedLines(related, paint), ''].join('\n');
}

function relatedLines(related: readonly RelatedPlace[], paint: Paint): string[] {
  const lines = related
    .slice(0, shownRelatedPlaces)
    .map(({ path, range, message }) => {
      const place = path === undefined ? placeOf(range) : `${printable(path)}:${placeOf(range)}`;
      return `${indent}${paint('dim', place)}  ${printable(message)}`;
    });
  const more = related.length - lines.length;
  return more > 0 ? [...lines, `${indent}${paint('dim', `and ${counted(more, 'more place')}`)}`] : lines;
}

function summaryOf({ registers, unchecked, counts }: Report, paint: Paint): string {
  const more = unchecked > 0 ? `; ${unchecked} more could not be checked` : '';
  const found = severities.filter(severity => counts[severity] > 0);
  if (found.length === 0) {
    return `${paint('green', `No findings in ${counted(registers.length, 'register')}`)}${more}.`;
  }
  const amounts = found.map(severity => paint(severityStyle[severity], counted(counts[severity], severity)));
  const files = registers.filter(({ findings }) => findings.length > 0).length;
  return `${amounts.join(', ')} in ${counted(files, 'file')}${more}.`;
}

/** The lines of `text` by their index, without their line breaks. */
function linesOf(text: string): (index: number) => string | undefined {
  const starts = lineStartsOf(text);
  return index => {
    const start = starts[index];
    return start === undefined ? undefined : text.slice(start, starts[index + 1]).replace(/\r?\n$/, '');
  };
}

function placeOf({ start }: Range): string {
  return `${start.line + 1}:${start.character + 1}`;
}
