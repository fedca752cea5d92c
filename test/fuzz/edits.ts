import { lineStartsOf, positionAt, type Position, type TextEdit } from '../../src/core/text/text';
import { randomEntry } from './registers';
import type { Random } from './random';

const scraps = ['\n', ' ', '  ', '- ', ':', ': ', '"', "'", '#', ' #', '{', '}', '[', ']', ',', '\t', 'a', '-', '|', '>', '&a ', '*a', '---\n', '...\n', '? ', '!', '~', 'null', '0147', '\\',
  'assignments:\n', 'purchases:\n', 'name: ', '-name: ', '* email: ', 'x', '2024-02-30', '\r\n', '%', 'key: value\n', 'half\n', '# license-register-disable-line name-incomplete\n', '<<: ', 'settings:\n', '  severities: { name-incomplete: off }\n'];

/** An edit as a person, a formatter or a paste would make it. */
export function randomEdit(random: Random, text: string): TextEdit {
  const starts = lineStartsOf(text);
  const offset = betweenUnits(text, random.below(text.length + 1));
  const line = random.below(starts.length);
  const lineStart = starts[line]!;
  const lineEnd = starts[line + 1] ?? text.length;
  const kind = random.below(10);
  const [start, end, newText] =
    kind < 3 ? [offset, offset, random.pick(scraps)]
    : kind < 5 ? [offset, betweenUnits(text, Math.min(text.length, offset + 1 + random.below(3))), '']
    : kind === 5 ? [lineStart, lineEnd, '']
    : kind === 6 ? [lineStart, lineStart, random.pick([' ', '  ', ...scraps])]
    : kind === 7 ? [lineStart, lineStart, randomEntry(random, random.pick(['assignments', 'purchases', 'servers']), random.pick(['', '  ']))]
    : kind === 8 ? [offset, betweenUnits(text, Math.min(text.length, offset + random.below(200))), random.pick(['', random.pick(scraps)])]
    : [lineStart, lineEnd, text.slice(lineStart, lineEnd) + text.slice(lineStart, lineEnd)];
  return { range: { start: positionAt(starts, start), end: positionAt(starts, end) }, newText };
}

/** No editor lets a cursor between the two halves of a CRLF. */
function betweenUnits(text: string, offset: number): number {
  return text[offset] === '\n' && text[offset - 1] === '\r' ? offset + 1 : offset;
}

/** A text after an edit. */
export function applied(text: string, edit: TextEdit): string {
  const { start, end } = offsetsOf(text, edit);
  return text.slice(0, start) + edit.newText + text.slice(end);
}

/** The edit that takes `edit` of `text` back. */
export function inverted(text: string, edit: TextEdit): TextEdit {
  const { start, end } = offsetsOf(text, edit);
  const starts = lineStartsOf(applied(text, edit));
  return { range: { start: positionAt(starts, start), end: positionAt(starts, start + edit.newText.length) }, newText: text.slice(start, end) };
}

function offsetsOf(text: string, { range }: TextEdit): { start: number; end: number } {
  const starts = lineStartsOf(text);
  const at = ({ line, character }: Position) => Math.min(starts[line]! + character, text.length);
  return { start: at(range.start), end: at(range.end) };
}
