import { formatDay, type Day } from '../../core/calendar';
import { lastSupportedDay, supportSources } from '../../core/licensing/facts';
import type { Version } from '../../core/licensing/license-type';

/** Until when Microsoft supports a version of Exchange Server; nothing while no end is set. */
export function tellSupport(version: Version, today: Day): string[] {
  const lastDay = lastSupportedDay(version);
  return lastDay === undefined ? [] : [`Support for Exchange Server ${version} ${lastDay < today ? 'ended' : 'ends'} on ${formatDay(lastDay)} (${supportSources(version).join('; ')}).`];
}
