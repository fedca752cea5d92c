import type { Day } from '../core/calendar';
import { fits } from '../core/licensing/license-type';
import type { Assignment } from '../core/register/model';
import type { Pool } from '../core/subjects/pool';

/** How many assignments may take a seat of a purchase on a day, but can't be read: so many fewer seats may be free. */
export function uncountedAssignments(pool: Pool, day: Day): number {
  const { type } = pool;
  if (type.kind === 'server') {
    return 0;
  }
  const mayFit = ({ licenseType }: Assignment) => !licenseType || licenseType === type || fits(licenseType, type, version => pool.hasRightsTo(version, day));
  return [...pool.broken].filter(entry => !(entry.ended && entry.ended.value <= day) && mayFit(entry)).length;
}
