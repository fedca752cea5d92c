import { entryFields, type EntryKind } from '../register/fields';
import type { Entry } from '../register/model';
import type { ReportedFix } from './context';
import { mappingWithKeyAt, writeKeys, type NewPair } from './mapping-text';
import { choice, placeholder } from './snippet';

/** Adds keys to an entry. @param title what that says of the entry */
export function addKeys(entry: Entry, pairs: readonly NewPair[], title: string, isSnippet = false): ReportedFix[] {
  const { segment, head, entryKind } = entry;
  const mapping = mappingWithKeyAt(segment, head.start);
  const edits = mapping && writeKeys(segment, mapping, pairs, Object.keys(entryFields[entryKind]), isSnippet);
  return edits ? [{ title, edits, safe: false }] : [];
}

/** Adds keys whose values the admin fills in. */
export function addBlanks(entry: Entry, keys: readonly string[], title = `Add ${keys.map(key => `\`${key}\``).join(' and ')}`): ReportedFix[] {
  return addKeys(entry, keys.map((key, index) => [key, blankFor(entry.entryKind, key, index + 1)]), title, true);
}

/** What is shown where a value is to be filled in. */
export function blankFor(kind: EntryKind | undefined, key: string, number: number): string {
  const field = kind && (entryFields[kind] as Readonly<Record<string, { readonly kind: string; readonly words?: ReadonlyMap<string, string | number> }>>)[key];
  if (field?.words) {
    return choice(number, [...new Set(field.words.values())]);
  }
  const isDay = field ? field.kind === 'day' : key === 'from' || key === 'until';
  return placeholder(number, isDay ? 'YYYY-MM-DD' : key === 'name' && kind === 'assignment' ? 'First and last name' : hints[key] ?? key);
}

const hints: Readonly<Record<string, string>> = {
  email: 'address',
  login: 'DOMAIN\\user',
  type: 'license as on the invoice',
  purchase: 'document or order number',
  document: 'where the invoice is kept',
  quantity: 'number of seats',
  license: 'purchase of the server license',
};
