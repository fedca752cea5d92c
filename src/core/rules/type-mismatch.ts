import { fitPurchase } from '../fixes/fit-purchase';
import type { Assignment } from '../model';
import { normalize } from '../identifier';
import { defineRule } from '../rule';
import { counted, either, quote, say } from '../sentence';

export default defineRule({
  name: 'type-mismatch',
  severity: 'error',
  needs: ['purchases'],
  on: {
    order({ order, inOrder, report }) {
      const byType = new Map<string, Assignment[]>();
      for (const assignment of inOrder(order.mismatched)) {
        const key = assignment.licenseType?.name ?? (assignment.type ? normalize(assignment.type.value) : '');
        const ofType = byType.get(key);
        if (ofType) {
          ofType.push(assignment);
        } else {
          byType.set(key, [assignment]);
        }
      }
      const bought = either([...new Set(order.pools.map(pool => quote(pool.type.name)))]);
      const [line] = inOrder(order.lines);
      for (const [first, ...others] of byType.values()) {
        const { type, purchase } = first!;
        const also = others.length === 0 ? '' : `, here and in ${counted(others.length, 'other assignment', 'other assignments')}`;
        report({
          at: type ?? purchase!,
          message: type
            ? say`The purchase ${quote(purchase!.value)} is of ${bought}, which is no ${quote(type.value)}${also}: correct the type or the purchase.`
            : say`The purchase ${quote(purchase!.value)} is of ${bought}, so it doesn't tell which CAL is held${also}: add \`type\`.`,
          related: line?.id ? [{ at: line.type ?? line.id, message: say`The purchase is here.` }] : [],
          fixes: context => fitPurchase([first!, ...others], order, context),
        });
      }
    },
  },
});
