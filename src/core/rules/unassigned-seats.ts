import { defineRule } from '../rule';
import { counted, say } from '../sentence';

export default defineRule({
  name: 'unassigned-seats',
  severity: 'hint',
  needs: ['purchases', 'assignments'],
  on: {
    pool({ pool, today, persons, report }) {
      const { type, firstLine, seats } = pool;
      if ((type.kind !== 'cal' && type.kind !== 'suite') || !pool.isCountable) {
        return;
      }
      const held = pool.holds(today).valueOn(today);
      const free = held - seats.taken(persons).valueOn(today);
      if (free > 0) {
        report({ at: firstLine.quantity!, message: say`${counted(free, 'seat', 'seats')} of ${held} ${free === 1 ? 'is' : 'are'} free: no assignment that names this purchase takes ${free === 1 ? 'it' : 'them'} today.` });
      }
    },
  },
});
