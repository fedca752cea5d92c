import { isBlank, pairOf, type MapNode, type Node, type Pair } from '../reading/node';
import { placeIn } from '../rule';
import { readYaml } from '../reading/read-yaml';
import { scanEntry } from '../reading/scan-entry';
import type { Segment } from '../document/segment';
import type { Span } from '../text/text';
import type { ReportedEdit } from './context';
import { lineEndOf } from './yaml-text';
import { endOfLine, startOfLine } from '../text/lines';

const roots = new WeakMap<Segment, { readonly root: Node | undefined }>();

/** The YAML of a segment. */
export function contentOf(segment: Segment): Node | undefined {
  let content = roots.get(segment);
  if (!content) {
    content = { root: (segment.kind === 'item' ? scanEntry(segment.text) : undefined) ?? readYaml(segment.text).root };
    roots.set(segment, content);
  }
  return content.root;
}

/** The innermost mapping with a key that starts at an offset; undefined where an alias brings it in. */
export function mappingWithKeyAt(segment: Segment, offset: number): MapNode | undefined {
  let node = contentOf(segment);
  while (node && node.kind !== 'scalar') {
    if (node.kind === 'map' && node.pairs.some(({ key }) => key.start === offset) && segment.text[offset] !== '*') {
      return node;
    }
    const children: readonly Node[] = node.kind === 'seq' ? node.items : node.pairs.map(({ value }) => value);
    node = children.find(({ start, end }) => start <= offset && offset <= end);
  }
  return undefined;
}

/** Whether a mapping is written in braces. */
export function isFlow(segment: Segment, { start }: Span): boolean {
  return segment.text[start] === '{' || segment.text[start] === '[';
}

/** The blanks before the keys of a mapping that has a line for each; undefined where it isn't written so. */
export function indentationOf(segment: Segment, mapping: MapNode): string | undefined {
  const [first] = mapping.pairs;
  if (!first || isFlow(segment, mapping)) {
    return undefined;
  }
  const before = segment.text.slice(startOfLine(segment.text, first.key.start), first.key.start);
  return /^[ \t-]*$/.test(before) ? before.replaceAll('-', ' ') : undefined;
}

/** A key with the text of its value as it is to be written, on one line. */
export type NewPair = readonly [key: string, value: string];

/**
 * Writes keys into a mapping, where `order` has them: one without a value gets it, others come behind those that
 * stand before them in that order. Keys that have a value are left alone.
 * @returns undefined where the mapping's form leaves no place for them
 */
export function writeKeys(segment: Segment, mapping: MapNode, pairs: readonly NewPair[], order: readonly string[], isSnippet = false): ReportedEdit[] | undefined {
  const edits: ReportedEdit[] = [];
  const added: NewPair[] = [];
  for (const [key, value] of pairs) {
    const pair = pairOf(mapping, key);
    if (!pair) {
      added.push([key, value]);
    } else if (isBlank(pair.value)) {
      edits.push({ ...fillIn(segment, pair, value), isSnippet });
    }
  }
  if (added.length > 0) {
    const edit = insertPairs(segment, mapping, added, order);
    if (!edit) {
      return undefined;
    }
    edits.push({ ...edit, isSnippet });
  }
  return edits;
}

function fillIn(segment: Segment, { key, value }: Pair, text: string): ReportedEdit {
  if (value.kind === 'scalar' && value.end > value.start && value.start > key.end) {
    return { at: placeIn(segment, value), newText: text };
  }
  const colon = /^[ \t]*:/.exec(segment.text.slice(key.end));
  const at = key.end + (colon?.[0].length ?? 0);
  return { at: placeIn(segment, { start: at, end: at }), newText: `${colon ? '' : ':'} ${text}` };
}

function insertPairs(segment: Segment, mapping: MapNode, pairs: readonly NewPair[], order: readonly string[]): ReportedEdit | undefined {
  const written = pairs.map(([key, value]) => `${key}: ${value}`);
  const rank = order.indexOf(pairs[0]![0]);
  const lastBefore = mapping.pairs.findLast(({ key }) => order.indexOf(key.source) < rank && order.includes(key.source));
  const before = rank < 0 ? mapping.pairs.at(-1) : lastBefore;
  if (isFlow(segment, mapping)) {
    return insertInBraces(segment, mapping, before, written.join(', '));
  }
  const indentation = indentationOf(segment, mapping);
  if (indentation === undefined) {
    return undefined;
  }
  const lineEnd = lineEndOf(segment);
  if (!before) {
    const { start } = mapping.pairs[0]!.key;
    return { at: placeIn(segment, { start, end: start }), newText: written.map(each => each + lineEnd + indentation).join('') };
  }
  return insertLines(segment, endOfPair(before), written.map(each => indentation + each));
}

function insertInBraces(segment: Segment, { start, pairs }: MapNode, before: Pair | undefined, written: string): ReportedEdit {
  if (before) {
    const end = endOfPair(before);
    return { at: placeIn(segment, { start: end, end }), newText: `, ${written}` };
  }
  const first = start + 1;
  return { at: placeIn(segment, { start: first, end: first }), newText: pairs.length === 0 ? ` ${written} ` : ` ${written},` };
}

/** Inserts lines behind the one on which an offset lies. */
export function insertLines(segment: Segment, offset: number, lines: readonly string[]): ReportedEdit {
  const { text } = segment;
  const lineEnd = lineEndOf(segment);
  if (offset > 0 && text[offset - 1] === '\n') {
    return { at: placeIn(segment, { start: offset, end: offset }), newText: lines.map(line => line + lineEnd).join('') };
  }
  const at = endOfLine(text, offset);
  return { at: placeIn(segment, { start: at, end: at }), newText: lines.map(line => lineEnd + line).join('') };
}

/** Where a key ends with its value, comments behind it left out. */
export function endOfPair({ key, value }: Pair): number {
  return Math.max(key.end, value.end);
}
