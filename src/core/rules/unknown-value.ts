import { nearest } from '../edit-distance';
import { defineRule, placeIn } from '../rule';
import { either, quote, say } from '../sentence';

export default defineRule({
  name: 'unknown-value',
  severity: 'error',
  on: {
    fault({ fault, segment, report }) {
      const [near] = nearest(fault.value.trim().toLowerCase(), fault.known.map(word => word.toLowerCase()), 2);
      const meant = fault.known.find(word => word.toLowerCase() === near);
      report({
        at: placeIn(segment, fault),
        message: meant !== undefined
          ? say`\`${fault.key}\` doesn't know ${quote(fault.value)}: ${quote(meant)} is probably meant, of ${either(fault.known)}.`
          : say`\`${fault.key}\` doesn't know ${quote(fault.value)}: use ${either(fault.known)}.`,
      });
    },
  },
});
