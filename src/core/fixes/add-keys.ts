import { entryFields, type EntryKind, type Field } from '../register/fields';
import type { Entry } from '../register/model';
import type { ReportedFix } from './context';
import { mappingWithKeyAt, writeKeys, type NewPair } from './mapping-text';
import { dayHint, hints } from './hints';
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

/** The place where a value is to be filled in, as part of a snippet. */
export function blankFor(kind: EntryKind | undefined, key: string, number: number): string {
  const words = kind && fieldOf(kind, key)?.words;
  return words ? choice(number, [...new Set(words.values())]) : placeholder(number, hintFor(kind, key));
}

/** What a place to fill in shows, of a key of an entry or of something in it. */
export function hintFor(kind: EntryKind | undefined, key: string): string {
  const field = kind && fieldOf(kind, key);
  const isDay = field ? field.kind === 'day' : key === 'from' || key === 'until';
  if (isDay) {
    return dayHint;
  }
  return key === 'name' && kind === 'assignment' ? 'First and last name' : hints[key] ?? key;
}

function fieldOf(kind: EntryKind, key: string): Field | undefined {
  const fields: Readonly<Record<string, Field>> = entryFields[kind];
  return fields[key];
}
