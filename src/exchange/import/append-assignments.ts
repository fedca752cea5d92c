import { writeScalar } from '../../core/fixes/yaml-text';
import type { Assignment } from '../../core/model';
import { readRegister, type RegisterReading } from '../../core/read-register';
import type { Segment } from '../../core/segment';
import { say, type Sentence } from '../../core/sentence';
import { lineStartsOf, positionAt, type TextEdit } from '../../core/text';
import { writtenKeys, type AssignmentValues, type WrittenKey } from './plan-import';

/** How a register writes its assignments. */
interface Style {
  /** What stands before the `-`, and between it and the first key. */
  readonly indent: string;
  readonly gap: string;
  /** Whether each stands on one line, in braces. */
  readonly isFlow: boolean;
  readonly blankLineBetween: boolean;
  readonly quote: '"' | "'";
  /** The keys whose values are in quotes though they needn't be. */
  readonly quotedKeys: ReadonlySet<WrittenKey>;
}

/** Where new assignments go, and what is to be there before them. */
interface Spot {
  readonly start: number;
  readonly end: number;
  readonly before: string;
}

const plainStyle: Style = { indent: '', gap: ' ', isFlow: false, blankLineBetween: false, quote: '"', quotedKeys: new Set() };

/**
 * The one edit that appends assignments to a register, written as it writes its own: indentation, braces, quotes,
 * blank lines and line ends. Values that YAML would take for something else are quoted.
 * @returns a predicate that follows the register's name in a sentence where there is no safe place
 */
export function appendAssignments(register: string, assignments: readonly AssignmentValues[]): TextEdit | { readonly problem: Sentence } {
  const reading = readRegister(register);
  const text = reading.segments.map(({ segment }) => segment.text).join('');
  const items = reading.segments.filter(({ segment }) => segment.kind === 'item' && (segment.section?.key ?? 'assignments') === 'assignments');
  // Under a second key of the name nothing counts.
  const own = items.filter(({ segment }) => segment.section === items[0]!.segment.section);
  const style = styleOf(own, reading);
  const spot = spotIn(text, reading, own.at(-1)?.segment);
  if ('problem' in spot) {
    return spot;
  }
  const entries = assignments.map((assignment) => render(assignment, style)).join(style.blankLineBetween ? '\n' : '');
  const newText = `${spot.before}${style.blankLineBetween && own.length > 0 ? '\n' : ''}${entries}`;
  const lineStarts = lineStartsOf(text);
  return {
    range: { start: positionAt(lineStarts, spot.start), end: positionAt(lineStarts, spot.end) },
    newText: text.includes('\r\n') ? newText.replaceAll('\n', '\r\n') : newText,
  };
}

function spotIn(text: string, { segments }: RegisterReading, last: Segment | undefined): Spot | { readonly problem: Sentence } {
  if (segments.some(({ segment }) => segment.kind === 'whole')) {
    return { problem: say`is written in a way in which nothing can be appended safely, such as with anchors or in braces as a whole: write each assignment as an item of its own first.` };
  }
  const starts = new Map<Segment, number>();
  let offset = 0;
  for (const { segment } of segments) {
    starts.set(segment, offset);
    offset += segment.text.length;
  }
  if (last) {
    return spotBehind(text, starts.get(last)! + contentLength(last.text));
  }
  const keys = segments.filter(({ segment }) => segment.kind === 'key');
  const assignments = keys.find(({ segment }) => assignmentsKey.test(segment.text))?.segment;
  if (assignments) {
    return spotUnder(text, starts.get(assignments)!, assignments.text);
  }
  const tail = segments.find(({ segment }) => segment.kind === 'tail')?.segment;
  const end = tail ? starts.get(tail)! : text.length;
  const spot = spotBehind(text, end);
  return keys.length === 0 ? spot : { ...spot, before: `${spot.before}${/(?:^|\n)[ \t]*\r?\n$/.test(text.slice(0, end)) ? '' : '\n'}assignments:\n` };
}

const assignmentsKey = /^(["']?)assignments\1[ \t]*:/;

/** At the start of a line; what comes before it is ended if it isn't. */
function spotBehind(text: string, at: number): Spot {
  return { start: at, end: at, before: at === 0 || text[at - 1] === '\n' ? '' : '\n' };
}

/** Under a key without entries; what says behind it that there are none gives way. */
function spotUnder(text: string, start: number, segment: string): Spot | { readonly problem: Sentence } {
  const [line, , value] = /^(["']?)assignments\1[ \t]*:[ \t]*([^\r\n#]*)[^\r\n]*(?:\r?\n)?/.exec(segment)!;
  if (value!.trim() === '') {
    return spotBehind(text, start + line.length);
  }
  const none = /:([ \t]*(?:\[\s*\]|~|null|Null|NULL))([ \t]*(?:#[^\r\n]*)?)(?:\r?\n)?$/.exec(line);
  if (!none) {
    return value!.startsWith('[')
      ? { problem: say`has its assignments in one list in brackets: write each as an item of its own, on a line that starts with a dash, first.` }
      : { problem: say`has no list behind \`assignments\`, but something else: correct that first.` };
  }
  return { start: start + none.index + 1, end: start + line.length, before: `${none[2]!.trimEnd()}\n` };
}

/** The length of an entry without the comments and blank lines behind it, which may belong to what follows. */
function contentLength(segment: string): number {
  const column = /^\s*/.exec(segment)![0].length;
  const lines = segment.split('\n');
  let count = lines.length;
  while (count > 1) {
    const line = lines[count - 1]!;
    const isAside = line.trim() === '' || (line.trimStart().startsWith('#') && line.length - line.trimStart().length <= column);
    if (!isAside) {
      break;
    }
    count--;
  }
  const kept = lines.slice(0, count).join('\n').length;
  return count < lines.length ? kept + 1 : kept;
}

function styleOf(own: RegisterReading['segments'], { segments }: RegisterReading): Style {
  const sample = own.at(-1);
  const first = sample ?? segments.find(({ segment }) => segment.kind === 'item');
  const [, indent, gap, brace] = /^([ ]*)-([ ]+)(\{)?/.exec(first?.segment.text ?? '') ?? [];
  const hasKeys = segments.some(({ segment }) => segment.kind === 'key');
  const quotes = sample?.entries[0]?.entryKind === 'assignment' ? quotesIn(sample.entries[0], sample.segment.text) : [];
  return {
    indent: indent ?? (hasKeys ? '  ' : ''),
    gap: gap ?? plainStyle.gap,
    isFlow: sample !== undefined && brace !== undefined,
    blankLineBetween: own.slice(0, -1).some(({ segment }) => /\n[ \t]*\r?\n$/.test(segment.text)),
    quote: quotes.some(({ quote }) => quote === "'") && !quotes.some(({ quote }) => quote === '"') ? "'" : '"',
    quotedKeys: new Set(quotes.map(({ key }) => key)),
  };
}

function quotesIn(assignment: Assignment, text: string): { key: WrittenKey; quote: string }[] {
  return writtenKeys.flatMap((key) => {
    const leaf = assignment[key];
    const quote = leaf && text[leaf.start];
    return quote === '"' || quote === "'" ? [{ key, quote }] : [];
  });
}

function render(assignment: AssignmentValues, style: Style): string {
  const { indent, gap, isFlow } = style;
  const pairs = writtenKeys.flatMap((key) => {
    const value = assignment[key];
    return value === undefined ? [] : [`${key}: ${scalar(key, value, style)}`];
  });
  return isFlow ? `${indent}-${gap}{ ${pairs.join(', ')} }\n` : `${indent}-${gap}${pairs.join(`\n${indent} ${gap}`)}\n`;
}

function scalar(key: WrittenKey, value: string, { quote, quotedKeys }: Style): string {
  // Of these keys numbers are texts too.
  const isNumber = (key === 'seat' || key === 'employee') && /^[1-9]\d*$/.test(value);
  return isNumber && !quotedKeys.has(key) ? value : writeScalar(value, quotedKeys.has(key) ? quote : '');
}
