import type { Day } from '../calendar';
import { groupBy } from '../collections/group-by';
import { fits, versions } from '../licensing/license-type';
import type { Assignment, Purchase } from '../register/model';
import type { Holding, Order } from './order';
import { Pool } from './pool';
import { repeatedLines } from './repeated-lines';

/**
 * The pools that the purchases of an order make: one for each type that can be read, its lines from the earliest on.
 * @param lines the purchases in the order of their places
 */
export function poolsOf(order: Order, lines: readonly Purchase[]): Pool[] {
  const repeated = new Set(repeatedLines(lines).map(({ line }) => line));
  return [...groupBy(lines, line => line.licenseType)].map(([type, ofType]) => {
    const byDate = ofType.toSorted((a, b) => (a.date?.value ?? Infinity) - (b.date?.value ?? Infinity));
    return new Pool(type, byDate.filter(line => !repeated.has(line)), byDate.filter(line => repeated.has(line)), order);
  });
}

/** Whether an assignment is broken whatever other entries say. */
export function isBrokenAlone(entry: Assignment): boolean {
  const { assigned, ended, unusable, licenseType } = entry;
  return !assigned || unusable.includes('ended') || unusable.includes('type')
    || (ended !== undefined && ended.value < assigned.value)
    || (entry.type ? !licenseType || licenseType.kind === 'server' : !entry.purchase);
}

/** How an assignment and the order that it names go together. */
export function holdingAmong(order: Order, assignment: Assignment, today: Day): Holding {
  if (order.lines.size === 0) {
    return 'unknown';
  }
  const { pools } = order;
  const otherwise = pools.length === 0 || order.isPartlyUnreadable ? 'unreadable' : 'mismatch';
  const type = assignment.licenseType;
  if (type) {
    return pools.find(pool => pool.type === type) ?? pools.find(pool => fits(type, pool.type, version => pool.hasRightsTo(version, today))) ?? otherwise;
  }
  const candidates = pools.filter(pool => pool.type.kind === 'cal' || pool.type.kind === 'suite');
  return candidates.length === 1 ? candidates[0]! : otherwise;
}

/** Whether every assignment would find a pool of the same type among the ones as among the others. */
export function suitAlike(pools: readonly Pool[], others: readonly Pool[], today: Day): boolean {
  return pools.length === others.length && pools.every((pool, index) => {
    const other = others[index]!;
    return pool.type === other.type && versions.every(version => pool.hasRightsTo(version, today) === other.hasRightsTo(version, today));
  });
}

/** Whether an assignment gets the same from a pool as from another, or as little. */
export function giveAlike(a: Holding, b: Holding): boolean {
  return nameOfHolding(a) === nameOfHolding(b);
}

function nameOfHolding(holding: Holding): string {
  return holding instanceof Pool ? `pool ${holding.type.name}` : holding;
}
