import type { Fault } from './fault';
import { entryFields, termFields, type Field } from '../register/fields';
import type { SchemaError, Validator } from '../generated/validate.mjs';
import { formOf, headOf, itemsOf, pairOf, plainOf, type Form, type MapNode, type Node, type Pair } from './node';
import { keyNamed, say, type Sentence } from '../text/sentence';
import type { Span } from '../text/text';

/** What the sentences and conditions about a mapping depend on. */
export interface MappingKind {
  /** What it is called in a sentence. */
  readonly name: Sentence;
  readonly fields: Readonly<Record<string, Field>>;
  /** Keys of which any one is enough. */
  readonly alternatives: readonly string[];
}

const none: readonly never[] = [];

/**
 * Turns what a validator's latest call found in a mapping into faults at their exact places, each missing or wrong thing once.
 * @param node the mapping of which what was read has been validated
 */
export function schemaFaults(validate: Validator, node: MapNode, kind: MappingKind): Fault[] {
  const errors = validate.errors ?? none;
  const told = new Set(validate(plainOf(node, kind.fields)) ? none : validate.errors?.map(pointerOf));
  const faults = new Map<string, Fault>();
  for (const error of errors) {
    const path = error.instancePath.split('/').slice(1).map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    const fault = faultOf(error, path, node, kind);
    const key = fault && `${fault.rule} ${fault.start} ${'keys' in fault ? fault.keys[0] : 'key' in fault ? fault.key : ''}`;
    if (key !== undefined && !faults.has(key)) {
      faults.set(key, isTold(error, told, kind) && fault!.rule !== 'cal-key' ? { ...fault!, bySchema: true } : fault!);
    }
  }
  return [...faults.values()];
}

/** Where the value is, or would be, of which an error speaks. */
function pointerOf(error: SchemaError): string {
  switch (error.keyword) {
    case 'required': return `${error.instancePath}/${error.params.missingProperty}`;
    case 'additionalProperties': return `${error.instancePath}/${error.params.additionalProperty}`;
    default: return error.instancePath;
  }
}

/** Whether an error is one of those that are told, too; where one of a few keys is missing, of any of them. */
function isTold(error: SchemaError, told: ReadonlySet<string>, { alternatives }: MappingKind): boolean {
  return told.has(pointerOf(error))
    || (error.keyword === 'required' && alternatives.includes(error.params.missingProperty) && alternatives.some(key => told.has(`/${key}`)));
}

function faultOf(error: SchemaError, path: readonly string[], root: MapNode, kind: MappingKind): Fault | undefined {
  const found = follow(root, path, kind.fields);
  if (!found) {
    return undefined;
  }
  const { node, at } = found;
  const { fields } = kind;
  const name = path[0] ?? '';
  const inner = path.length > 0 ? fieldsWithin(fields[name]) : undefined;
  switch (error.keyword) {
    case 'required': {
      const head = headOf(node);
      const key = error.params.missingProperty;
      const keys = kind.alternatives.includes(key) ? kind.alternatives : [key];
      return node.kind === 'map' ? { rule: 'required-field', keys, of: inner ? say`${keyNamed(name)}` : kind.name, start: head.start, end: head.end } : undefined;
    }
    case 'additionalProperties': {
      const key = error.params.additionalProperty;
      const pair = node.kind === 'map' ? pairOf(node, key) : undefined;
      if (!pair) {
        return undefined;
      }
      const { start, end } = pair.key;
      const known = Object.keys(inner ?? fields);
      return key === 'key' && kind.fields === entryFields.assignment ? { rule: 'cal-key', start, end } : { rule: 'unknown-key', key, known, start, end };
    }
    default: {
      const key = path.findLast(step => !/^\d+$/.test(step)) ?? name;
      const field = inner?.[key] ?? fields[name];
      return field && valueFault(error, key, field, node, at, path.length > 1 && !inner);
    }
  }
}

function fieldsWithin(field: Field | undefined): Readonly<Record<string, Field>> | undefined {
  return field?.kind === 'term' || field?.kind === 'terms' ? termFields : field?.fields;
}

function valueFault(error: SchemaError, key: string, field: Field, node: Node, at: Span, isItem: boolean): Fault | undefined {
  const span = { start: at.start, end: at.end };
  const expected = isItem ? 'value' : expectedForm(field);
  const found = formOf(node);
  if (error.keyword === 'type' && expected !== found) {
    return { rule: 'wrong-type', expected, found, what: isItem ? say`item of ${keyNamed(key)}` : key, ...span };
  }
  if (node.kind !== 'scalar') {
    return undefined;
  }
  switch (field.kind) {
    case 'day':
      return { rule: 'date-invalid', key, value: node.source, ...span };
    case 'count':
      return { rule: 'quantity-invalid', key, value: node.source, quoted: node.style !== 'plain', ...span };
    case 'flag':
      return { rule: 'unknown-value', key, value: node.source, known: ['true', 'false'], ...span };
    case 'word':
    case 'words':
      return { rule: 'unknown-value', key, value: node.source, known: [...field.words!.values()].map(String), ...span };
    default:
      return undefined;
  }
}

/** Whether a key takes a single value, a list or a mapping; where one or a list of mappings may stand, a mapping. */
export function expectedForm(field: Field): Form {
  switch (field.kind) {
    case 'identifiers':
    case 'words':
    case 'list': return 'list';
    case 'term':
    case 'terms':
    case 'mapping': return 'mapping';
    default: return 'value';
  }
}

/** The node at a path, and its place: a value itself; of a list or mapping its key, or what comes first in it. */
function follow(root: MapNode, path: readonly string[], fields: Readonly<Record<string, Field>>): { node: Node; at: Span } | undefined {
  let node: Node | undefined = root;
  let at: Span = headOf(root);
  for (const step of path) {
    if (node?.kind === 'map') {
      const pair: Pair | undefined = pairOf(node, step);
      node = pair?.value;
      at = node?.kind === 'scalar' ? node : pair?.key ?? at;
    } else if (node?.kind === 'seq') {
      node = itemsOf(node, fields[path[0]!])[Number(step)];
      at = node ? headOf(node) : at;
    }
  }
  return node && { node, at };
}
