import { isGiven, type Assignment } from '../register/model';
import { pairOf } from '../reading/node';
import { placeIn } from '../rule';
import type { ReportedFix } from './context';
import { mappingWithKeyAt } from './mapping-text';
import { replaceScalar } from './yaml-text';

/**
 * Makes the name of a person that of a device, or the other way round, where an assignment has only one of them. Who
 * has an address or login is no device.
 */
export function switchHolder(assignment: Assignment, from: 'name' | 'device', to: 'name' | 'device'): ReportedFix[] {
  const mapping = mappingWithKeyAt(assignment.segment, assignment.head.start);
  const key = mapping && pairOf(mapping, from)?.key;
  return !key || isGiven(assignment, to) || (to === 'device' && (isGiven(assignment, 'email') || isGiven(assignment, 'login'))) || pairOf(mapping, to)
    ? []
    : [{ title: `Rename \`${from}\` to \`${to}\``, edits: [replaceScalar(placeIn(assignment.segment, key), to)], safe: false }];
}
