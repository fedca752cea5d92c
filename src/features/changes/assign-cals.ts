import type { NewEntry } from '../../core/fixes/append-entries';
import type { FixContext } from '../../core/fixes/context';
import { addEntries } from './add-entries';
import type { Change } from './change';

/** Assigns CALs: an entry each, behind the last assignment and written as it is. */
export function assignCals(assignments: readonly NewEntry<'assignments'>[], context: Pick<FixContext, 'files' | 'here'>): Change {
  return addEntries('assignments', assignments, context);
}
