import { likelyMeant } from '../text/edit-distance';
import { renameKey } from '../fixes/rename-key';
import { defineRule, placeIn } from '../rule';
import { quote, say } from '../text/sentence';

export default defineRule({
  name: 'unknown-key',
  severity: 'warning',
  hasSafeFixes: true,
  on: {
    fault({ fault, segment, report }) {
      const meant = likelyMeant(fault.key, fault.known);
      report({
        at: placeIn(segment, fault),
        message: meant !== undefined
          ? say`The key ${quote(fault.key)} isn't known here and its value isn't read: ${quote(meant)} is probably meant.`
          : say`The key ${quote(fault.key)} isn't known here and its value isn't read: use a key of the format, or one of your own that starts with "x-".`,
        fixes: context => renameKey(fault, segment, context),
      });
    },
  },
});
