import type { Assignment } from '../register/model';
import { quote } from '../text/sentence';
import { readLicenseType } from '../register/settings';
import type { Order } from '../subjects/order';
import { addKeys } from './add-keys';
import type { FixContext, ReportedFix } from './context';
import { moveToPurchase } from './move-to-purchase';
import { replaceValues } from './replace-value';
import { writeScalar } from './yaml-text';

/** Lets assignments fit the purchase that they name, by one of the types it is of, or names another for the first of them. */
export function fitPurchase(assignments: readonly Assignment[], order: Order, context: FixContext): ReportedFix[] {
  // What the register itself reads otherwise can't be written so.
  const types = order.pools.map(({ type }) => type).filter(type => type.kind !== 'server' && readLicenseType(type.name, context.settings) === type).map(({ name }) => name);
  const [first] = assignments;
  return [
    ...first!.type
      ? replaceValues(assignments.map(({ type }) => type!), types)
      : types.flatMap(type => addKeys(first!, [['type', writeScalar(type)]], `Add the type ${quote(type)}`)),
    ...moveToPurchase(first!, context),
  ];
}
