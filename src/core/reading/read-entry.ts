import { append } from '../collections/append';
import type { Fault } from './fault';
import { entryFields, type EntryKind } from '../register/fields';
import * as validators from '../generated/validate.mjs';
import type { EntryOf } from '../register/model';
import { headOf, isBlank, type Node } from './node';
import { misplaced, type Misplaced } from './misplaced';
import { readMapping } from './read-mapping';
import { schemaFaults, type MappingKind } from './schema';
import type { Segment } from '../document/segment';
import { say } from '../text/sentence';

/** An entry as far as it can be read, and what is wrong with how it is written. */
export interface EntryReading<Kind extends EntryKind> {
  /** Undefined where there is nothing, no mapping, or what isn't meant to be one of its kind. */
  readonly entry: EntryOf<Kind> | undefined;
  readonly faults: readonly Fault[];
  /** What is said in place of all else where the entry stands in a section that it isn't meant for. */
  readonly misplaced?: Misplaced | undefined;
}

const none: readonly never[] = [];

const kinds: Readonly<Record<EntryKind, MappingKind>> = {
  purchase: { name: say`purchase`, fields: entryFields.purchase, alternatives: none },
  server: { name: say`server`, fields: entryFields.server, alternatives: none },
  device: { name: say`device`, fields: entryFields.device, alternatives: none },
  mailbox: { name: say`mailbox`, fields: entryFields.mailbox, alternatives: none },
  noCal: { name: say`\`noCal\` entry`, fields: entryFields.noCal, alternatives: ['email', 'login'] },
  assignment: { name: say`assignment`, fields: entryFields.assignment, alternatives: ['email', 'login', 'device'] },
};

/** An entry of each kind without its values: from a copy, all entries of a kind have one shape. */
const blanks: Readonly<Record<string, Readonly<Record<string, unknown>>>> = Object.fromEntries(Object.entries(kinds).map(([entryKind, { fields }]) => [entryKind, {
  entryKind, licenseType: undefined,
  segment: undefined, start: undefined, end: undefined, head: undefined, face: undefined, unusable: undefined, damaged: undefined,
  ...Object.fromEntries(Object.keys(fields).map(key => [key, undefined])),
}]));

/**
 * Reads one entry: typed values with their places, and what is wrong with it on its own.
 * A value that can't be used is a fault and is absent from the entry, never an exception.
 * @param damaged whether part of the entry isn't YAML: then a missing key isn't missed
 */
export function readEntry<Kind extends EntryKind>(kind: Kind, node: Node, segment: Segment, damaged: boolean): EntryReading<Kind> {
  if (node.kind !== 'map') {
    return { entry: undefined, faults: isBlank(node) || damaged ? none : [notAMapping(kind, node)] };
  }
  const { fields } = kinds[kind];
  const entry: Record<string, unknown> = { ...blanks[kind] };
  const { view, unusable, faults } = readMapping(node, fields, segment, entry);
  const validate = validators[kind];
  if (!validate(view)) {
    const elsewhere = misplaced(kind, node);
    if (elsewhere) {
      return { entry: undefined, faults: none, misplaced: elsewhere };
    }
    append(faults, schemaFaults(validate, node, kinds[kind]).filter(fault => !damaged || fault.rule !== 'required-field'));
  }
  const { start, end } = node.pairs[0]?.key ?? node;
  entry.segment = segment;
  entry.start = node.start;
  entry.end = node.end;
  entry.head = { segment, start, end };
  entry.face = entry.name ?? entry.id ?? entry.email ?? entry.login ?? entry.device ?? entry.head;
  entry.unusable = unusable;
  entry.damaged = damaged;
  return { entry: entry as unknown as EntryOf<Kind>, faults };
}

function notAMapping(kind: EntryKind, node: Node): Fault {
  const { start, end } = headOf(node);
  return { rule: 'wrong-type', expected: 'mapping', found: node.kind === 'seq' ? 'list' : 'value', what: kinds[kind].name, bySchema: true, start, end };
}
