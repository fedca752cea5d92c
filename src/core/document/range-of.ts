import type { Place } from './segment';
import type { Position, Range } from '../text/text';

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

/** A position in one of the files of a register. */
export interface FilePosition extends Position {
  /** What the file is called among the files of the register. */
  readonly path: string;
}

/** Where a place starts, or ends, in its file as it is now. Its segment must not have gone. */
export function positionInFile(place: Place, edge: 'start' | 'end' = 'start'): FilePosition {
  return { path: pathOf(place), ...rangeOf(place)[edge] };
}
