import { excesses, formatDay, StepFunction, type Day, type Excess } from '../core/calendar';
import { groupBy } from '../core/collections/group-by';
import { isWhollyKnown } from '../core/licensing/license-type';
import type { Assignment, Server } from '../core/register/model';
import type { RegisterOverview } from '../core/overview';
import type { Pool } from '../core/subjects/pool';
import { counted } from '../core/text/sentence';
import { isLive, licensingOf, needsLicense } from '../core/licensing/server';
import { isServerPool, poolOfServer, type ServerPool } from '../core/licensing/server-license';
import type { LicenseTypeSubject } from '../core/subjects/license-type-subject';
import { uncountedAssignments } from './uncounted';

/** Between the parts of what is told in one line. */
export const separator = ' · ';

/** How much of a purchase is in use today. */
export interface Use {
  /** `48 of 50 assigned · 2 free`, and the first day that is short. */
  readonly text: string;
  /** How many assignments or servers use it. */
  readonly users: number;
}

interface ToldUse {
  readonly users: number;
  readonly told: readonly string[];
}

/** Tells of each purchase how much of it is in use, and by whom. It holds until the next edit. */
export class SeatsInUse {
  private readonly overview: RegisterOverview;
  private readonly types = new Map<Pool['type'], { readonly subject: LicenseTypeSubject; readonly unnamed: StepFunction }>();
  private readonly serverPoolsByOrder: ReadonlyMap<Pool['servers'], readonly ServerPool[]>;

  constructor(overview: RegisterOverview) {
    this.overview = overview;
    const { pools, subjects: { licenseTypes, persons } } = overview;
    for (const subject of licenseTypes) {
      this.types.set(subject.type, { subject, unnamed: subject.unnamed.taken(persons) });
    }
    this.serverPoolsByOrder = groupBy(pools.filter(isServerPool), ({ servers }) => servers);
  }

  /** How much of a purchase is in use today; undefined where it isn't known who uses it. */
  useOf(pool: Pool): Use | undefined {
    const use = isServerPool(pool) ? this.useByServers(pool) : this.useOfSeats(pool);
    return use && { users: use.users, text: [...use.told, ...tellBeginning(pool, this.overview.today)].join(separator) };
  }

  /** Who uses a purchase today, in no particular order. */
  users(pool: Pool): (Assignment | Server)[] {
    if (isServerPool(pool)) {
      return this.serversOn(pool);
    }
    const { today, subjects: { persons } } = this.overview;
    const { subject } = this.types.get(pool.type)!;
    return [pool.seats, ...(this.holdsUnnamed(pool) ? [subject.unnamed] : [])]
      .flatMap(seats => [...seats.holders].filter(holder => seats.takesOn(holder, today, persons)));
  }

  /** The servers that need a license today and use one of a purchase. */
  serversOn(pool: ServerPool): Server[] {
    const { today } = this.overview;
    const siblings = this.serverPoolsByOrder.get(pool.servers)!;
    return [...pool.servers].filter(server => needsLicense(server, today) && poolOfServer(server, siblings) === pool);
  }

  private useOfSeats(pool: Pool): ToldUse | undefined {
    const { today, sections, subjects: { persons } } = this.overview;
    if (!sections.has('assignments') && pool.seats.holders.size === 0) {
      return undefined;
    }
    const { unnamed } = this.types.get(pool.type)!;
    const holdsUnnamed = unnamed.steps.length > 0 && this.holdsUnnamed(pool);
    const { users, held, shortage } = holdsUnnamed ? reckon(pool, sum(pool.seats.taken(persons), unnamed), today) : this.reckonNamed(pool);
    const unnamedToday = holdsUnnamed ? 0 : unnamed.valueOn(today);
    const others = [
      ...(unnamedToday > 0 ? [counted(unnamedToday, 'more names no purchase', 'more name no purchase').text] : []),
      ...tellUncounted(uncountedAssignments(pool, today)),
    ];
    return { users, told: held === undefined ? [`${users} assigned`, ...others] : [...tellUse(users, held, 'assigned', others), ...shortage] };
  }

  /** What was reckoned before holds until the pool is checked again, which makes new notes: absences take long to follow. */
  private reckonNamed(pool: Pool): Reckoning {
    const { today, subjects: { persons } } = this.overview;
    const known = reckonings.get(pool);
    if (known?.notes === pool.notes) {
      return known;
    }
    const reckoning = { ...reckon(pool, pool.seats.taken(persons), today), notes: pool.notes };
    reckonings.set(pool, reckoning);
    return reckoning;
  }

  private useByServers(pool: ServerPool): ToldUse | undefined {
    const { today, sections } = this.overview;
    if (!sections.has('servers') && pool.servers.size === 0) {
      return undefined;
    }
    const users = this.serversOn(pool).length;
    const others = tellUncounted([...pool.servers].filter(server => isUncounted(server, today)).length);
    if (!pool.isCountable || isToCome(pool, today)) {
      return { users, told: [`${users} in use`, ...others] };
    }
    const held = pool.holds(today).valueOn(today);
    if (users <= held) {
      return { users, told: tellUse(users, held, 'in use', others) };
    }
    // With licenses of several editions under one number, a server may use one of the others.
    return this.serverPoolsByOrder.get(pool.servers)!.length > 1 ? undefined : { users, told: [...tellUse(users, held, 'in use', others), `short by ${users - held}`] };
  }

  /** Whether assignments of its type without a purchase can hold seats of this purchase alone. */
  private holdsUnnamed({ type }: Pool): boolean {
    return this.types.get(type)!.subject.pools.size === 1 && isWhollyKnown(type);
  }
}

interface Reckoning {
  readonly users: number;
  /** Undefined where it can't be known, or is nothing yet. */
  readonly held: number | undefined;
  readonly shortage: readonly string[];
}

const reckonings = new WeakMap<Pool, Reckoning & { readonly notes: Pool['notes'] }>();

function reckon(pool: Pool, taken: StepFunction, today: Day): Reckoning {
  const users = taken.valueOn(today);
  if (!pool.isCountable || isToCome(pool, today)) {
    return { users, held: undefined, shortage: [] };
  }
  const held = pool.holds(today);
  return { users, held: held.valueOn(today), shortage: tellShortage(excesses(taken, held), taken, held, today) };
}

/** Whether all of a purchase is bought later than today. */
export function isToCome({ firstLine: { date } }: Pool, today: Day): boolean {
  return date !== undefined && date.value > today;
}

function tellBeginning(pool: Pool, today: Day): string[] {
  return isToCome(pool, today) ? [`bought on ${formatDay(pool.firstLine.date!.value)}`] : [];
}

/** @param others what is told of those who may use what seems free */
function tellUse(users: number, held: number, how: string, others: readonly string[]): string[] {
  return [`${users} of ${held} ${how}`, ...(others.length > 0 ? others : users < held ? [`${held - users} free`] : [])];
}

function tellUncounted(count: number): string[] {
  return count > 0 ? [`${count} can't be counted`] : [];
}

/** Whether it can't be known that a server needs no license today, nor that it does. */
function isUncounted(server: Server, today: Day): boolean {
  const licensing = licensingOf(server);
  return (licensing === undefined && isLive(server, today)) || (licensing !== 'trial' && licensing !== 'hybrid' && server.unusable.includes('retired'));
}

/** The run of days that is short today, else the next one, else the first one there was. */
function tellShortage(runs: readonly Excess[], taken: StepFunction, held: StepFunction, today: Day): string[] {
  const now = runs.find(({ start, end }) => start <= today && today < end);
  if (now) {
    return [`short by ${taken.valueOn(today) - held.valueOn(today)} since ${formatDay(now.start)}`];
  }
  const run = runs.find(({ start }) => start > today) ?? runs[0];
  if (!run) {
    return [];
  }
  const by = taken.valueOn(run.start) - held.valueOn(run.start);
  return [run.start > today ? `short by ${by} from ${formatDay(run.start)}` : `was short by ${by} on ${formatDay(run.start)}`];
}

function sum(...functions: readonly StepFunction[]): StepFunction {
  const total = new StepFunction();
  for (const { day, delta } of functions.flatMap(({ steps }) => steps)) {
    total.add(day, delta);
  }
  return total;
}
