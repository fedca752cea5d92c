import { includesDay, type Day } from '../core/calendar';
import type { RegisterContents } from '../core/contents';
import type { Server } from '../core/register/model';
import type { Pool } from '../core/subjects/pool';
import { daysInService, linesBy } from './purchases';

/** A server, and the license under which it runs. */
export interface ServerPosition {
  readonly name: string;
  readonly version: string | undefined;
  readonly edition: string | undefined;
  /** The number of the purchase, as the server has it. */
  readonly license: string | undefined;
  /** The type of the license; undefined where none is found. */
  readonly product: string | undefined;
  readonly documents: readonly string[];
  readonly installed: Day | undefined;
  readonly activated: Day | undefined;
  readonly retired: Day | undefined;
  /** Whether it is in service on the day. */
  readonly isInService: boolean;
}

/** The servers, those in service first. */
export function serversOf({ entries, today }: RegisterContents, poolOfServer: ReadonlyMap<Server, Pool>): ServerPosition[] {
  return entries.server.map(server => {
    const pool = poolOfServer.get(server);
    const { name, version, edition, license, installed, activated, retired } = server;
    return {
      name: name?.value ?? '',
      version: version && String(version.value),
      edition: edition?.value,
      license: license?.value,
      product: pool?.type.name,
      documents: pool ? [...new Set(linesBy(today, pool).flatMap(({ document }) => document?.value ?? []))] : [],
      installed: installed?.value,
      activated: activated?.value,
      retired: retired?.value,
      isInService: includesDay(daysInService(server), today),
    };
  }).sort((a, b) => Number(b.isInService) - Number(a.isInService));
}
