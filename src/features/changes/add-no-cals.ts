import type { NewEntry } from '../../core/fixes/append-entries';
import type { FixContext } from '../../core/fixes/context';
import { counted, say } from '../../core/text/sentence';
import { addEntries } from './add-entries';
import type { Change } from './change';

/** Records that accounts need no CAL of their own, and why: an entry each under `noCal`. */
export function addNoCals(accounts: readonly NewEntry<'noCal'>[], context: Pick<FixContext, 'files' | 'here'>): Change {
  return addEntries(say`Record why ${counted(accounts.length, 'account needs', 'accounts need')} no CAL`.text, 'noCal', accounts, context);
}
