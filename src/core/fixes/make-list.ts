import type { FaultOf } from '../reading/fault';
import { isSectionKey } from '../register/fields';
import type { Place } from '../document/segment';
import type { ReportedFix } from './context';
import { replaceScalar, textAt } from './yaml-text';

/** Makes a list of a single value that stands where a list belongs. */
export function makeList(at: Place, { expected, found, what }: FaultOf<'wrong-type'>): ReportedFix[] {
  const text = textAt(at);
  if (expected !== 'list' || found !== 'value' || typeof what !== 'string' || isSectionKey(what) || text === '' || /[\r\n]/.test(text) || /^[|>&*!]/.test(text)) {
    return [];
  }
  const item = /^["']/.test(text) ? text : replaceScalar(at, text).newText;
  return [{ title: 'Make it a list', edits: [{ at, newText: `[${item}]` }], safe: false }];
}
