import { pieces, StepFunction, type Day } from './calendar';
import type { Persons } from './persons';
import type { Pool } from './pool';

/**
 * How many seats of pools nobody takes who names them, day by day. It is kept as pools change, each on its own:
 * a type may have thousands of them.
 */
export class LeftOver {
  private readonly byPool = new Map<Pool, StepFunction>();
  private readonly sum = new StepFunction();
  private readonly stale = new Set<Pool>();

  /** Hears of a pool that is new or gone, or of which something changed. */
  heed(pool: Pool): void {
    if (pool.isEmpty && !this.byPool.has(pool)) {
      this.stale.delete(pool);
    } else {
      this.stale.add(pool);
    }
  }

  /** The seats left in all pools; a pool that is over-assigned takes nothing from the others. */
  seats(today: Day, persons: Persons): StepFunction {
    for (const pool of this.stale) {
      const before = this.byPool.get(pool);
      for (const { day, delta } of before?.steps ?? []) {
        this.sum.add(day, -delta);
      }
      this.byPool.delete(pool);
      if (!pool.isEmpty) {
        const left = leftIn(pool, today, persons);
        for (const { day, delta } of left.steps) {
          this.sum.add(day, delta);
        }
        this.byPool.set(pool, left);
      }
    }
    this.stale.clear();
    return this.sum;
  }
}

function leftIn(pool: Pool, today: Day, persons: Persons): StepFunction {
  const left = new StepFunction();
  let before = 0;
  for (const { day, values: [held = 0, taken = 0] } of pieces(pool.holds(today), pool.seats.taken(persons))) {
    const now = Math.max(0, held - taken);
    left.add(day, now - before);
    before = now;
  }
  return left;
}
