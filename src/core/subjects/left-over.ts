import { pieces, StepFunction, type Day } from '../calendar';
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

  /** Takes in what changed, in steps, and gives the pools. */
  *settle(today: Day, persons: Persons): Generator<Pool, void> {
    for (const pool of this.stale) {
      const before = this.byPool.get(pool);
      if (before) {
        addTo(this.sum, before, -1);
        this.byPool.delete(pool);
      }
      if (!pool.isEmpty) {
        const left = leftIn(pool, today, persons);
        addTo(this.sum, left, 1);
        this.byPool.set(pool, left);
      }
      this.stale.delete(pool);
      yield pool;
    }
  }

  /** The seats left in all pools; one that is over-assigned takes nothing from the others. Holds after `settle`. */
  get seats(): StepFunction {
    return this.sum;
  }
}

function addTo(sum: StepFunction, { steps }: StepFunction, by: 1 | -1): void {
  for (const { day, delta } of steps) {
    sum.add(day, by * delta);
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
