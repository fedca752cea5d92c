import { nearest } from '../text/edit-distance';
import type { Order } from '../subjects/order';
import type { FixContext, ReportedFix } from './context';
import { moveToPurchase } from './move-to-purchase';
import { replaceValues } from './replace-value';

/** Names a purchase that there is in place of one that there isn't: one of nearly that id, or one with free seats. */
export function nameKnownPurchase(order: Order, context: FixContext): ReportedFix[] {
  const { inOrder, poolIds } = context;
  const assignments = inOrder(order.holdings.keys());
  const places = [...assignments.map(({ purchase }) => purchase!), ...inOrder(order.servers).map(({ license }) => license!)];
  const near = nearest(order.key, poolIds.keys(), Math.min(2, order.key.length / 3)).slice(0, 3).map(key => poolIds.get(key)!);
  const [first, ...others] = assignments;
  const nearId = (title: string) => near.some(id => title.includes(`"${id}"`));
  return [
    ...replaceValues(places, near),
    ...first && others.length === 0 ? moveToPurchase(first, context).filter(({ title }) => !nearId(title)) : [],
  ];
}
