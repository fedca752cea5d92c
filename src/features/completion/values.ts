import { formatDay, type Day } from '../../core/calendar';
import { isSectionKey, sectionKinds, type EntryKind } from '../../core/register/fields';
import { endReasons, noCalReasons } from '../reasons';
import { nodeAt, type RegisterSchema } from '../schema-keys';
import { mostOffers, type Found, type Known } from './known';
import { typeOffers } from './license-types';
import type { Offer } from './offer';
import { personOffers } from './people';
import { forSeat, forServer, purchaseIdOffers, purchaseOffers } from './purchases';
import { wordOffers } from './words';

/** A single value that is being written. */
export interface ValueRequest {
  /** The keys that lead to it, `-` for an item of a list. */
  readonly path: readonly string[];
  /** The single values that stand beside it, by their keys. */
  readonly siblings: ReadonlyMap<string, string>;
  readonly known: Known;
  readonly schema: RegisterSchema;
  readonly today: Day;
  /** What was typed, in lower case. */
  readonly words: readonly string[];
  /** Whether another extension offers what the schema lists. */
  readonly leavesSchema: boolean;
}

/** What can stand as a value, the likeliest first. */
export function valueOffers(request: ValueRequest): Found<Offer> {
  const { path, schema, today, leavesSchema } = request;
  const node = nodeAt(schema, path);
  if (!node) {
    return all([]);
  }
  if (node.format === 'date') {
    return all([{ text: formatDay(today), kind: 'day', detail: 'today', alias: 'today' }]);
  }
  const { items, isCut } = registerOffers(request);
  if (items.length === 0) {
    return all(leavesSchema ? [] : wordOffers(node, meaningsAt(path)));
  }
  const listed = new Set(leavesSchema ? node.examples : []);
  return { items: items.filter(({ text }) => !listed.has(text)), isCut };
}

function meaningsAt(path: readonly string[]): Readonly<Record<string, string>> | undefined {
  const kind = path.at(-1) === 'reason' ? entryKindOf(path) : undefined;
  return kind === 'assignment' ? endReasons : kind === 'noCal' ? noCalReasons : undefined;
}

function all(items: readonly Offer[]): Found<Offer> {
  return { items, isCut: false };
}

/** What the register itself knows for a value. */
function registerOffers({ path, siblings, known, words }: ValueRequest): Found<Offer> {
  const kind = entryKindOf(path);
  const key = path.findLast(step => step !== '-')!;
  const type = siblings.get('type');
  const hint = Object.fromEntries(['name', 'email', 'login'].map(each => [each, siblings.get(each)]));
  switch (kind ? `${kind}.${key}` : path.slice(0, 2).join('.')) {
    case 'purchase.type': return all(typeOffers({ known, use: 'any' }));
    case 'purchase.id': return few(purchaseIdOffers(known), words);
    case 'server.license': return few(purchaseOffers(known, forServer), words);
    case 'assignment.type': return all(typeOffers({ known, use: 'held', purchase: siblings.get('purchase') }));
    case 'assignment.purchase': return few(purchaseOffers(known, forSeat(type === undefined ? undefined : known.typeOf(type))), words);
    case 'assignment.name': return personOffers(known, { by: 'name', hint, words });
    case 'assignment.email': case 'mailbox.email': case 'noCal.email': return personOffers(known, { by: 'email', hint, words });
    case 'assignment.login': case 'mailbox.login': case 'noCal.login': return personOffers(known, { by: 'login', hint, words });
    case 'assignment.temporaryFor': case 'noCal.of': case 'device.users': case 'mailbox.delegates': return personOffers(known, { by: 'account', hint: {}, words });
    case 'assignment.device': case 'device.name': return few(known.devices.map(text => ({ text, kind: 'device' })), words);
    case 'settings.typeNames': return all(typeOffers({ known, use: 'any' }));
    case 'settings.equivalents': return all(key === 'type' ? typeOffers({ known, use: 'plan' }) : []);
    default: return all([]);
  }
}

/** Of many offers those that have what was typed in them. */
function few(offers: readonly Offer[], words: readonly string[]): Found<Offer> {
  if (offers.length <= mostOffers) {
    return all(offers);
  }
  const found = offers.filter(({ text, alias = '' }) => {
    const names = `${text} ${alias}`.toLowerCase();
    return words.every(word => names.includes(word));
  });
  return { items: found.slice(0, mostOffers), isCut: found.length > mostOffers };
}

/** The kind of entry in which a path leads to a value; undefined for a value of the register itself. */
export function entryKindOf([section = '']: readonly string[]): EntryKind | undefined {
  return section === '-' ? 'assignment' : isSectionKey(section) ? sectionKinds[section] : undefined;
}
