import type { Position, TextEdit } from '../../core/text/text';

/**
 * Where a position is after edits, each in the coordinates of the text after the ones before it; undefined where what
 * stood around it was replaced. At an end of what was replaced it moves with the text behind.
 */
export function editedPosition(position: Position, edits: readonly TextEdit[]): Position | undefined {
  let { line, character } = position;
  for (const { range: { start, end }, newText } of edits) {
    if (isBefore({ line, character }, end)) {
      if (isBefore(start, { line, character })) {
        return undefined;
      }
      continue;
    }
    const lines = newText.split('\n');
    if (line === end.line) {
      character += lines.at(-1)!.length - end.character + (lines.length === 1 ? start.character : 0);
    }
    line += lines.length - 1 - (end.line - start.line);
  }
  return { line, character };
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
