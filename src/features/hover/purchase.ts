import { formatDay, type Day } from '../../core/calendar';
import { holderNameOf } from '../../core/findings/related';
import { coverOf } from '../../core/licensing/cover';
import { normalize } from '../../core/register/identifier';
import type { LicenseType } from '../../core/licensing/license-type';
import type { Persons } from '../../core/subjects/persons';
import type { Pool } from '../../core/subjects/pool';
import { isServerPool, serversUsing } from '../../core/licensing/server-license';
import type { Spot } from '../../core/spot';
import { coverKeys, coverNames } from '../cover-names';
import { uncountedAssignments } from '../uncounted';
import { listed } from './listed';

/**
 * What a purchase holds, a paragraph for each license type: how many, who uses them, and until when they are covered.
 * @param isMeant for the licenses that matter; without one of them it tells of all
 */
export function tellPurchase(id: string, spot: Spot, isMeant: (type: LicenseType) => boolean = () => true): string[] {
  if (!spot.sections.has('purchases')) {
    return [];
  }
  const key = normalize(id);
  const pools = spot.subjects.pools.filter(pool => normalize(pool.id) === key);
  const meant = pools.filter(({ type }) => isMeant(type));
  return (meant.length > 0 ? meant : pools).map(pool => [tellUse(pool, pools, spot), ...tellTerms(pool, spot)].join(' '));
}

/** Licenses by which servers run. */
export const forServers = ({ kind }: LicenseType): boolean => kind === 'server';

/** Licenses that people and devices hold. */
export const forHolders = ({ kind }: LicenseType): boolean => kind !== 'server';

function tellUse(pool: Pool, pools: readonly Pool[], spot: Spot): string {
  const { type } = pool;
  if (!pool.isCountable) {
    return `${type.name}: how many were bought can't be told.`;
  }
  const users = usersOf(pool, pools, spot);
  const bought = pool.holds(spot.today).valueOn(spot.today);
  if (!users) {
    return `${type.name}: ${bought} bought.`;
  }
  const rest = users.count > bought ? `${users.count - bought} short` : tellFree(bought - users.count, users.uncounted);
  return `${type.name}: ${bought} bought, ${users.count} ${users.verb} today, ${rest}.${users.count > 0 ? ` ${users.by} ${listed(users.names, users.count)}.` : ''}`;
}

/** @param uncounted how many more may use one of them */
function tellFree(free: number, uncounted: number): string {
  return uncounted > 0 && free > 0 ? `${uncounted} can't be counted, at most ${free} free` : `${free} free`;
}

interface Users {
  readonly count: number;
  /** How many more there may be, whose entries can't be read. */
  readonly uncounted: number;
  readonly names: Iterable<string>;
  /** As in `2 assigned today`. */
  readonly verb: string;
  readonly by: string;
}

/** Who uses the licenses of a pool; undefined where the register doesn't say. */
function usersOf(pool: Pool, pools: readonly Pool[], { subjects: { persons }, sections, today }: Spot): Users | undefined {
  if (pool.type.kind === 'server') {
    if (!sections.has('servers')) {
      return undefined;
    }
    const servers = serversUsing(pool, pools.filter(isServerPool), today);
    return { count: servers.length, uncounted: 0, names: servers.map(({ name }) => name?.value ?? ''), verb: 'used', by: 'Used by' };
  }
  if (!sections.has('assignments')) {
    return undefined;
  }
  return { count: pool.seats.taken(persons).valueOn(today), uncounted: uncountedAssignments(pool, today), names: namesOfHolders(pool, today, persons), verb: 'assigned', by: 'Held by' };
}

function* namesOfHolders({ seats }: Pool, today: Day, persons: Persons): Generator<string, void> {
  for (const holder of seats.holders) {
    if (seats.takesOn(holder, today, persons)) {
      yield holderNameOf(holder);
    }
  }
}

function tellTerms({ linesOfTerms }: Pool, { today }: Spot): string[] {
  return coverKeys.flatMap(key => {
    const { runs, lastDay } = coverOf(linesOfTerms, today, [key]);
    if (!lastDay) {
      return [];
    }
    const passed = lastDay.value < today ? 'ended on' : 'will run until';
    return [`${coverNames[key]} ${runs ? 'runs until' : passed} ${formatDay(lastDay.value)}.`];
  });
}
