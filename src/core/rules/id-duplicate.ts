import type { Device, Server } from '../register/model';
import { defineRule } from '../rule';
import { quote, say } from '../text/sentence';
import { isLive } from '../licensing/server';
import { repeatedLines } from '../subjects/repeated-lines';

export default defineRule({
  name: 'id-duplicate',
  severity: 'error',
  on: {
    order({ order, inOrder, report }) {
      const lines = inOrder(order.lines);
      for (const { line, first } of repeatedLines(lines)) {
        report({
          at: line.id!,
          message: say`A purchase ${quote(line.id!.value)} of this type and date stands above, and this one isn't counted: write it once, or give it its own date.`,
          related: [{ at: first.id!, message: say`The first one is here.` }],
        });
      }
    },
    name({ name, today, inOrder, report }) {
      const [first, ...others] = inOrder<Server | Device>(name.entries, entry => entry.name !== undefined && (entry.entryKind === 'device' || isLive(entry, today)));
      for (const entry of others) {
        report({
          at: entry.name!,
          message: entry.entryKind === 'server'
            ? say`Another server is named ${quote(entry.name!.value)}: give each server a name of its own.`
            : say`Another device is named ${quote(entry.name!.value)}: give each device a name of its own.`,
          related: [{ at: first!.name!, message: say`The first one is here.` }],
        });
      }
    },
  },
});
