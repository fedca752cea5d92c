import { byAssigned, isRunning } from '../core/assignment-days';
import { formatDay, type Day } from '../core/calendar';
import { entryFields, termFields, type Field } from '../core/fields';
import { lastSupportedDay, supportSources } from '../core/facts';
import { normalize } from '../core/identifier';
import type { LicenseType } from '../core/license-type';
import { isGiven, type Assignment, type Entry, type Leaf } from '../core/model';
import { Pool } from '../core/pool';
import { waivesWaiting } from '../core/seat-history';
import { counted } from '../core/sentence';
import { readLicenseType } from '../core/settings';
import type { Spot } from '../core/spot';
import type { Span } from '../core/text';
import { describeKey, tellKey, type KeyDescription, type RegisterSchema } from './schema-keys';

/** What is told of a stretch of a segment, as paragraphs of plain text. */
export interface Hover extends Span {
  readonly paragraphs: readonly string[];
}

/**
 * What is to be told of what stands at a position; undefined where there is nothing to tell.
 * @param schema where keys are described from; without it nothing is told of keys
 */
export function hoverAt(spot: Spot, schema: RegisterSchema | undefined): Hover | undefined {
  const value = spot.entry && valueAt(spot.entry, spot.offset);
  if (value) {
    const paragraphs = tellOf(value, spot);
    return paragraphs.length > 0 ? { start: value.leaf.start, end: value.leaf.end, paragraphs } : undefined;
  }
  return schema && keyHover(spot, schema);
}

interface ValueAt {
  readonly key: string;
  readonly field: Field;
  readonly leaf: Leaf<unknown>;
  readonly entry: Entry;
}

function valueAt(entry: Entry, offset: number): ValueAt | undefined {
  for (const [key, field] of Object.entries<Field>(entryFields[entry.entryKind])) {
    const leaf = leavesIn((entry as unknown as Record<string, unknown>)[key]).find(({ start, end }) => start <= offset && offset <= end);
    if (leaf) {
      return { key, field, leaf, entry };
    }
  }
  return undefined;
}

/** The single values in what a key of an entry holds: a value, a term, or a list of either. */
function leavesIn(held: unknown): readonly Leaf<unknown>[] {
  if (typeof held !== 'object' || held === null) {
    return [];
  }
  if (Array.isArray(held)) {
    return held.flatMap(leavesIn);
  }
  if ('value' in held) {
    return [held as Leaf<unknown>];
  }
  return Object.entries(held).flatMap(([part, each]) => (part === 'items' || Object.hasOwn(termFields, part) ? leavesIn(each) : []));
}

function tellOf({ key, field, leaf, entry }: ValueAt, spot: Spot): string[] {
  const { value } = leaf;
  if (typeof value === 'number' && (field.kind === 'day' || field.kind === 'term' || field.kind === 'terms')) {
    return [tellDay(value, spot.today), ...(entry.entryKind === 'assignment' && key === 'ended' ? tellEnd(entry, value, spot) : [])];
  }
  if (typeof value !== 'string') {
    return [];
  }
  if (key === 'type') {
    const type = readLicenseType(value, spot.settings);
    return type ? tellType(type, spot) : [];
  }
  if (key === 'id' || key === 'purchase' || key === 'license') {
    return tellPurchase(value, spot);
  }
  if (field.kind === 'identifier' || field.kind === 'identifiers') {
    return tellPerson(key === 'name' ? entry : value, spot);
  }
  return [];
}

const weekdays = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday'] as const;

function tellDay(day: Day, today: Day): string {
  const weekday = weekdays[((day % 7) + 7) % 7]!;
  const distance = counted(Math.abs(day - today), 'day', 'days').text;
  return `${weekday}, ${day === today ? 'today' : day > today ? `in ${distance}` : `${distance} ago`}.`;
}

/** What the last day of an assignment means (MODEL D1). */
function tellEnd({ assigned, reason }: Assignment, ended: Day, { settings }: Spot): string[] {
  const told = ['Covered through this day; the seat is free from this day on, so a handover on one day needs one seat.'];
  if (waivesWaiting(reason?.value)) {
    told.push(`For the reason "${reason!.value}" the seat may go on at once.`);
  } else if (assigned) {
    const last = assigned.value + settings.reassignmentDays;
    const days = counted(settings.reassignmentDays, 'day', 'days').text;
    told.push(`The ${days} after the assignment ${last <= ended ? 'were' : 'are'} over on ${formatDay(last)}.`);
  }
  return told;
}

function tellType(type: LicenseType, { subjects, today }: Spot): string[] {
  const told = [`${type.name}: ${grantOf(type, subjects)}.`];
  const version = type.kind === 'cal' || type.kind === 'server' ? type.version : undefined;
  const lastDay = version && lastSupportedDay(version);
  if (version && lastDay !== undefined) {
    told.push(`Support for Exchange Server ${version} ${lastDay < today ? 'ended' : 'ends'} on ${formatDay(lastDay)} (${supportSources(version).join('; ')}).`);
  }
  return told;
}

function grantOf(type: LicenseType, subjects: Spot['subjects']): string {
  if (type.kind === 'server') {
    return `the right to run one server, ${type.edition === 'enterprise' ? 'Enterprise' : 'Standard'} edition`;
  }
  const features = [...(subjects.covers(type, 'standard') ? ['standard'] : []), ...(subjects.covers(type, 'enterprise') ? ['enterprise'] : [])];
  if (features.length === 0) {
    return 'covers nothing here unless `settings.equivalents` lists it';
  }
  const model = type.kind === 'plan' ? undefined : type.model;
  const holder = model === 'user' ? ' for one person on any device' : model === 'device' ? ' for one device and whoever uses it' : '';
  return `covers the ${features.join(' and ')} features${holder}`;
}

function tellPurchase(id: string, { subjects, sections, today }: Spot): string[] {
  if (!sections.has('purchases')) {
    return [];
  }
  const key = normalize(id);
  return subjects.pools.filter(pool => normalize(pool.id) === key).map(pool => tellPool(pool, subjects, today, sections.has('assignments')));
}

function tellPool(pool: Pool, { persons }: Spot['subjects'], today: Day, hasAssignments: boolean): string {
  if (!pool.isCountable) {
    return `${pool.type.name}: how many were bought can't be told.`;
  }
  const bought = pool.holds(today).valueOn(today);
  if (pool.type.kind === 'server' || !hasAssignments) {
    return `${pool.type.name}: ${bought} bought.`;
  }
  const taken = pool.seats.taken(persons).valueOn(today);
  const rest = taken > bought ? `${taken - bought} short` : `${bought - taken} free`;
  const holders = [...pool.seats.holders].filter(each => pool.seats.takesOn(each, today, persons)).slice(0, mostHolders).map(({ name, email, login, device }) => (name ?? email ?? login ?? device)?.value ?? '');
  const more = taken > mostHolders ? ` and ${taken - mostHolders} more` : '';
  return `${pool.type.name}: ${bought} bought, ${taken} assigned today, ${rest}.${taken > 0 ? ` Held by ${holders.join(', ')}${more}.` : ''}`;
}

/** How many who hold seats are named. */
const mostHolders = 10;

/** @param who an address or login, or an entry of the person */
function tellPerson(who: string | Entry, { subjects, today }: Spot): string[] {
  const { persons } = subjects;
  const person = typeof who === 'string' ? persons.named(who)
    : who.entryKind === 'assignment' && !isGiven(who, 'device') ? persons.of(who) : undefined;
  if (!person) {
    return [];
  }
  const sound = person.assignments.filter(each => subjects.isSound(each)).sort(byAssigned);
  const rows = sound.map(each => {
    const holding = subjects.holdingOf(each);
    const type = (holding instanceof Pool ? holding.type : subjects.typeOf(each))?.name ?? 'unknown license';
    const days = `${formatDay(each.assigned!.value)} – ${each.ended ? formatDay(each.ended.value) : isRunning(each, today) ? 'today' : ''}`.trimEnd();
    return `${days}: ${type}${each.purchase ? `, ${each.purchase.value}` : ''}`;
  });
  const covered = person.isCovered('standard', today) ? 'Covered today by a CAL of their own.'
    : person.needsNoCal(today) ? 'Needs no CAL of their own today, as recorded under `noCal`.'
      : person.mayBeCovered('standard', today) ? "An assignment can't be read, so it isn't known whether this person is covered." : 'No CAL of their own covers them today.';
  return [covered, ...rows];
}

/** The key at a position, outside comments and of values that are read elsewhere. */
function keyHover({ segment, offset, entry }: Spot, schema: RegisterSchema): Hover | undefined {
  const lineStart = segment.text.lastIndexOf('\n', offset - 1) + 1;
  const [line] = segment.text.slice(lineStart).split(/\r?\n/, 1) as [string];
  for (const { 0: text, index } of line.matchAll(/[A-Za-z]+(?=\s*:(?:\s|$))/g)) {
    const start = lineStart + index;
    const before = line.slice(0, index);
    if (start <= offset && offset <= start + text.length && !/(?:^|\s)#/.test(before) && /(?:^|[\s{,-])$/.test(before)) {
      const description = describe(text, before, segment.kind === 'item' ? entry?.entryKind : segment.section?.key ?? rootKeyOf(segment.text), entry, schema);
      return description && { start, end: start + text.length, paragraphs: tellKey(description) };
    }
  }
  return undefined;
}

function rootKeyOf(text: string): string | undefined {
  return /^([A-Za-z]+)\s*:/m.exec(text)?.[1];
}

function describe(key: string, before: string, parent: string | undefined, entry: Entry | undefined, schema: RegisterSchema): KeyDescription | undefined {
  if (before === '' && !entry) {
    return describeKey(schema, key);
  }
  const owner = entry?.entryKind ?? parent;
  return owner === undefined ? undefined
    : describeKey(schema, key, owner) ?? (Object.hasOwn(termFields, key) ? describeKey(schema, key, 'term') : undefined);
}
