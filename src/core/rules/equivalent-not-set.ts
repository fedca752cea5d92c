import { defineRule } from '../rule';
import { counted, quote, say } from '../text/sentence';

export default defineRule({
  name: 'equivalent-not-set',
  severity: 'info',
  on: {
    type({ type, settings, inOrder, report }) {
      if (type.type.kind !== 'plan' || settings.equivalents.has(type.type)) {
        return;
      }
      const [first, ...others] = inOrder([...type.outsidePools, ...[...type.pools].flatMap(pool => [...pool.seats.holders])]);
      if (first) {
        const also = others.length === 0 ? say`` : say` here and in ${counted(others.length, 'other assignment', 'other assignments')}`;
        report({ at: first.type!, message: say`The plan ${quote(type.type.name)} covers nobody${also} until the register says what it covers on your own servers: list it under \`settings.equivalents\` if your agreement counts it as a CAL.` });
      }
    },
  },
});
