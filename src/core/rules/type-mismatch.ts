import { fitPurchase } from '../fixes/fit-purchase';
import { groupBy } from '../collections/group-by';
import { defineRule } from '../rule';
import { either, hereAndIn, quote, say } from '../text/sentence';

export default defineRule({
  name: 'type-mismatch',
  severity: 'error',
  needs: ['purchases'],
  on: {
    order({ order, inOrder, report }) {
      const byType = groupBy(inOrder(order.mismatched), ({ licenseType }) => licenseType?.name ?? '');
      const bought = either([...new Set(order.pools.map(pool => quote(pool.type.name)))]);
      const holdsCals = order.pools.some(({ type: { kind } }) => kind === 'cal' || kind === 'suite');
      const [line] = inOrder(order.lines);
      for (const [first, ...others] of byType.values()) {
        const { type, licenseType, purchase } = first!;
        const also = hereAndIn(others.length, 'other assignment', 'other assignments');
        report({
          at: type ?? purchase!,
          message: licenseType
            ? say`The purchase ${quote(purchase!.value)} is of ${bought}, which is no ${quote(licenseType.name)}${also}: correct the type or the purchase.`
            : holdsCals
              ? say`The purchase ${quote(purchase!.value)} is of ${bought}, so it doesn't tell which CAL is held${also}: add \`type\`.`
              : say`The purchase ${quote(purchase!.value)} is of ${bought}, which is no CAL${also}: name the purchase of the CAL.`,
          related: line?.id ? [{ at: line.type ?? line.id, message: say`The purchase is here.` }] : [],
          fixes: context => fitPurchase([first!, ...others], order, context),
        });
      }
    },
  },
});
