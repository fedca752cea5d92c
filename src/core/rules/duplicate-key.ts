import { beginEntry } from '../fixes/begin-entry';
import { defineRule, placeIn } from '../rule';
import { quote, say } from '../text/sentence';

export default defineRule({
  name: 'duplicate-key',
  severity: 'error',
  on: {
    fault({ fault, segment, report }) {
      const { key, dash } = fault;
      report({
        at: placeIn(segment, fault),
        ...(dash === undefined ? {} : { fixes: () => beginEntry(placeIn(segment, fault), dash) }),
        message: dash === undefined
          ? say`The key ${quote(key)} stands here twice, and only the first one counts: keep one of them.`
          : say`The keys of the entry above stand here again, and only the first ones count: put a dash before ${quote(key)} if a new entry begins here.`,
        related: fault.first ? [{ at: placeIn(fault.first.segment ?? segment, fault.first), message: say`The first one is here.` }] : [],
      });
    },
  },
});
