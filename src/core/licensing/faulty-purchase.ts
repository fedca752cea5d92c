import type { Assignment } from '../register/model';
import type { Context } from '../rule';

/**
 * Whether an assignment names a purchase that isn't recorded or has no license of its type. Those are findings of
 * their own, and it holds no seat in any count, but covers its person.
 */
export function hasFaultyPurchase(assignment: Assignment, { licenses, sections }: Pick<Context, 'licenses' | 'sections'>): boolean {
  const holding = licenses.holdingOf(assignment);
  return holding === 'mismatch' || (holding === 'unknown' && sections.has('purchases'));
}
