import { defineRule, placeIn } from '../rule';
import { say } from '../sentence';

/** Five groups of five, and no sixth before or behind them. */
const productKey = /(?<![A-Za-z0-9])(?<!(?<![A-Za-z0-9])[A-Za-z0-9]{5}-)[A-Za-z0-9]{5}(?:-[A-Za-z0-9]{5}){4}(?![A-Za-z0-9])(?!-[A-Za-z0-9]{5}(?![A-Za-z0-9]))/g;

export default defineRule({
  name: 'product-key-in-file',
  severity: 'warning',
  on: {
    text({ segment, report }) {
      for (const match of segment.text.matchAll(productKey)) {
        if (!/^[Xx-]+$/.test(match[0])) {
          report({
            at: placeIn(segment, { start: match.index, end: match.index + match[0].length }),
            message: say`This looks like a product key: take it out of the file, keep it in a vault, and remember that the file's history still has it.`,
          });
        }
      }
    },
  },
});
