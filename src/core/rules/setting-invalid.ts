import { replaceValues } from '../fixes/replace-value';
import { defineRule, placeIn } from '../rule';
import { keyNamed, quote, say } from '../text/sentence';

export default defineRule({
  name: 'setting-invalid',
  severity: 'error',
  on: {
    fault({ fault, segment, report }) {
      const { setting, value, expected, nearest } = fault;
      report({
        at: placeIn(segment, fault),
        message: value === ''
          ? say`The setting ${keyNamed(setting)} needs ${expected} here, and isn't used without.`
          : nearest !== undefined
            ? say`The setting ${keyNamed(setting)} can't use ${quote(value)}: it takes ${expected}, and ${quote(nearest)} is probably meant.`
            : say`The setting ${keyNamed(setting)} can't use ${quote(value)}: it takes ${expected}.`,
        fixes: () => nearest === undefined ? [] : replaceValues([placeIn(segment, fault)], [nearest]),
      });
    },
  },
});
