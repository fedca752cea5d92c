import type { Place } from '../document/segment';
import { startOfLine } from '../text/lines';
import type { ReportedFix } from './context';

/**
 * Begins an entry at a key before which its dash was forgotten.
 * @param dash with the blanks around it, as the entry above begins
 */
export function beginEntry({ segment, start }: Place, dash: string): ReportedFix[] {
  return [{ title: 'Begin a new entry here', edits: [{ at: { segment, start: startOfLine(segment.text, start), end: start }, newText: dash }], safe: false }];
}
