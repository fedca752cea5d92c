import type { RegisterOverview } from '../core/overview';
import type { Pool } from '../core/subjects/pool';
import type { Count } from './count';
import { isToCome } from './seats';

/** What is owned today of CALs, with CAL suites, and of server licenses. */
export function ownedToday({ today, pools, subjects: { register } }: RegisterOverview): { readonly cals: Count; readonly servers: Count } {
  const isUnread = [...register.purchases].some(({ id, licenseType }) => !id || !licenseType);
  const own = (isOfKind: (pool: Pool) => boolean): Count => {
    const ofKind = pools.filter(pool => isOfKind(pool) && !isToCome(pool, today));
    return {
      count: ofKind.reduce((count, pool) => count + pool.holds(today).valueOn(today), 0),
      isAtLeast: isUnread || ofKind.some(pool => !pool.isCountable),
    };
  };
  return {
    cals: own(({ type }) => type.kind === 'cal' || type.kind === 'suite'),
    servers: own(({ type }) => type.kind === 'server'),
  };
}
