import { editDistance } from '../text/edit-distance';
import type { FaultOf } from '../reading/fault';
import { placeIn } from '../rule';
import { quote } from '../text/sentence';
import type { Segment } from '../document/segment';
import type { FixContext, ReportedFix } from './context';
import { contentOf, mappingWithKeyAt } from './mapping-text';
import { replaceScalar } from './yaml-text';

/** Gives a key that isn't known the name of a known one that it is near; unasked only where it can be but one. */
export function renameKey(fault: FaultOf<'unknown-key'>, segment: Segment, { keys }: FixContext): ReportedFix[] {
  const mapping = mappingWithKeyAt(segment, fault.start);
  if (!mapping) {
    return [];
  }
  const isRoot = segment.kind === 'key' && mapping === contentOf(segment);
  const siblings = (isRoot ? keys : mapping.pairs).map(({ key }) => key.source);
  const near = keysNear(fault.key, fault.known);
  const others = siblings.filter(sibling => !fault.known.includes(sibling));
  return near.filter(key => !siblings.includes(key)).map(key => ({
    title: `Rename ${quote(fault.key)} to ${quote(key)}`,
    edits: [replaceScalar(placeIn(segment, fault), key)],
    safe: near.length === 1 && others.filter(other => keysNear(other, fault.known).includes(key)).length === 1,
  }));
}

/** The keys that are one or two letters away, whatever the case; of short words half the letters must be the same. */
function keysNear(word: string, known: readonly string[]): string[] {
  const lower = word.toLowerCase();
  return known.filter(key => {
    const distance = editDistance(lower, key.toLowerCase());
    return distance <= 2 && 2 * distance <= Math.min(lower.length, key.length);
  });
}
