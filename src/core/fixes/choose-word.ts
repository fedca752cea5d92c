import { nearest } from '../text/edit-distance';
import type { FaultOf } from '../reading/fault';
import { quote } from '../text/sentence';
import type { Place } from '../document/segment';
import type { ReportedFix } from './context';
import { replaceScalar, textAt } from './yaml-text';

/** So many words are all offered where none is near, and of those that are near so many. */
const most = 4;
const mostNear = 3;

/** Offers the words that a key knows: those that are near, or all where they are few. */
export function chooseWord(at: Place, { value, known }: FaultOf<'unknown-value'>): ReportedFix[] {
  const written = value.trim().toLowerCase();
  const byLowerCase = new Map(known.map(word => [word.toLowerCase(), word]));
  const near = nearest(written, byLowerCase.keys(), 2);
  const isFew = known.length <= most;
  const offered = near.length > 0 || !isFew ? near.slice(0, mostNear) : [...byLowerCase.keys()];
  return offered.map(lower => {
    const word = byLowerCase.get(lower)!;
    // What reads right but isn't known stands in quotes that make a text of it.
    if (lower === written) {
      return { title: `Write ${word} without quotes`, edits: [{ at, newText: word }], safe: false };
    }
    const isBoolean = word === 'true' || word === 'false';
    const keepsQuotes = /^["']/.test(textAt(at)) && !isBoolean;
    return { title: `Change to ${quote(word)}`, edits: [keepsQuotes ? replaceScalar(at, word) : { at, newText: word }], safe: false };
  });
}
