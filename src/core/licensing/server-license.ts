import type { Day } from '../calendar';
import { coverOf } from './cover';
import { versionIsNewer, versions, type ServerLicense } from './license-type';
import type { Server } from '../register/model';
import type { Pool } from '../subjects/pool';
import { needsLicense } from './server';
import type { Order } from '../subjects/order';

/** Purchases of server licenses of one id and type. */
export type ServerPool = Pool & { readonly type: ServerLicense };

/** Whether a pool licenses servers. */
export function isServerPool(pool: Pool): pool is ServerPool {
  return pool.type.kind === 'server';
}

/** The pools of an order that license servers. Lines whose type can't be read are none. */
export function serverPoolsOf({ pools }: Order): ServerPool[] {
  return pools.filter(isServerPool);
}

/** The versions that are newer than all pools license, and to which none has, or may have, rights. */
export function versionsTooNew(pools: readonly ServerPool[], today: Day): ReadonlySet<string> {
  return new Set(pools.length === 0 ? [] : versions.filter(version => pools.every(pool => pool.type.version !== undefined
    && versionIsNewer(version, pool.type.version) && pool.lacksRightsTo(version, today))));
}

/** The pools that suit a server's edition: an Enterprise license is good for a Standard server too. All of them where none does. */
function suitable({ edition }: Server, pools: readonly ServerPool[]): readonly ServerPool[] {
  const enterprise = pools.filter(({ type }) => type.edition === 'enterprise');
  return edition?.value === 'Enterprise' && enterprise.length > 0 ? enterprise : pools;
}

/** The pool that a server uses among those that suit it: one of its own version and edition comes first. */
export function poolOfServer(server: Server, pools: readonly ServerPool[]): ServerPool | undefined {
  return suitable(server, pools).toSorted((a, b) => distanceTo(server, a) - distanceTo(server, b))[0];
}

/** How far a pool is from what a server runs: the older its version, the farther; its edition counts less. */
function distanceTo(server: Server, { type }: ServerPool): number {
  return versionDistance(server, type.version) + (type.edition === server.edition?.value.toLowerCase() ? 0 : 0.5);
}

function versionDistance(server: Server, version: ServerLicense['version']): number {
  if (version === server.version?.value) {
    return 0;
  }
  // A license without a version may be of any.
  return version ? 2 * (versions.length - versions.indexOf(version)) : 1;
}

/** The servers in service that use licenses of a pool. @param pools those of its id */
export function serversUsing(pool: Pool, pools: readonly ServerPool[], today: Day): Server[] {
  return [...pool.servers].filter(server => needsLicense(server, today) && poolOfServer(server, pools) === pool);
}

/**
 * The pools on which servers run SE though no cover runs today, each with those servers; none where a line can't be
 * read, which may be of what they run on. A server that is too new for its licenses is another finding.
 */
export function poolsWithoutCover(order: Order, today: Day): Map<ServerPool, Server[]> {
  const found = new Map<ServerPool, Server[]>();
  if (order.isPartlyUnreadable) {
    return found;
  }
  const pools = serverPoolsOf(order);
  const tooNew = versionsTooNew(pools, today);
  const mayRun = new Set(pools.filter(pool => {
    const { runs, isKnown } = coverOf(pool.linesOfTerms, today);
    return runs || !isKnown;
  }));
  for (const server of order.servers) {
    if (server.version?.value !== 'SE' || !needsLicense(server, today) || tooNew.has('SE')) {
      continue;
    }
    const used = suitable(server, pools).some(pool => mayRun.has(pool)) ? undefined : poolOfServer(server, pools);
    const others = used && found.get(used);
    if (others) {
      others.push(server);
    } else if (used) {
      found.set(used, [server]);
    }
  }
  return found;
}
