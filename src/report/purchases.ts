import { isRunning } from '../core/licensing/assignment-days';
import { StepFunction, type Day, type Interval } from '../core/calendar';
import type { RegisterContents } from '../core/contents';
import { sectionKinds } from '../core/register/fields';
import type { LicenseType } from '../core/licensing/license-type';
import { beginsAfter, daysOf, isGiven, type Purchase, type Server, type Term } from '../core/register/model';
import { daysCounted, Seats, type Pool } from '../core/subjects/pool';
import { licensingOf } from '../core/licensing/server';
import { isServerPool, type ServerPool } from '../core/licensing/server-license';
import { Account, type Change, type Figures, type Shortage } from './account';

/** A license type, with what is owned and assigned of it. */
export interface Product extends Figures {
  readonly name: string;
  readonly kind: LicenseType['kind'];
  /** Assignments that run and that `assigned` leaves out, since their purchase isn't recorded or is of another type. */
  readonly outside: number;
  /** How it came about, ascending, and the days that were short; undefined where it isn't known. */
  readonly changes: readonly Change[] | undefined;
  readonly shortages: readonly Shortage[] | undefined;
}

/** Days of Software Assurance or of a subscription, both included. */
export interface Cover {
  readonly from: Day;
  readonly until: Day;
}

/** One line of a purchase. */
export interface PurchaseLine {
  readonly date: Day | undefined;
  readonly quantity: number | undefined;
  readonly supplier: string | undefined;
  readonly document: string | undefined;
  readonly softwareAssurance: readonly Cover[];
  readonly subscription: readonly Cover[];
  readonly trueUp: Day | undefined;
}

/** The purchases of one number and one type that were made by the day of the position. */
export interface PoolPosition extends Figures {
  readonly id: string;
  readonly product: string;
  readonly lines: readonly PurchaseLine[];
  /** Until when Software Assurance or a subscription runs that runs on the day; undefined where none does. */
  readonly coveredUntil: Day | undefined;
}

/** What is owned, by license type and by purchase. */
export interface Purchases {
  readonly products: readonly Product[];
  readonly pools: readonly PoolPosition[];
  /** The server licenses under which a server runs. */
  readonly poolOfServer: ReadonlyMap<Server, Pool>;
}

const kinds: readonly LicenseType['kind'][] = ['cal', 'suite', 'plan', 'server'];

/** What is owned and assigned, by license type and by purchase. */
export function purchasesOf(contents: RegisterContents): Purchases {
  const { today, sections, subjects: { pools, licenseTypes, persons } } = contents;
  const poolOfServer = allot(contents);
  const accounts = new Map<Pool, Account>();
  for (const pool of pools) {
    accounts.set(pool, new Account(today, ownedIn(pool, today), assignedIn(pool, contents, poolOfServer)));
  }
  const products = [...licenseTypes].flatMap(subject => {
    const { type, unnamed, outsidePools } = subject;
    const ofType = [...subject.pools];
    // Nobody can tell seats of a purchase from others where no purchases are recorded.
    const others = sections.has('purchases') ? unnamed : new Seats(outsidePools);
    const isAssignmentKnown = isKnown(type.kind === 'server' ? 'servers' : 'assignments', contents);
    const account = Account.sum(today, [
      ...ofType.map(pool => accounts.get(pool)!),
      new Account(today, isComparable(type, contents, others) ? new StepFunction() : undefined, isAssignmentKnown ? others.taken(persons) : undefined),
    ]);
    const outside = [...outsidePools].filter(assignment => !others.holders.has(assignment) && isRunning(assignment, today)).length;
    const isThere = ofType.some(pool => linesBy(today, pool).length > 0) || account.changes === undefined || account.changes.length > 0 || outside > 0;
    return isThere ? [{ name: type.name, kind: type.kind, outside, ...account.figures, changes: account.changes, shortages: account.shortages }] : [];
  });
  return {
    products: products.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.name < b.name ? -1 : 1)),
    pools: pools.flatMap(pool => {
      const { figures, changes } = accounts.get(pool)!;
      const lines = linesBy(today, pool);
      return lines.length > 0 || changes?.length ? [{ id: pool.id, product: pool.type.name, ...figures, lines: lines.map(lineOf), coveredUntil: coveredUntil(lines, today) }] : [];
    }),
    poolOfServer,
  };
}

/** The lines of a pool that were bought by a day, or may have been. */
export function linesBy(day: Day, pool: Pool): Purchase[] {
  return pool.lines.filter(line => !beginsAfter(day, line));
}

/** How many seats a pool holds, each line from its date on; undefined where that can't be known. */
function ownedIn(pool: Pool, today: Day): StepFunction | undefined {
  const owned = new StepFunction();
  for (const line of linesBy(today, pool)) {
    if (!line.quantity || !line.date || (isGiven(line, 'subscription') && !(line.subscription ?? []).every(term => daysOf(term)))) {
      return undefined;
    }
    for (const { start, end } of daysCounted(line, today)) {
      step(owned, { start: Math.max(start, line.date.value), end: Math.max(end, line.date.value) }, line.quantity.value);
    }
  }
  return owned;
}

function assignedIn(pool: Pool, contents: RegisterContents, poolOfServer: ReadonlyMap<Server, Pool>): StepFunction | undefined {
  const isServer = pool.type.kind === 'server';
  if (!isKnown(isServer ? 'servers' : 'assignments', contents)) {
    return undefined;
  }
  if (!isServer) {
    return pool.seats.taken(contents.subjects.persons);
  }
  const assigned = new StepFunction();
  for (const server of pool.servers) {
    if (poolOfServer.get(server) === pool) {
      step(assigned, daysInService(server), 1);
    }
  }
  return assigned;
}

/** The days on which a server is in service; from the start where nothing tells since when. */
export function daysInService({ installed, activated, retired }: Server): Interval {
  return { start: installed?.value ?? activated?.value ?? -Infinity, end: retired?.value ?? Infinity };
}

/** Which server licenses each server takes one of: of its purchase those of its edition, and of its version if there are such. */
function allot({ entries, subjects: { pools } }: RegisterContents): Map<Server, Pool> {
  const allotted = new Map<Server, Pool>();
  const serverPools = pools.filter(isServerPool);
  for (const server of entries.server.filter(each => licensingOf(each) === 'licensed' && !each.unusable.includes('retired'))) {
    const [best] = serverPools.filter(pool => pool.servers.has(server)).sort((a, b) => likeness(server, b) - likeness(server, a));
    if (best) {
      allotted.set(server, best);
    }
  }
  return allotted;
}

/** How much of what a server runs a license is for: an edition counts more than a version. */
function likeness({ edition, version }: Server, { type }: ServerPool): number {
  return (type.edition === edition?.value.toLowerCase() ? 2 : 0) + (type.version === version?.value ? 1 : 0);
}

/** Whether what is owned of a type can be set against assignments without a purchase: the type must say all there is to know. */
function isComparable(type: LicenseType, { sections }: RegisterContents, others: Seats): boolean {
  const leavesOut = (type.kind === 'cal' && !(type.version && type.model)) || (type.kind === 'suite' && !type.model);
  return sections.has('purchases') && !(leavesOut && others.holders.size > 0);
}

function lineOf({ date, quantity, supplier, document, softwareAssurance, subscription, trueUp }: Purchase): PurchaseLine {
  return {
    date: date?.value, quantity: quantity?.value, supplier: supplier?.value, document: document?.value,
    softwareAssurance: coversIn(softwareAssurance), subscription: coversIn(subscription), trueUp: trueUp?.value,
  };
}

function coversIn(terms: readonly Term[] | undefined): Cover[] {
  return (terms ?? []).flatMap(term => daysOf(term) ?? []).sort((a, b) => a.from - b.from);
}

function coveredUntil(lines: readonly Purchase[], today: Day): Day | undefined {
  const running = lines.flatMap(({ softwareAssurance, subscription }) => [...coversIn(softwareAssurance), ...coversIn(subscription)])
    .filter(({ from, until }) => from <= today && today <= until);
  return running.length > 0 ? Math.max(...running.map(({ until }) => until)) : undefined;
}

function step(seats: StepFunction, { start, end }: Interval, by: number): void {
  if (start < end) {
    seats.add(start, by);
    seats.add(end, -by);
  }
}

/** Whether a section tells all there is of its kind; in a plain list, or one that is included, the entries do. */
function isKnown(section: 'servers' | 'assignments', { sections, entries }: RegisterContents): boolean {
  return sections.has(section) || entries[sectionKinds[section]].length > 0;
}
