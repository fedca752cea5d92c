import type { Day } from '../calendar';
import { trialDays } from './facts';
import { isGiven, type Server } from '../register/model';

/** Whether a server is known to be in service: not retired by today. */
export function isLive(server: Server, today: Day): boolean {
  return server.retired ? server.retired.value > today : !isGiven(server, 'retired');
}

/** What the edition of a server says of its license; undefined where it isn't known. */
export function licensingOf({ edition }: Server): Licensing | undefined {
  return edition && licensingOfEdition(edition.value);
}

/** Whether a server needs a license of its own, and why not. */
export type Licensing = 'licensed' | 'trial' | 'hybrid';

/** The same by the word for an edition, as the register reads it. */
export function licensingOfEdition(edition: string): Licensing {
  switch (edition) {
    case 'Trial': case 'StandardEvaluation': case 'EnterpriseEvaluation': return 'trial';
    case 'Hybrid': case 'Coexistence': return 'hybrid';
    default: return 'licensed';
  }
}

/** Whether a server is known to hold mailboxes of people: a Hybrid one only where it says so. */
export function isHosting(server: Server, today: Day): boolean {
  if (!isLive(server, today) || server.unusable.includes('hostsMailboxes')) {
    return false;
  }
  const licensing = licensingOf(server);
  return server.hostsMailboxes?.value ?? (licensing === 'licensed' || licensing === 'trial');
}

/** Whether a server is known to be in service and to need a license of its own. */
export function needsLicense(server: Server, today: Day): boolean {
  return isLive(server, today) && licensingOf(server) === 'licensed';
}

/** The last day on which a server in service may run as a trial; undefined for one that doesn't, or where that can't be known. */
export function lastTrialDay(server: Server, today: Day): Day | undefined {
  return server.installed && licensingOf(server) === 'trial' && isLive(server, today) ? server.installed.value + trialDays : undefined;
}
