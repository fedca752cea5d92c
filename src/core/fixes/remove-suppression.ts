import { placeIn } from '../rule';
import type { Segment } from '../document/segment';
import type { Suppression } from '../findings/suppressions';
import type { ReportedFix } from './context';
import { startOfLine } from '../text/lines';

/** Takes a comment that silences nothing away, with its line where nothing else stands on it. */
export function removeSuppression(suppression: Suppression, segment: Segment, safe: boolean): ReportedFix[] {
  const { text } = segment;
  const lineStart = startOfLine(text, suppression.start);
  const before = text.slice(lineStart, suppression.start).trimEnd();
  const lineFeed = text.indexOf('\n', suppression.end);
  const end = lineFeed < 0 ? text.length : lineFeed;
  const place = before === ''
    ? { start: lineStart, end: lineFeed < 0 ? end : end + 1 }
    : { start: lineStart + before.length, end: text[end - 1] === '\r' ? end - 1 : end };
  return [{ title: 'Remove this suppression', edits: [{ at: placeIn(segment, place), newText: '' }], safe }];
}
