import type { Entry } from '../core/register/model';
import type { Place } from '../core/document/segment';
import type { Spot } from '../core/spot';
import { alike, isRecord, mentionAt, mentionsAlike, mentionsInEntry, personOf, withinQuotes, type Mention, type Readable } from './mentions';
import { recordOf } from './person-record';

/** Where something is recorded. */
export interface Definition {
  /** What is gone to. */
  readonly at: Place;
  /** The whole entry. */
  readonly entry: Place;
}

/** What is named at a position, and where that is recorded: every line of a purchase, of a person one entry. */
export function definitionsAt(spot: Spot, register: Readable): { readonly of: Place; readonly definitions: readonly Definition[] } | undefined {
  const mention = mentionAt(spot);
  return mention && { of: withinQuotes(mention.leaf), definitions: definitionsOf(mention, spot, register) };
}

function definitionsOf(mention: Mention, spot: Spot, register: Readable): Definition[] {
  const person = personOf(mention, spot);
  if (!person) {
    return mentionsAlike(mention, spot, register).filter(isRecord).map(({ leaf, entry }) => definition(leaf, entry));
  }
  const entry = recordOf(person, spot.today);
  if (!entry) {
    return [];
  }
  // Asked for where the person is recorded, this place itself is the answer: the editor then shows the others.
  const isAlike = alike(mention, spot);
  const own = mentionsInEntry(entry).find(each => each.named === mention.named && isAlike(each));
  return [definition(own?.leaf ?? entry.face, entry)];
}

function definition(at: Place, { segment, start, end }: Entry): Definition {
  return { at: withinQuotes(at), entry: { segment, start, end } };
}
