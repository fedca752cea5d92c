/** A place in a text: line and column, both from 0; columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a text, the end excluded. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** One replacement in a text. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** A stretch of a segment's text in UTF-16 offsets from the segment's start, the end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The offsets at which the lines of `text` start; line breaks are `\n` and `\r\n`.
 * A lone `\r` is no line break, as in YAML files that VS Code opens.
 */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  return starts;
}

/** The position of `offset` in a text whose lines start at `lineStarts`. */
export function positionAt(lineStarts: readonly number[], offset: number): Position {
  let low = 0;
  let high = lineStarts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (lineStarts[middle]! <= offset) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return { line: low, character: offset - lineStarts[low]! };
}

/** A text after edits, each in the coordinates of the text after the ones before it, from its end to its start. */
export function withEditsFromEnd(text: string, edits: readonly TextEdit[]): string {
  const starts = lineStartsOf(text);
  const offsetOf = ({ line, character }: Position) => starts[line]! + character;
  const parts: string[] = [];
  let end = text.length;
  for (const { range, newText } of edits) {
    parts.push(text.slice(offsetOf(range.end), end), newText);
    end = offsetOf(range.start);
  }
  return parts.concat(text.slice(0, end)).reverse().join('');
}

/** `text` without a byte order mark at its start. */
export function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
