import type { Day } from '../calendar';
import { coverOf, type Cover } from './cover';
import { versionIsNewer, type Version } from './license-type';
import type { Pool } from '../subjects/pool';

/**
 * The cover without which a pool may not be used with a version; undefined where it needs none. Only SE may rest on
 * a subscription. Suites and plans know no version.
 */
export function coverNeeded(pool: Pool, version: Version | undefined, today: Day): Cover | undefined {
  const { type, linesOfTerms: lines } = pool;
  if (version === undefined || (type.kind !== 'cal' && type.kind !== 'server')) {
    return undefined;
  }
  if (version === 'SE') {
    return coverOf(lines, today);
  }
  const isNewer = type.version !== undefined && versionIsNewer(version, type.version);
  return isNewer && !pool.hasLastingRightsTo(version) ? coverOf(lines, today, ['softwareAssurance']) : undefined;
}
