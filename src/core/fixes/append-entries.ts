import { formatDay, type Day } from '../calendar';
import { entryFields, rootFields, sectionKinds, type Field, type FieldKind, type SectionKey } from '../register/fields';
import { isBlank, type MapNode, type SeqNode } from '../reading/node';
import type { RegisterFile } from '../register/register-file';
import { placeIn } from '../rule';
import { Segment } from '../document/segment';
import { SegmentList } from '../document/segment-list';
import { keyNamed, say, type Sentence } from '../text/sentence';
import type { ReportedEdit } from './context';
import { contentOf, endOfPair, indentationOf, insertLines, isFlow, type NewPair } from './mapping-text';
import type { Span } from '../text/text';
import { lineEndOf, writeScalar } from './yaml-text';
import { endOfLine, startOfLine } from '../text/lines';

/** A term of Software Assurance or a subscription; both days are in it. */
export interface NewTerm {
  readonly from: Day;
  readonly until: Day;
}

/** What a new entry says under one key. A date that can't be read is written as the text that it is. */
export type NewValue = string | number | boolean | NewTerm;

/** What a new entry says, key by key; undefined where it says nothing. */
export type NewEntry<Key extends SectionKey = SectionKey> = Readonly<Partial<Record<keyof (typeof entryFields)[(typeof sectionKinds)[Key]], NewValue | undefined>>>;

/** Why nothing can be written, as a predicate that follows the name of a file: `is …`. */
export interface Unwritable {
  readonly problem: Sentence;
}

/** How a register writes the entries of a section. */
interface Style {
  /** What stands before the `-`, and between it and the first key. */
  readonly indent: string;
  readonly gap: string;
  /** Whether each stands on one line, in braces. */
  readonly isFlow: boolean;
  readonly blankLineBetween: boolean;
  readonly quote: '"' | "'";
  /** The keys whose values are in quotes, though others may need none. */
  readonly quotedKeys: ReadonlySet<string>;
  /** The keys in the order in which the last entry has them. */
  readonly order: readonly string[];
}

/** Makes the entries of a section, as they are to be written. */
type Writer = (style: Style) => readonly (readonly NewPair[])[];

/**
 * The one edit that appends entries to a section of a file, written as it writes its own: indentation, order of keys,
 * braces, quotes, blank lines and line ends. Values that YAML would take for something else are quoted. Where the
 * section is missing, it begins.
 */
export function appendEntries<Key extends SectionKey>(section: Key, entries: readonly NewEntry<Key>[], file: RegisterFile): ReportedEdit | Unwritable {
  const fields: Readonly<Record<string, Field>> = entryFields[sectionKinds[section]];
  return appendWritten(section, file, style => entries.map(entry =>
    Object.entries<NewValue | undefined>(entry).flatMap(([key, value]): NewPair[] => value === undefined ? [] : [[key, written(value, fields[key]!.kind, key, style)]])));
}

/**
 * As {@link appendEntries}, of entries whose values are written already.
 * @param keep makes text of the register itself part of the new text
 */
export function appendWritten(section: SectionKey, file: RegisterFile, write: Writer, keep = (text: string) => text): ReportedEdit | Unwritable {
  const all = [...file.document.segments];
  const keys = file.keys();
  const end = endOfSection(section, file, all, keys);
  if (end && 'problem' in end) {
    return end;
  }
  const sample = end?.last ?? all.find(({ kind }) => kind === 'item')?.text;
  const margin = marginOf(all);
  if (margin === undefined) {
    return inOnePiece;
  }
  const style = styleOf(sample, end, keys.length > 0 || section !== 'assignments' ? `${margin}  ` : '');
  const entries = write(style).map(pairs => ordered(pairs, style.order));
  if (end?.inBrackets) {
    return insertInBrackets(end.segment, end.inBrackets, entries.map(inBraces));
  }
  const lines = entries.flatMap((pairs, index) => [...index > 0 && style.blankLineBetween ? [''] : [], ...render(pairs, style)]);
  if (end) {
    return insertLines(end.segment, end.offset, style.blankLineBetween ? ['', ...lines] : lines);
  }
  const given = keys.find(({ key }) => key.source === section);
  const plain = all.find(({ kind, section: list }) => kind === 'item' && list?.key === undefined);
  if (plain && section !== 'assignments') {
    return beginAbove(plain, [`${section}:`, ...lines]);
  }
  if (given) {
    return insertUnder(given, section, lines, keep);
  }
  if (keys.length > 0) {
    return beginSection(section, [`${margin}${section}:`, ...lines], keys, all);
  }
  return insertInNothing(all, section === 'assignments' ? lines : [`${section}:`, ...lines]);
}

type Key = ReturnType<RegisterFile['keys']>[number];

/** Where the entries of a section end. */
interface SectionEnd {
  readonly segment: Segment;
  readonly offset: number;
  /** The text of the last entry, from the start of its line. */
  readonly last: string;
  readonly pairs: MapNode['pairs'];
  readonly blankLineBetween: boolean;
  /** The last entry of a list in brackets. */
  readonly inBrackets?: Span;
}

/** Where the entries of a section end; undefined where it has none yet. */
function endOfSection(section: SectionKey, file: RegisterFile, all: readonly Segment[], keys: readonly Key[]): SectionEnd | Unwritable | undefined {
  const items = all.filter(each => each.kind === 'item' && (each.section?.key ?? 'assignments') === section && file.isActive(each));
  const last = items.at(-1);
  if (last) {
    const root = contentOf(last);
    const [item] = root?.kind === 'seq' ? root.items : [];
    return {
      segment: last, offset: contentLength(last.text), last: last.text, pairs: item?.kind === 'map' ? item.pairs : [],
      blankLineBetween: items.slice(0, -1).some(({ text }) => endsWithBlankLine(text)),
    };
  }
  const whole = all.find(({ kind }) => kind === 'whole');
  const root = whole && contentOf(whole);
  if (root?.kind === 'seq' && section !== 'assignments') {
    return { problem: say`is a plain list of assignments, which has no place for ${keyNamed(section)}: put the list under the key ${keyNamed('assignments')} first.` };
  }
  if (whole && root && (root.kind === 'scalar' || isFlow(whole, root))) {
    return inOnePiece;
  }
  const index = keys.findIndex(({ key }) => key.source === section);
  const given = keys[index];
  const list = given?.value ?? root;
  if (list?.kind !== 'seq' || list.items.length === 0) {
    return undefined;
  }
  const { segment } = given ?? { segment: whole! };
  return endOfList(segment, list, given?.key, keys[index + 1]?.key.start);
}

const inOnePiece: Unwritable = { problem: say`is written in a way that leaves no place for further lines, such as in braces as a whole: write each key and each entry on lines of their own first.` };

/** The blanks before the keys of a register; undefined where they don't start their lines. */
function marginOf(segments: readonly Segment[]): string | undefined {
  const whole = segments.find(({ kind }) => kind === 'whole');
  const root = whole && contentOf(whole);
  return root?.kind === 'map' ? indentationOf(whole!, root) : '';
}

/** Where a list ends whose entries have no segments of their own. */
function endOfList(segment: Segment, list: SeqNode, key: Span | undefined, following = segment.text.length): SectionEnd | Unwritable {
  const { text } = segment;
  const item = list.items.at(-1)!;
  const before = text.slice(key ? text.indexOf(':', key.end) + 1 : 0, list.items[0]!.start);
  if (key && /^[ \t]*[*&!]/.test(before)) {
    return { problem: say`ties its list to other places by an anchor, an alias or a tag, where an entry more would be one more there too: write the list out first.` };
  }
  const pairs = item.kind === 'map' ? item.pairs : [];
  if (isFlow(segment, list)) {
    return { segment, offset: item.end, last: '', pairs, blankLineBetween: false, inBrackets: item };
  }
  const starts = list.items.map(({ start }) => startOfLine(text, text.lastIndexOf('-', start)));
  const last = text.slice(starts.at(-1), startOfLine(text, following));
  return {
    segment, offset: starts.at(-1)! + contentLength(last), last, pairs,
    blankLineBetween: starts.slice(1).some(start => endsWithBlankLine(text.slice(0, start))),
  };
}

function endsWithBlankLine(text: string): boolean {
  return /\n[ \t]*\r?\n$/.test(text.slice(-200));
}

/** Behind the last entry in brackets, on lines of their own where it starts one. */
function insertInBrackets(segment: Segment, last: Span, entries: readonly string[]): ReportedEdit {
  const { text } = segment;
  const indentation = text.slice(startOfLine(text, last.start), last.start);
  const { length: comma } = /^(?:[ \t]*,)?/.exec(text.slice(last.end))![0];
  if (indentation.trim() !== '') {
    return { at: placeIn(segment, { start: last.end, end: last.end }), newText: entries.map(each => `, ${each}`).join('') };
  }
  const end = endOfLine(text, last.end + comma);
  const rest = text.slice(last.end + comma, end);
  // A comment speaks of the entry before it, a bracket closes the list.
  const [comment, closing] = rest.trimStart().startsWith('#') ? [rest, ''] : ['', rest];
  const lines = entries.map(each => lineEndOf(segment) + indentation + each).join(',');
  return { at: placeIn(segment, { start: last.end, end }), newText: `,${comment}${lines}${comma > 0 ? ',' : ''}${closing}` };
}

/** Under a key without entries; `[]` or `~` behind it gives way, what else stands there stays. */
function insertUnder({ segment, key, value }: Key, section: SectionKey, lines: readonly string[], keep: (text: string) => string): ReportedEdit | Unwritable {
  const { text } = segment;
  const colon = text.indexOf(':', key.end) + 1;
  const isEmpty = isBlank(value) || value.kind === 'seq';
  if (!isEmpty || text.slice(colon, Math.max(value.start, colon)).trim() !== '') {
    return { problem: say`has something else than a list under ${keyNamed(section)}: write a list there first, with a line that starts with a dash for each entry.` };
  }
  const end = Math.max(value.end, colon);
  const lineEnd = lineEndOf(segment);
  const at = endOfLine(text, end);
  return value.end > value.start && value.end > colon
    ? { at: placeIn(segment, { start: colon, end: at }), newText: keep(text.slice(end, at).trimEnd()) + lines.map(line => lineEnd + line).join('') }
    : insertLines(segment, end, lines);
}

/** Begins a section above a plain list, which goes on under a key of its own: its lines stay as they are. */
function beginAbove(first: Segment, lines: readonly string[]): ReportedEdit {
  const lineEnd = lineEndOf(first);
  return { at: placeIn(first, { start: 0, end: 0 }), newText: [...lines, '', 'assignments:'].map(line => line + lineEnd).join('') };
}

/** In a file without any content, behind its comments. */
function insertInNothing(segments: readonly Segment[], lines: readonly string[]): ReportedEdit | Unwritable {
  const [head = emptySegment(), ...others] = segments;
  if (head.kind !== 'head' || others.some(({ kind }) => kind !== 'tail')) {
    return { problem: say`has text where only keys or a list can stand: mend that first.` };
  }
  const { text } = head;
  const edit = insertLines(head, text.length, lines);
  return text === '' ? { ...edit, newText: lines.map(line => `${line}\n`).join('') } : edit;
}

/** A file without text has no segments: what is added to it stands in one of its own. */
function emptySegment(): Segment {
  const segment = new Segment('head', '', { shape: 'undecided', indent: 'none' }, undefined);
  return new SegmentList('', [segment]).at({ chunk: 0, index: 0 }) ?? segment;
}

/** Begins a section behind those that come before it in the order of the schema. */
function beginSection(section: SectionKey, lines: readonly string[], keys: readonly Key[], segments: readonly Segment[]): ReportedEdit | Unwritable {
  const order = Object.keys(rootFields);
  const former = keys.findLast(({ key }) => order.indexOf(key.source) < order.indexOf(section) && order.includes(key.source));
  const [first] = keys;
  if (!former) {
    const start = startOfLine(first!.segment.text, first!.key.start);
    return { at: placeIn(first!.segment, { start, end: start }), newText: lines.map(line => line + lineEndOf(first!.segment)).join('') };
  }
  const last = former.hasItems ? segments.findLast(each => each.kind === 'item' && each.section === former.segment.section)! : former.segment;
  const end = former.hasItems ? contentLength(last.text) : endOfPair(former);
  const behind = last.text.slice(last.text.slice(0, end).trimEnd().length);
  const isLast = behind.trim() === '' && segments.slice(segments.indexOf(last) + 1).every(({ kind }) => kind === 'tail');
  // Where blank lines stand between sections, one does here too.
  const isApart = isLast || /^[^\n]*\r?\n[ \t]*\r?\n/.test(behind);
  return insertLines(last, end, isApart ? ['', ...lines] : lines);
}

/** The length of an entry without the comments and blank lines behind it, which may belong to what follows. */
function contentLength(segment: string): number {
  const column = /^\s*/.exec(segment)![0].length;
  const lines = segment.split('\n');
  let count = lines.length;
  while (count > 1) {
    const line = lines[count - 1]!;
    const isAside = line.trim() === '' || (line.trimStart().startsWith('#') && line.length - line.trimStart().length <= column);
    if (!isAside) {
      break;
    }
    count--;
  }
  const kept = lines.slice(0, count).join('\n').length;
  return count < lines.length ? kept + 1 : kept;
}

function styleOf(sample: string | undefined, end: SectionEnd | undefined, usualIndent: string): Style {
  const [, indent, gap, brace] = /^([ ]*)-([ ]+)(\{)?/.exec(sample ?? '') ?? [];
  const { pairs = [], blankLineBetween = false } = end ?? {};
  const quotes = pairs.flatMap(({ key, value }) => value.kind === 'scalar' && (value.style === 'single' || value.style === 'double') ? [{ key: key.source, style: value.style }] : []);
  return {
    indent: indent ?? usualIndent,
    gap: gap ?? ' ',
    isFlow: end !== undefined && brace !== undefined,
    blankLineBetween,
    quote: quotes.length > 0 && quotes.every(({ style }) => style === 'single') ? "'" : '"',
    quotedKeys: new Set(quotes.map(({ key }) => key)),
    order: pairs.map(({ key }) => key.source),
  };
}

function render(pairs: readonly NewPair[], { indent, gap, isFlow }: Style): string[] {
  return isFlow ? [`${indent}-${gap}${inBraces(pairs)}`] : pairs.map(([key, value], index) => `${indent}${index === 0 ? '-' : ' '}${gap}${key}: ${value}`);
}

function inBraces(pairs: readonly NewPair[]): string {
  return `{ ${pairs.map(([key, value]) => `${key}: ${value}`).join(', ')} }`;
}

/** Pairs in an order of keys; a key that isn't in it stays behind the one before it. */
function ordered(pairs: readonly NewPair[], order: readonly string[]): readonly NewPair[] {
  const keys = [...order];
  for (const [index, [key]] of pairs.entries()) {
    if (!keys.includes(key)) {
      keys.splice(index === 0 ? 0 : keys.indexOf(pairs[index - 1]![0]) + 1, 0, key);
    }
  }
  return pairs.toSorted(([a], [b]) => keys.indexOf(a) - keys.indexOf(b));
}

function written(value: NewValue, kind: FieldKind, key: string, { quote, quotedKeys }: Style): string {
  if (typeof value === 'object') {
    return `{ from: ${formatDay(value.from)}, until: ${formatDay(value.until)} }`;
  }
  const text = kind === 'day' && typeof value === 'number' ? formatDay(value) : String(value);
  const isQuoted = quotedKeys.has(key);
  // A number is a text too where any single value may stand, but no identifier is safe as one.
  const isPlain = kind === 'count' || kind === 'flag' || (kind !== 'identifier' && /^[1-9]\d*$/.test(text));
  return isPlain && !isQuoted ? text : writeScalar(text, isQuoted ? quote : '');
}
