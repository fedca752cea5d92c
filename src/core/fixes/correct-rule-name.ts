import { nearest } from '../text/edit-distance';
import { placeIn } from '../rule';
import { quote } from '../text/sentence';
import type { Segment } from '../document/segment';
import type { Suppression } from '../findings/suppressions';
import type { ReportedFix } from './context';
import { removeSuppression } from './remove-suppression';

/** Gives a suppression the name of a rule that is near to what it names, or takes it away if there is none. */
export function correctRuleName(suppression: Suppression, segment: Segment, name: string, ruleNames: readonly string[]): ReportedFix[] {
  const near = nearest(name, ruleNames, 3).slice(0, 3);
  const mark = /^#[ \t]*license-register-disable-(?:line|next-line|file)/.exec(segment.text.slice(suppression.start))![0];
  const start = segment.text.indexOf(name, suppression.start + mark.length);
  return [
    ...near.map(rule => ({
      title: `Change to ${quote(rule)}`,
      edits: [{ at: placeIn(segment, { start, end: start + name.length }), newText: rule }],
      safe: false,
    })),
    // Perhaps it means a rule, and then its reason is worth keeping.
    ...removeSuppression(suppression, segment, near.length === 0),
  ];
}
