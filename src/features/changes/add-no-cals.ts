import type { NewEntry } from '../../core/fixes/append-entries';
import type { FixContext } from '../../core/fixes/context';
import { addEntries } from './add-entries';
import type { Change } from './change';

/** Records that accounts need no CAL of their own, and why: an entry each under `noCal`. */
export function addNoCals(accounts: readonly NewEntry<'noCal'>[], context: Pick<FixContext, 'files' | 'here'>): Change {
  return addEntries('noCal', accounts, context);
}
