import type { NewEntry } from '../../core/fixes/append-entries';
import type { FixContext } from '../../core/fixes/context';
import { addEntries } from './add-entries';
import type { Change } from './change';

/** Records a purchase, behind those that are there. */
export function addPurchase(purchase: NewEntry<'purchases'>, context: FixContext): Change {
  return addEntries('purchases', [purchase], context);
}
