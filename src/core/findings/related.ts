import { formatDay, type Day } from '../calendar';
import type { Assignment, Server } from '../register/model';
import type { Pool } from '../subjects/pool';
import type { Report } from '../rule';
import { quote, say, type Sentence } from '../text/sentence';

/** More places than these help nobody. */
const mostPlaces = 50;

/** Who holds an assignment, as it names them itself: a person by name, else by address or login, or a device. */
export function holderNameOf({ name, email, login, device }: Assignment): string {
  return (name ?? email ?? login ?? device)?.value ?? '';
}

type Related = NonNullable<Report['related']>;

/** The places of what a finding is about, as many as are of use. */
export function relatedPlaces<Item>(items: readonly Item[], tell: (item: Item) => Related[number]): Related {
  return items.slice(0, mostPlaces).map(tell);
}

/** The places of assignments that a finding is about, with their days. */
export function relatedHolders(assignments: readonly Assignment[], today: Day): Related {
  return relatedPlaces(assignments, assignment => ({ at: assignment.face, message: tellDays(assignment, today) }));
}

function tellDays(assignment: Assignment, today: Day): Sentence {
  const { assigned, ended } = assignment;
  const holder = quote(holderNameOf(assignment));
  const from = formatDay(assigned!.value);
  if (ended) {
    return say`${holder}, from ${from} to ${formatDay(ended.value)}.`;
  }
  return assigned!.value > today ? say`${holder}, from ${from} on.` : say`${holder}, since ${from}.`;
}

/** The places of servers that a finding is about. @param tell what each does, behind its name */
export function relatedServers(servers: readonly Server[], key: 'license' | 'version', tell: (server: Server) => Sentence): Related {
  return relatedPlaces(servers, server => ({ at: server[key]!, message: say`${server.name ? quote(server.name.value) : say`This server`} ${tell(server)}.` }));
}

/** Where the types of purchases stand that a finding is about. */
export function relatedPurchases(pools: readonly Pool[], message: Sentence): Related {
  return relatedPlaces(pools, pool => ({ at: pool.firstLine.type!, message }));
}
