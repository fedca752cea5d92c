import type { Assignment, Entry, Purchase, Server } from '../core/register/model';
import { beginsAfter, isGiven } from '../core/register/model';
import { Pool } from '../core/subjects/pool';
import { quote } from '../core/text/sentence';
import { licensingOf } from '../core/licensing/server';
import type { Place, Source } from './position';

/** An entry that the figures leave out, or that leaves figures open. */
export interface Uncounted {
  readonly place: Place;
  readonly kind: 'assignment' | 'purchase' | 'server';
  /** What it is of: a name, a number. */
  readonly of: string;
  /** Why, as the end of a sentence about it. */
  readonly reason: string;
}

/** The entries that no figure has, with the reasons; those that begin after the day aren't among them. */
export function uncountedOf(source: Source, poolOfServer: ReadonlyMap<Server, Pool>): Uncounted[] {
  const { entries, today, subjects } = source;
  const repeated = new Set(subjects.repeatedPurchases);
  const told = <E extends Entry>(kind: Uncounted['kind'], some: readonly E[], nameOf: (entry: E) => string | undefined, reasonOf: (entry: E) => string | undefined) =>
    some.filter(entry => !beginsAfter(today, entry)).flatMap(entry => {
      const reason = reasonOf(entry);
      return reason === undefined ? [] : [{ place: source.placeIn(source.placeOf(entry)), kind, of: nameOf(entry) ?? '', reason }];
    });
  return [
    ...told('purchase', entries.purchase, ({ id }) => id?.value, purchase => reasonOfPurchase(purchase, repeated)),
    ...told('server', entries.server, ({ name }) => name?.value, server => reasonOfServer(server, source, poolOfServer)),
    ...told('assignment', entries.assignment, ({ name, email, login, device }) => (name ?? email ?? login ?? device)?.value, assignment => reasonOfAssignment(assignment, source)),
  ];
}

function reasonOfPurchase(purchase: Purchase, repeated: ReadonlySet<Purchase>): string | undefined {
  const { id, type, licenseType, date, quantity } = purchase;
  if (repeated.has(purchase)) {
    return 'repeats an earlier line with the same number, type and date';
  }
  if (!id) {
    return 'has no number';
  }
  if (!licenseType) {
    return type ? `is of ${quote(type.value)}, which is no license type that can be read` : 'has no license type';
  }
  return !date ? 'has no date that can be read' : !quantity ? 'has no quantity that can be read' : undefined;
}

function reasonOfServer(server: Server, { sections }: Source, poolOfServer: ReadonlyMap<Server, Pool>): string | undefined {
  const licensing = licensingOf(server);
  if (licensing === 'trial' || licensing === 'hybrid') {
    return undefined;
  }
  if (!licensing) {
    return 'has no edition that can be read';
  }
  if (server.unusable.includes('retired')) {
    return 'has no readable day on which it was retired';
  }
  if (!sections.has('purchases') || poolOfServer.has(server)) {
    return undefined;
  }
  return server.license ? `runs under ${quote(server.license.value)}, which is no recorded purchase of a server license` : 'names no license';
}

function reasonOfAssignment(assignment: Assignment, { sections, subjects }: Source): string | undefined {
  const { assigned, ended, type, licenseType, purchase } = assignment;
  if (!assigned) {
    return 'has no date of assignment that can be read';
  }
  if (!ended && isGiven(assignment, 'ended')) {
    return "has an end that can't be read";
  }
  if (ended && ended.value < assigned.value) {
    return 'ends before it begins';
  }
  if (type && !licenseType) {
    return `is of ${quote(type.value)}, which is no license type that can be read`;
  }
  if (licenseType?.kind === 'server') {
    return 'is of a server license, which nobody can hold';
  }
  if (!subjects.isSound(assignment)) {
    return "has no license type, and its purchase doesn't tell it";
  }
  if (assignment.unusable.includes('purchase')) {
    return "names a purchase that can't be read";
  }
  const holding = subjects.holdingOf(assignment);
  if (!purchase || !sections.has('purchases') || holding instanceof Pool) {
    return undefined;
  }
  const named = `names the purchase ${quote(purchase.value)}`;
  switch (holding) {
    case 'unknown': return `${named}, which isn't recorded`;
    case 'unreadable': return `${named}, whose license type can't be read`;
    default: return `${named}, which is of another license type`;
  }
}
