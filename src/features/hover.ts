import { entryFields, sectionKinds, termFields, type Field } from '../core/register/fields';
import type { Entry, Leaf } from '../core/register/model';
import { readLicenseType } from '../core/register/settings';
import type { Spot } from '../core/spot';
import type { Span } from '../core/text/text';
import { cursorAt } from './cursor';
import { tellDay, tellEnd } from './hover/day';
import { tellDevice } from './hover/device';
import { tellType } from './hover/license-type';
import { tellPerson } from './hover/person';
import { forHolders, forServers, tellPurchase } from './hover/purchase';
import { tellServer } from './hover/server';
import { placeIn } from './place';
import { nodeAt, tellKey, type RegisterSchema } from './schema-keys';

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
    const told = tellOf(value, spot);
    const paragraphs = told.length > 0 || !schema ? told : tellWords(value, schema);
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
  if (key === 'id') {
    return tellPurchase(value, spot);
  }
  if (key === 'purchase' || key === 'license') {
    return tellPurchase(value, spot, key === 'license' ? forServers : forHolders);
  }
  if (entry.entryKind === 'server') {
    return key === 'name' || key === 'version' || key === 'edition' ? tellServer(entry, spot) : [];
  }
  if (key === 'device' || (key === 'name' && entry.entryKind === 'device')) {
    return tellDevice(value, spot);
  }
  return field.kind === 'identifier' || field.kind === 'identifiers' ? tellPerson(key === 'name' ? entry : value, spot) : [];
}

/** What the words mean of which a value is one: the schema says it of their key. */
function tellWords({ key, field, entry }: ValueAt, schema: RegisterSchema): string[] {
  const section = Object.entries(sectionKinds).find(([, kind]) => kind === entry.entryKind)![0];
  const described = field.words && nodeAt(schema, [section, '-', key]);
  return described ? tellKey(field.kind === 'words' ? nodeAt(schema, [section, '-', key, '-'])! : described) : [];
}

/** The key at a position, where it stands as one. */
function keyHover({ segment, offset }: Spot, schema: RegisterSchema): Hover | undefined {
  const place = placeIn(segment, offset);
  const cursor = cursorAt(place.text, place.offset, place.around);
  if (cursor?.at !== 'key' || !cursor.hasColon) {
    return undefined;
  }
  const { level, token } = cursor;
  const described = nodeAt(schema, [...level.path, place.text.slice(token.start, token.end).replace(/^(["'])(.*)\1$/, '$2')]);
  const start = offset - place.offset;
  return described && { start: start + token.start, end: start + token.end, paragraphs: tellKey(described) };
}
