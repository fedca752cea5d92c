import { nearest } from '../text/edit-distance';
import type { FaultOf } from '../reading/fault';
import { quote } from '../text/sentence';
import type { Place } from '../document/segment';
import type { ReportedFix } from './context';
import { replaceScalar, textAt } from './yaml-text';

/** Offers the words that a key knows: those that are near, or all where they are few. */
export function chooseWord(at: Place, { value, known }: FaultOf<'unknown-value'>): ReportedFix[] {
  const written = value.trim().toLowerCase();
  const byLowerCase = new Map(known.map(word => [word.toLowerCase(), word]));
  const near = nearest(written, byLowerCase.keys(), 2);
  const offered = near.length > 0 ? near.slice(0, 3) : known.length <= 4 ? [...byLowerCase.keys()] : [];
  return offered.map(lower => {
    const word = byLowerCase.get(lower)!;
    // What reads right but isn't known stands in quotes that make a text of it.
    return lower === written
      ? { title: `Write ${word} without quotes`, edits: [{ at, newText: word }], safe: false }
      : { title: `Change to ${quote(word)}`, edits: [/^["']/.test(textAt(at)) && word !== 'true' && word !== 'false' ? replaceScalar(at, word) : { at, newText: word }], safe: false };
  });
}
