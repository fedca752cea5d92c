import { placeIn } from '../rule';
import type { Segment } from '../document/segment';
import type { Suppression } from '../findings/suppressions';
import type { ReportedFix } from './context';
import { endOfLine, startOfLine } from '../text/lines';

/** Takes a comment that silences nothing away, with its line where nothing else stands on it. */
export function removeSuppression(suppression: Suppression, segment: Segment, safe: boolean): ReportedFix[] {
  const { text } = segment;
  const lineStart = startOfLine(text, suppression.start);
  const before = text.slice(lineStart, suppression.start).trimEnd();
  const lineEnd = endOfLine(text, suppression.end);
  const place = before === ''
    ? { start: lineStart, end: startOfNextLine(text, lineEnd) }
    : { start: lineStart + before.length, end: lineEnd };
  return [{ title: 'Remove this suppression', edits: [{ at: placeIn(segment, place), newText: '' }], safe }];
}

function startOfNextLine(text: string, offset: number): number {
  const lineFeed = text.indexOf('\n', offset);
  return lineFeed < 0 ? text.length : lineFeed + 1;
}
