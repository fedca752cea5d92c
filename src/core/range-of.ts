import type { Place } from './segment';
import type { Range } from './text';

/** Where a place stands in its file as it is now. Its segment must not have gone. */
export function rangeOf({ segment, start, end }: Place): Range {
  const base = segment.slot!.chunk.list.lineOf(segment);
  const from = segment.positionAt(start);
  const to = segment.positionAt(end);
  return { start: { line: base + from.line, character: from.character }, end: { line: base + to.line, character: to.character } };
}

/** The path of the file in which a place stands. Its segment must not have gone. */
export function pathOf({ segment }: Place): string {
  return segment.slot!.chunk.list.path;
}
