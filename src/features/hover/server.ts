import { formatDay } from '../../core/calendar';
import { trialDays } from '../../core/licensing/facts';
import type { Version } from '../../core/licensing/license-type';
import type { Server } from '../../core/register/model';
import { isLive, lastTrialDay, licensingOf } from '../../core/licensing/server';
import type { Spot } from '../../core/spot';
import { distanceTo } from './day';
import { forServers, tellPurchase } from './purchase';
import { tellSupport } from './support';

/** What a server runs, under which license, and until when that is supported. */
export function tellServer(server: Server, spot: Spot): string[] {
  const { version } = server;
  return [...tellSetup(server, spot), ...tellLicense(server, spot), ...(version ? tellSupport(version.value as Version, spot.today) : [])];
}

function tellSetup({ version, edition, installed, retired }: Server, { today }: Spot): string[] {
  const product = [version && `Exchange Server ${version.value}`, edition && `${edition.value} edition`].filter(Boolean).join(', ');
  const days = [
    installed && `installed on ${formatDay(installed.value)}`,
    retired && (retired.value > today ? `in service until ${formatDay(retired.value)}` : `out of service since ${formatDay(retired.value)}`),
  ].filter(Boolean).join(', ');
  return product === '' ? [] : [`${product}${days === '' ? '' : `; ${days}`}.`];
}

function tellLicense(server: Server, spot: Spot): string[] {
  const { license } = server;
  if (!isLive(server, spot.today)) {
    return license ? [`Its license was that of ${license.value}. Out of service it needs none.`] : [];
  }
  switch (licensingOf(server)) {
    case 'trial': return [tellTrial(server, spot)];
    case 'hybrid': return ['A Hybrid server needs no license as long as it holds no mailboxes.'];
    case 'licensed': {
      if (!license) {
        return ['It names no purchase of a server license.'];
      }
      const told = tellPurchase(license.value, spot, forServers);
      return told.length > 0 ? [`Licensed by ${license.value}.`, ...told] : [`Licensed by ${license.value}${spot.sections.has('purchases') ? ', which no purchase has as its id' : ''}.`];
    }
    case undefined: return [];
  }
}

function tellTrial(server: Server, { today }: Spot): string {
  const last = lastTrialDay(server, today);
  return last === undefined
    ? `A trial runs for ${trialDays} days from the installation, which isn't recorded.`
    : `The ${trialDays} days of the trial ${last < today ? 'were' : 'are'} over on ${formatDay(last)}, ${distanceTo(last, today)}.`;
}
