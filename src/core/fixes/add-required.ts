import type { FaultOf } from '../reading/fault';
import { entryFields, type EntryKind } from '../register/fields';
import type { Segment } from '../document/segment';
import { blankFor } from './add-keys';
import type { ReportedFix } from './context';
import { mappingWithKeyAt, writeKeys } from './mapping-text';

/** Adds a key that is required, for the admin to fill in; of several that would do, each is offered. */
export function addRequired(segment: Segment, { keys, of, start }: FaultOf<'required-field'>): ReportedFix[] {
  const mapping = mappingWithKeyAt(segment, start);
  const kind = kindOf(of.text);
  return keys.flatMap(key => {
    const edits = mapping && writeKeys(segment, mapping, [[key, blankFor(kind, key, 1)]], kind ? Object.keys(entryFields[kind]) : ['from', 'until'], true);
    return edits ? [{ title: `Add \`${key}\``, edits, safe: false }] : [];
  });
}

/** The kind of entry that a sentence is about; undefined for a term. */
function kindOf(name: string): EntryKind | undefined {
  const kind = name === '`noCal` entry' ? 'noCal' : name;
  return kind in entryFields ? kind as EntryKind : undefined;
}
