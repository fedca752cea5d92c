import { groupBy } from '../group-by';
import { normalize } from '../identifier';
import { defineRule } from '../rule';
import { counted, either, quote, say } from '../sentence';

export default defineRule({
  name: 'type-mismatch',
  severity: 'error',
  needs: ['purchases'],
  on: {
    order({ order, inOrder, report }) {
      const byType = groupBy(inOrder(order.mismatched), ({ licenseType, type }) => licenseType?.name ?? (type ? normalize(type.value) : ''));
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
        });
      }
    },
  },
});
