import { quote } from '../text/sentence';
import type { Place } from '../document/segment';
import type { ReportedFix } from './context';
import { replaceScalar } from './yaml-text';

/** Offers texts in the place of values, the same at all of them. */
export function replaceValues(places: readonly Place[], texts: readonly string[], where = places.length > 1 ? ` in all ${places.length} entries` : ''): ReportedFix[] {
  return texts.map(text => ({
    title: `Change to ${quote(text)}${where}`,
    edits: places.map(at => replaceScalar(at, text)),
    safe: false,
  }));
}
