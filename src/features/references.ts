import type { Place } from '../core/document/segment';
import type { Spot } from '../core/spot';
import { isRecord, mentionAt, mentionsAlike, mentionsOfSame, withinQuotes, type Readable } from './mentions';

/** A place that names something, between its quotes. */
export interface Reference {
  readonly at: Place;
  /** Whether it is recorded there, and not only referred to. */
  readonly isRecord: boolean;
}

/** All places of a register that name what is named at a position; undefined where nothing is. */
export function referencesAt(spot: Spot, register: Readable): readonly Reference[] | undefined {
  const mention = mentionAt(spot);
  return mention && mentionsOfSame(mention, spot, register).map(each => ({ at: withinQuotes(each.leaf), isRecord: isRecord(each) }));
}

/** The places in a file that say the same as the value at a position, as a rename would change them; undefined where nothing is named. */
export function highlightsAt(spot: Spot, register: Readable, path: string): readonly Reference[] | undefined {
  const mention = mentionAt(spot);
  return mention && mentionsAlike(mention, spot, register, path).map(each => ({ at: withinQuotes(each.leaf), isRecord: isRecord(each) }));
}
