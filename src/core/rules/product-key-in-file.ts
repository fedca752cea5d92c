import { defineRule, placeIn } from '../rule';
import { say } from '../text/sentence';

/** Five groups of five, and no sixth before or behind them. */
const productKey = /(?<![A-Za-z0-9])(?<!(?<![A-Za-z0-9])[A-Za-z0-9]{5}-)[A-Za-z0-9]{5}(?:-[A-Za-z0-9]{5}){4}(?![A-Za-z0-9])(?!-[A-Za-z0-9]{5}(?![A-Za-z0-9]))/g;

export default defineRule({
  name: 'product-key-in-file',
  severity: 'warning',
  on: {
    text({ segment, report }) {
      if (!hasDashesOfKey(segment.text)) {
        return;
      }
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

/** Whether four dashes stand as in a key: a look at the dashes alone, since nearly no text has such. */
function hasDashesOfKey(text: string): boolean {
  for (let dash = text.indexOf('-'); dash >= 0; dash = text.indexOf('-', dash + 1)) {
    if (text[dash + 6] === '-' && text[dash + 12] === '-' && text[dash + 18] === '-') {
      return true;
    }
  }
  return false;
}
