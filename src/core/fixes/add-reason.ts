import { placeIn } from '../rule';
import type { Segment } from '../document/segment';
import type { Suppression } from '../findings/suppressions';
import type { ReportedFix } from './context';
import { placeholder } from './snippet';

/** Gives a suppression a reason to fill in. */
export function addReason(suppression: Suppression, segment: Segment): ReportedFix[] {
  const { start, end } = suppression;
  const dashes = segment.text.slice(start, end).endsWith('--') ? ' ' : ' -- ';
  return [{ title: 'Add a reason', edits: [{ at: placeIn(segment, { start: end, end }), newText: dashes + placeholder(1, 'reason'), isSnippet: true }], safe: false }];
}
