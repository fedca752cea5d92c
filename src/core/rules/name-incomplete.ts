import { defineRule } from '../rule';
import { quote, say } from '../text/sentence';

/** Scripts that write names without blanks. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

export default defineRule({
  name: 'name-incomplete',
  severity: 'hint',
  evenBroken: true,
  on: {
    assignment({ entry, report }) {
      const name = entry.name?.value.trim();
      if (name !== undefined && !/\s/.test(name) && !unspaced.test(name)) {
        report({ at: entry.name!, message: say`${quote(name)} is one word: give first and last name, unless the person has one name only.` });
      }
    },
  },
});
