import { addBlanks } from '../fixes/add-keys';
import { addRequired } from '../fixes/add-required';
import { defineRule, placeIn } from '../rule';
import { either, keyNamed, say } from '../text/sentence';

export default defineRule({
  name: 'required-field',
  severity: 'error',
  evenBroken: true,
  on: {
    fault({ fault, segment, report }) {
      const keys = either(fault.keys.map(keyNamed));
      report({
        at: placeIn(segment, fault),
        message: fault.keys.length > 1 ? say`This ${fault.of} needs one of ${keys}.` : say`This ${fault.of} needs ${keys}.`,
        fixes: () => addRequired(segment, fault),
      });
    },
    assignment({ entry, report }) {
      if (!entry.type && !entry.purchase && !entry.damaged && !entry.unusable.some(key => key === 'type' || key === 'purchase')) {
        report({ at: entry.head, fixes: () => addBlanks(entry, ['type']), message: say`This assignment needs \`type\`: the license as it stands on the invoice.` });
      }
    },
    // What the purchase is may stand for the type, so it is missed only where no purchase tells it.
    order({ order, report }) {
      if (order.lines.size > 0) {
        return;
      }
      for (const assignment of order.untyped) {
        if (!assignment.damaged) {
          report({ at: assignment.head, fixes: () => addBlanks(assignment, ['type']), message: say`This assignment needs \`type\`: the license as it stands on the invoice.` });
        }
      }
    },
  },
});
