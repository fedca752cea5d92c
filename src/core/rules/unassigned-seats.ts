import { defineRule } from '../rule';
import { say, type Sentence } from '../text/sentence';

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
        report({ at: firstLine.quantity!, message: freeSeats(free, held) });
      }
    },
  },
});

function freeSeats(free: number, held: number): Sentence {
  return free === 1
    ? say`1 seat of ${held} is free: no assignment that names this purchase takes it today.`
    : say`${free} seats of ${held} are free: no assignment that names this purchase takes them today.`;
}
