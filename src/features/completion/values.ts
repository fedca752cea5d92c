import { formatDay, type Day } from '../../core/calendar';
import { isSectionKey, sectionKinds, type EntryKind } from '../../core/fields';
import { nodeAt, type RegisterSchema } from '../schema-keys';
import type { Known } from './known';
import { typeOffers } from './license-types';
import type { Offer } from './offer';
import { deviceOffers, personOffers, type PersonKey } from './people';
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
  /** Whether another extension offers what the schema lists. */
  readonly leavesSchema: boolean;
}

/** What can stand as a value, the likeliest first. */
export function valueOffers(request: ValueRequest): Offer[] {
  const { path, schema, today, leavesSchema } = request;
  const node = nodeAt(schema, path);
  if (!node) {
    return [];
  }
  if (node.format === 'date') {
    return [{ text: formatDay(today), kind: 'day', detail: 'today', alias: 'today' }];
  }
  const offers = registerOffers(request);
  if (offers.length === 0) {
    return leavesSchema ? [] : wordOffers(node);
  }
  const listed = new Set(leavesSchema ? node.examples : []);
  return offers.filter(({ text }) => !listed.has(text));
}

/** What the register itself knows for a value. */
function registerOffers({ path, siblings, known }: ValueRequest): Offer[] {
  const kind = entryKindOf(path);
  const key = path.findLast(step => step !== '-')!;
  const type = siblings.get('type');
  const people = (by: PersonKey) => personOffers(known, by, Object.fromEntries(['name', 'email', 'login'].map(each => [each, siblings.get(each) ?? ''])));
  switch (kind ? `${kind}.${key}` : path.slice(0, 2).join('.')) {
    case 'purchase.type': return typeOffers({ known, use: 'any' });
    case 'purchase.id': return purchaseIdOffers(known);
    case 'server.license': return purchaseOffers(known, forServer);
    case 'assignment.type': return typeOffers({ known, use: 'held', purchase: siblings.get('purchase') });
    case 'assignment.purchase': return purchaseOffers(known, forSeat(type === undefined ? undefined : known.typeOf(type)));
    case 'assignment.name': return people('name');
    case 'assignment.email': case 'mailbox.email': case 'noCal.email': return people('email');
    case 'assignment.login': case 'mailbox.login': case 'noCal.login': return people('login');
    case 'assignment.temporaryFor': case 'noCal.of': case 'device.users': case 'mailbox.delegates': return personOffers(known, 'account');
    case 'assignment.device': case 'device.name': return deviceOffers(known);
    case 'settings.typeNames': return typeOffers({ known, use: 'any' });
    case 'settings.equivalents': return key === 'type' ? typeOffers({ known, use: 'plan' }) : [];
    default: return [];
  }
}

/** The kind of entry in which a path leads to a value; undefined for a value of the register itself. */
export function entryKindOf([section = '']: readonly string[]): EntryKind | undefined {
  return section === '-' ? 'assignment' : isSectionKey(section) ? sectionKinds[section] : undefined;
}
