import { rootFields, type SectionKey } from '../fields';
import { isBlank, type MapNode, type Node } from '../node';
import { placeIn } from '../rule';
import type { Segment } from '../segment';
import type { FixContext, ReportedEdit, ReportedFix } from './context';
import { contentOf, endOfPair, insertLines, isFlow, type NewPair } from './mapping-text';
import { lineEndOf } from './yaml-text';

type Key = FixContext['keys'][number];

/** How the entries of a register are written: the blanks before their dash, and behind it. */
interface Style {
  readonly indent: string;
  readonly gap: string;
}

const usualStyle: Style = { indent: '  ', gap: ' ' };

/**
 * Adds an entry behind those of a section in the register's main file, in a section of its own where there is none.
 * @param pairs its keys with their values, parts of a snippet
 * @returns no fix where the register is a plain list, or the section is written in a form that leaves no place
 */
export function addEntry(title: string, section: SectionKey, pairs: readonly NewPair[], context: FixContext): ReportedFix[] {
  const { keys } = context;
  const [first] = keys;
  if (!first) {
    return [];
  }
  const { indent, gap } = styleOf(first.segment.slot!.chunk.list);
  const lines = pairs.map(([key, value], index) => `${indent}${index === 0 ? '-' : ' '}${gap}${key}: ${value}`);
  const given = keys.find(({ key }) => key.source === section);
  const edits = given ? addTo(given, lines) : beginSection(section, lines, keys);
  return edits ? [{ title, edits, safe: false }] : [];
}

function addTo(given: Key, lines: readonly string[]): ReportedEdit[] | undefined {
  const { segment, key, value } = given;
  if (given.hasItems) {
    const last = lastItemOf(given);
    return last && [asSnippet(insertLines(last.segment, last.end, lines))];
  }
  if (contentOf(segment)?.kind !== 'map' || isFlow(segment, contentOf(segment) as MapNode)) {
    return undefined;
  }
  const isEmptyList = value.kind === 'seq' && value.items.length === 0;
  if (!isEmptyList && !isBlank(value)) {
    return undefined;
  }
  const added = asSnippet(insertLines(segment, Math.max(key.end, value.end), lines));
  return value.end > value.start
    ? [{ at: placeIn(segment, { start: segment.text.indexOf(':', key.end) + 1, end: value.end }), newText: '' }, added]
    : [added];
}

function beginSection(section: SectionKey, lines: readonly string[], keys: readonly Key[]): ReportedEdit[] | undefined {
  const order = Object.keys(rootFields);
  const former = keys.findLast(({ key }) => order.indexOf(key.source) < order.indexOf(section) && order.includes(key.source));
  const [first] = keys;
  const root = contentOf(first!.segment);
  if (root?.kind !== 'map' || isFlow(first!.segment, root)) {
    return undefined;
  }
  const withKey = [`${section}:`, ...lines];
  if (!former) {
    const { start } = first!.key;
    return [asSnippet({ at: placeIn(first!.segment, { start, end: start }), newText: withKey.map(line => line + lineEndOf(first!.segment)).join('') })];
  }
  const last = former.hasItems ? lastItemOf(former) : { segment: former.segment, end: endOfPair(former) };
  // Where blank lines stand between sections, one does here too.
  const isApart = last && /^[^\n]*\r?\n[ \t]*\r?\n/.test(last.segment.text.slice(last.end));
  return last && [asSnippet(insertLines(last.segment, last.end, isApart ? ['', ...withKey] : withKey))];
}

/** The last entry below a key, and where it ends there. */
function lastItemOf({ segment }: Key): { readonly segment: Segment; readonly end: number } | undefined {
  let last: Segment | undefined;
  for (const each of segment.slot!.chunk.list) {
    if (each.kind === 'item' && each.section === segment.section) {
      last = each;
    }
  }
  const root = last && contentOf(last);
  return root?.kind === 'seq' && root.items.length > 0 ? { segment: last!, end: endOf(last!, root.items.at(-1)!) } : undefined;
}

/** Where a node ends, without blanks and line breaks behind it. */
function endOf(segment: Segment, node: Node): number {
  const last = node.kind === 'map' && !isFlow(segment, node) ? node.pairs.at(-1) : undefined;
  return segment.text.slice(0, last ? endOfPair(last) : node.end).trimEnd().length;
}

function styleOf(segments: Iterable<Segment>): Style {
  for (const { kind, text } of segments) {
    const [, indent, gap] = /^( *)-( +)/.exec(kind === 'item' ? text : '') ?? [];
    if (indent !== undefined && gap !== undefined) {
      return { indent, gap };
    }
  }
  return usualStyle;
}

function asSnippet(edit: ReportedEdit): ReportedEdit {
  return { ...edit, isSnippet: true };
}
