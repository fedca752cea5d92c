import { isSectionKey } from '../../core/register/fields';
import { dayHint } from '../../core/fixes/hints';
import { placeholder } from '../../core/fixes/snippet';
import { missingKeys, nodeAt, tellKey, type RegisterSchema, type SchemaNode } from '../schema-keys';
import type { Completion } from './completion';
import { firstEntryOf, type LinesSnippet } from './entries';
import type { Known } from './known';
import { linesIn, type Slot } from './slot';

/** A mapping whose next key is being written. */
export interface KeyRequest {
  readonly slot: Slot;
  /** The keys that lead to the mapping. */
  readonly path: readonly string[];
  /** What it has besides. */
  readonly present: ReadonlySet<string>;
  /** Whether a colon stands behind the key already: then the key alone is written. */
  readonly hasColon: boolean;
  readonly schema: RegisterSchema;
  readonly known: Known;
  /** By how much what stands under a key is indented. */
  readonly indentation: number;
  readonly lineEnd: string;
}

/** The keys that a mapping doesn't have yet, those that it must have first, as the schema lists them. */
export function completeKeys(request: KeyRequest): Completion[] {
  const { path, present, schema, slot } = request;
  const node = nodeAt(schema, path);
  if (!node?.properties) {
    return [];
  }
  const missing = missingKeys(node, present);
  const left = Object.keys(node.properties).filter(key => !present.has(key));
  return [...left.filter(key => missing.includes(key)), ...left.filter(key => !missing.includes(key))].map(key => {
    const value = nodeAt(schema, [...path, key])!;
    const written = request.hasColon ? { lines: [key] } : textOf(key, value, request);
    return {
      label: key,
      kind: 'key',
      ...(missing.includes(key) ? { detail: 'required' } : {}),
      documentation: tellKey(value),
      replaced: slot.replaced,
      newText: linesIn(slot, written.lines, request.lineEnd)!,
      isSnippet: 'isSnippet' in written && written.isSnippet,
      filterText: slot.quote + key,
      suggestsNext: !request.hasColon && hasOffers(key, value, request.known),
    };
  });
}

interface Written {
  readonly lines: readonly string[];
  readonly isSnippet?: boolean;
}

/** A key with what stands behind it before its value is known. */
function textOf(key: string, value: SchemaNode, { path, slot, schema, indentation }: KeyRequest): Written {
  const indent = ' '.repeat(indentation);
  const isBlock = slot.column !== undefined;
  if (allows(value, 'object')) {
    const required = requiredPairs([...path, key], schema);
    const pairs = required.length > 0 ? required : ['$1'];
    return { lines: isBlock ? [`${key}:`, ...pairs.map(line => indent + line)] : [`${key}: { ${pairs.join(', ')} }`], isSnippet: true };
  }
  if (allows(value, 'array')) {
    if (!isBlock) {
      return { lines: [`${key}: [$1]`], isSnippet: true };
    }
    const first = path.length === 0 && isSectionKey(key) ? firstEntryOf(key) : ['- $1'];
    return { lines: [`${key}:`, ...first.map(line => indent + line)], isSnippet: true };
  }
  return { lines: [`${key}: `] };
}

/** Whether something is sure to be offered as a value, so that asking for it doesn't come to nothing. People are mostly new. */
function hasOffers(key: string, value: SchemaNode, known: Known): boolean {
  const { enum: words, format } = value.items ?? value;
  return words !== undefined || format === 'date' || allows(value, 'boolean') || key === 'type'
    || ((key === 'purchase' || key === 'license') && known.purchases.length > 0);
}

/** Whether a value may be of a JSON type. */
export function allows({ type }: SchemaNode, name: string): boolean {
  return type === name || (Array.isArray(type) && type.includes(name));
}

/** A mapping with the keys that it must have, in braces; undefined where it needs none. */
export function braced(path: readonly string[], schema: RegisterSchema): LinesSnippet | undefined {
  const node = nodeAt(schema, path)!;
  const pairs = requiredPairs(path, schema);
  return pairs.length === 0 ? undefined : { label: `{ ${missingKeys(node, new Set()).join(', ')} }`, detail: node.description, lines: [`{ ${pairs.join(', ')} }`] };
}

function requiredPairs(path: readonly string[], schema: RegisterSchema): string[] {
  return missingKeys(nodeAt(schema, path)!, new Set()).map((key, index) => {
    const node = nodeAt(schema, [...path, key])!;
    const blank = placeholder(index + 1, node.format === 'date' ? dayHint : key);
    return `${key}: ${allows(node, 'array') ? `[${blank}]` : blank}`;
  });
}
