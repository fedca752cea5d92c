import type { Day } from '../calendar';
import { editDistance } from '../text/edit-distance';
import { normalize } from '../register/identifier';
import { versionIsNewer, type Version } from '../licensing/license-type';
import type { Server } from '../register/model';
import type { Pool } from '../subjects/pool';
import type { FixContext, ReportedFix } from './context';
import { replaceValues } from './replace-value';

/** More offers than these are no help in a menu. */
const mostOffers = 3;

/** Offers the purchases of a license that suits a server, by the nearness of their ids to the one that it names. */
export function nameServerLicense(server: Server, { pools, today }: FixContext): ReportedFix[] {
  const named = normalize(server.license!.value);
  const ids = new Map(pools.filter(pool => suits(pool, server, today)).map(({ id }) => [normalize(id), id]));
  ids.delete(named);
  const nearest = [...ids.keys()].map(key => ({ key, distance: editDistance(named, key) })).sort((a, b) => a.distance - b.distance);
  return replaceValues([server.license!], nearest.slice(0, mostOffers).map(({ key }) => ids.get(key)!));
}

function suits(pool: Pool, { version, edition }: Server, today: Day): boolean {
  const { type } = pool;
  return type.kind === 'server'
    && (edition?.value !== 'Enterprise' || type.edition === 'enterprise')
    && (!version || !type.version || !versionIsNewer(version.value as Version, type.version) || pool.hasRightsTo(version.value as Version, today));
}
