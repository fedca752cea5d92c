import type { Field } from '../register/fields';
import type { Span } from '../text/text';

/** What YAML knows as a single value. */
export type ScalarValue = string | number | boolean | null;

/** The key that merges other mappings into its own: YAML 1.1 knows it and 1.2 doesn't, but many programs still do. */
export const mergeKey = '<<';

/** A single value. */
export interface ScalarNode extends Span {
  readonly kind: 'scalar';
  /** The value as YAML 1.2 reads it. */
  readonly value: ScalarValue;
  /** The text behind the value: `0147` where the value is 147. */
  readonly source: string;
  readonly style: 'plain' | 'single' | 'double' | 'block';
}

/** A key with its value; a key with nothing behind it has a plain empty scalar as value. */
export interface Pair {
  /** A key that is itself a list or a mapping stands here as a scalar with its text as source. */
  readonly key: ScalarNode;
  readonly value: Node;
}

/** Keys with their values, in order. */
export interface MapNode extends Span {
  readonly kind: 'map';
  readonly pairs: readonly Pair[];
}

/** Items of a list, in order. */
export interface SeqNode extends Span {
  readonly kind: 'seq';
  readonly items: readonly Node[];
}

/** What YAML is made of. */
export type Node = ScalarNode | MapNode | SeqNode;

/** What a node is, in the words of findings. */
export type Form = 'value' | 'list' | 'mapping';

const forms = { scalar: 'value', seq: 'list', map: 'mapping' } as const satisfies Record<Node['kind'], Form>;

/** In which form something is written. */
export function formOf({ kind }: Node): Form {
  return forms[kind];
}

/** The smallest stretch that stands for a node: a scalar itself, of a list or mapping what comes first in it. */
export function headOf(node: Node): Span {
  if (node.kind === 'map' && node.pairs[0]) {
    return node.pairs[0].key;
  }
  if (node.kind === 'seq' && node.items[0]) {
    return headOf(node.items[0]);
  }
  return node;
}

/** Whether nothing was written: an empty or blank text, plain `~` or `null` included. */
export function isBlank(node: Node): boolean {
  return node.kind === 'scalar' && (node.value === null || (typeof node.value === 'string' && node.value.trim() === ''));
}

/** How YAML takes a plain text that is no text to it: 1.2 by its own reading, booleans of YAML 1.1 too. */
export function readAsOther({ value, source, style }: ScalarNode): 'number' | 'boolean' | 'null' | undefined {
  if (style !== 'plain' || source === '') {
    return undefined;
  }
  if (typeof value === 'number') {
    return 'number';
  }
  if (value === null) {
    return 'null';
  }
  return typeof value === 'boolean' || /^(?:y|n|yes|no|on|off)$/i.test(source) ? 'boolean' : undefined;
}

/**
 * A mapping as programs have it that read YAML by its core schema, what is merged into it included.
 * @param fields by which it is read: their lists lack here what they lack there
 */
export function plainOf(node: MapNode, fields: Readonly<Record<string, Field>> = {}): Readonly<Record<string, unknown>> {
  const merged = node.pairs.filter(isMerge).flatMap(({ value }) => value.kind === 'seq' ? value.items : [value]);
  return Object.fromEntries([
    ...merged.reverse().flatMap(each => each.kind === 'map' ? Object.entries(plainOf(each)) : []),
    ...node.pairs.filter(pair => !isMerge(pair)).map(({ key, value }) => [key.source, plainValueOf(value, fields[key.source])] as const),
  ]);
}

function plainValueOf(node: Node, field?: Field): unknown {
  switch (node.kind) {
    case 'scalar': return node.value;
    case 'seq': return itemsOf(node, field).map(item => plainValueOf(item));
    case 'map': return plainOf(node);
  }
}

function isMerge({ key: { source, style } }: Pair): boolean {
  return source === mergeKey && style === 'plain';
}

/** All single values in a node, keys too. */
export function scalarsIn(node: Node | undefined): ScalarNode[] {
  switch (node?.kind) {
    case 'scalar': return [node];
    case 'seq': return node.items.flatMap(scalarsIn);
    case 'map': return node.pairs.flatMap(({ key, value }) => [key, ...scalarsIn(value)]);
    default: return [];
  }
}

const pairsByKey = new WeakMap<MapNode, ReadonlyMap<string, Pair>>();

/** The pair with a key; of a large mapping too, at once. */
export function pairOf(node: MapNode, key: string): Pair | undefined {
  if (node.pairs.length < 32) {
    return node.pairs.find(pair => pair.key.source === key);
  }
  let pairs = pairsByKey.get(node);
  if (!pairs) {
    pairs = new Map(node.pairs.map(pair => [pair.key.source, pair]));
    pairsByKey.set(node, pairs);
  }
  return pairs.get(key);
}

/** The items of a list that its field reads: those that aren't blank, and of identifiers all, since `~` or what a `#` hides may be one. */
export function itemsOf(list: SeqNode, field: Field | undefined): readonly Node[] {
  return field?.kind === 'identifiers' ? list.items : list.items.filter(item => !isBlank(item));
}
