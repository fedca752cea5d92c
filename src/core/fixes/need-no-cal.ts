import { quote } from '../text/sentence';
import { addEntry } from './add-entry';
import { blankFor } from './add-keys';
import type { FixContext, ReportedFix } from './context';
import { literal } from './snippet';
import { writeScalar } from './yaml-text';

/** Records that an account needs no CAL of its own, for a reason to choose; not where there is a record that has run out. */
export function needNoCal(identifier: string, context: FixContext): ReportedFix[] {
  if ((context.persons.named(identifier)?.noCals.length ?? 0) > 0) {
    return [];
  }
  const account = literal(writeScalar(identifier.trim()));
  return addEntry(`Record why ${quote(identifier)} needs no CAL of its own`, 'noCal', [[identifier.includes('@') ? 'email' : 'login', account], ['reason', blankFor('noCal', 'reason', 1)]], context);
}
