import type { Fault } from './fault';
import { entryFields, type EntryKind } from './fields';
import * as validators from './generated/validate.mjs';
import type { EntryOf, Leaf } from './model';
import { headOf, isBlank, type Node } from './node';
import { readMapping } from './read-mapping';
import { schemaFaults, type MappingKind } from './schema';
import type { Segment } from './segment';

export interface EntryReading<Kind extends EntryKind> {
  /** Undefined where there is nothing, or no mapping. */
  readonly entry: EntryOf<Kind> | undefined;
  readonly faults: readonly Fault[];
}

const none: readonly never[] = [];

const kinds: Readonly<Record<EntryKind, MappingKind>> = {
  purchase: { name: 'purchase', fields: entryFields.purchase, alternatives: none },
  server: { name: 'server', fields: entryFields.server, alternatives: none },
  device: { name: 'device', fields: entryFields.device, alternatives: none },
  mailbox: { name: 'mailbox', fields: entryFields.mailbox, alternatives: none },
  noCal: { name: '`noCal` entry', fields: entryFields.noCal, alternatives: ['email', 'login'] },
  assignment: { name: 'assignment', fields: entryFields.assignment, alternatives: ['email', 'login', 'device'] },
};

/**
 * Reads one entry: typed values with their places, and what is wrong with it on its own.
 * A value that can't be used is a fault and is absent from the entry, never an exception.
 * @param damaged whether part of the entry isn't YAML: then a missing key isn't missed
 */
export function readEntry<Kind extends EntryKind>(kind: Kind, node: Node, segment: Segment, damaged: boolean): EntryReading<Kind> {
  if (node.kind !== 'map') {
    return { entry: undefined, faults: isBlank(node) || damaged ? none : [notAMapping(kind, node)] };
  }
  const { values, view, unusable, faults } = readMapping(node, kinds[kind].fields, segment);
  const validate = validators[kind];
  if (!validate(view)) {
    faults.push(...schemaFaults(validate.errors ?? none, node, kinds[kind]).filter(fault => !damaged || fault.rule !== 'required-field'));
  }
  const { start, end } = node.pairs[0]?.key ?? node;
  const head = { segment, start, end };
  const named = values as Partial<Record<string, Leaf<string>>>;
  const entry = {
    ...values,
    entryKind: kind,
    segment,
    start: node.start,
    head,
    face: named.name ?? named.id ?? named.email ?? named.login ?? named.device ?? head,
    unusable,
    damaged,
  };
  return { entry: entry as unknown as EntryOf<Kind>, faults };
}

function notAMapping(kind: EntryKind, node: Node): Fault {
  const { start, end } = headOf(node);
  return { rule: 'wrong-type', expected: 'mapping', found: node.kind === 'seq' ? 'list' : 'value', what: kinds[kind].name, start, end };
}
