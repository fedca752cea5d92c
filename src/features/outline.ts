import { formatDay, type Day } from '../core/calendar';
import type { RegisterCheck } from '../core/check';
import type { EntryKind } from '../core/fields';
import type { FileReading } from '../core/file-reading';
import { endOfLine, startOfLine } from '../core/fixes/yaml-text';
import type { Assignment, Entry, Purchase } from '../core/model';
import { isBlank } from '../core/node';
import type { RootKey } from '../core/read-segment';
import { holderNameOf } from '../core/related';
import { counted } from '../core/sentence';
import { lineStartsOf, positionAt, type Range, type Span } from '../core/text';

/** One line of an outline. */
export interface OutlineItem {
  readonly name: string;
  /** What else helps to tell it from others. */
  readonly detail: string;
  /** What it stands for: a key of the register, or an entry. */
  readonly kind: 'key' | EntryKind;
  readonly range: Range;
  /** What stands for it in the text, within its range. */
  readonly selectionRange: Range;
  readonly children: readonly OutlineItem[];
}

/** A key while its entries are being found. */
interface OpenKey extends OutlineItem {
  range: Range;
  readonly children: OutlineItem[];
}

/** The keys of a file of a register with their entries below them, or the entries of a plain list, in order. */
export function outlineOf(register: Pick<RegisterCheck, 'readings'>, path: string, today: Day): readonly OutlineItem[] {
  const items: OutlineItem[] = [];
  let open: OpenKey | undefined;
  for (const reading of register.readings(path)) {
    const { segment: { kind, text }, keys, entries } = reading;
    const isOne = kind === 'item' && entries.length <= 1;
    const contentEnd = kind === 'item' ? endOfContent(text) : text.length;
    const rangeOf = rangesIn(reading);
    for (const part of [...keys, ...entries].sort((a, b) => startOf(a) - startOf(b))) {
      if ('entryKind' in part) {
        const item = entryItem(part, rangeOf, isOne ? contentEnd : endBefore(text, part.end), today);
        (open?.children ?? items).push(item);
      } else {
        open = keyItem(part, text, rangeOf);
        items.push(open);
      }
    }
    if (open && kind === 'item') {
      // What is half-typed belongs to it too.
      open.range = { start: open.range.start, end: rangeOf({ start: contentEnd, end: contentEnd }).end };
    }
  }
  return items;
}

type RangeOf = (span: Span) => Range;

/** Tells where stretches of a segment stand in its file. Made anew each time: kept, the starts of all lines fill memory. */
function rangesIn({ segment, line }: FileReading): RangeOf {
  const starts = lineStartsOf(segment.text);
  const at = (offset: number) => {
    const position = positionAt(starts, offset);
    return { line: line + position.line, character: position.character };
  };
  return ({ start, end }) => ({ start: at(start), end: at(end) });
}

function startOf(part: RootKey | Entry): number {
  return 'entryKind' in part ? part.start : part.key.start;
}

function keyItem({ key, value }: RootKey, text: string, rangeOf: RangeOf): OpenKey {
  const children: OutlineItem[] = [];
  return {
    name: key.source.trim() || 'no key',
    get detail() {
      return children.length > 0 ? counted(children.length, 'entry', 'entries').text : value.kind === 'scalar' && !isBlank(value) ? onOneLine(value.source) : '';
    },
    kind: 'key',
    range: rangeOf({ start: key.start, end: Math.max(key.end, endBefore(text, value.end)) }),
    selectionRange: rangeOf(key),
    children,
  };
}

function entryItem(entry: Entry, rangeOf: RangeOf, end: number, today: Day): OutlineItem {
  const { face, segment: { text } } = entry;
  const lineStart = startOfLine(text, entry.start);
  const start = /^[ -]*$/.test(text.slice(lineStart, entry.start)) ? lineStart : entry.start;
  const isFaceWithin = start <= face.start && face.end <= end;
  return {
    name: nameOf(entry),
    detail: detailOf(entry, today),
    kind: entry.entryKind,
    range: rangeOf({ start, end: Math.max(start, end) }),
    selectionRange: rangeOf(isFaceWithin ? face : { start, end: start }),
    children: none,
  };
}

/** What an entry is called in a list of many. */
export function nameOf(entry: Entry): string {
  return onOneLine(namingValue(entry) ?? '') || (entry.entryKind === 'purchase' ? 'no id' : 'no name');
}

function namingValue(entry: Entry): string | undefined {
  switch (entry.entryKind) {
    case 'purchase': return entry.id?.value;
    case 'server':
    case 'device': return entry.name?.value;
    case 'assignment': return holderNameOf(entry);
    default: return (entry.email ?? entry.login)?.value;
  }
}

/** What tells an entry from others of its name: of a license the type, of what lasts its days. */
export function detailOf(entry: Entry, today: Day): string {
  return partsOf(entry, today).filter(part => part !== undefined).map(onOneLine).join(', ');
}

function partsOf(entry: Entry, today: Day): readonly (string | undefined)[] {
  switch (entry.entryKind) {
    case 'purchase': return [`${entry.quantity ? `${entry.quantity.value} × ` : ''}${typeIn(entry) ?? ''}`, entry.date && formatDay(entry.date.value)];
    case 'server': return [[entry.version?.value, entry.edition?.value].filter(part => part !== undefined).join(' '), entry.retired && `retired ${formatDay(entry.retired.value)}`];
    case 'device': return [entry.users && counted(entry.users.length, 'user', 'users').text];
    case 'mailbox': return [entry.kind?.value];
    case 'noCal': return [entry.reason?.value, entry.until && `until ${formatDay(entry.until.value)}`];
    case 'assignment': return [typeIn(entry) ?? entry.purchase?.value, daysOf(entry, today)];
  }
}

/** The type without the words that nearly all have in front. */
function typeIn({ type, licenseType }: Purchase | Assignment): string | undefined {
  return (licenseType?.name ?? type?.value)?.replace(/^Exchange Server (?=.)/, '');
}

function daysOf({ assigned, ended }: Assignment, today: Day): string | undefined {
  if (!assigned) {
    return undefined;
  }
  const from = formatDay(assigned.value);
  return ended ? `${from} – ${formatDay(ended.value)}` : `${assigned.value > today ? 'from' : 'since'} ${from}`;
}

function onOneLine(text: string): string {
  return /^\s|\s\s|[^\S ]|\s$/.test(text) ? text.trim().replace(/\s+/g, ' ') : text;
}

/** Where an entry's text ends, without the comments and blank lines behind it. */
function endOfContent(text: string): number {
  let end = text.length;
  for (let start = end; start > 0;) {
    start = startOfLine(text, start - 1);
    const line = text.slice(start, endOfLine(text, start));
    if (!/^\s*(?:#|$)/.test(line)) {
      return start + line.trimEnd().length;
    }
    end = start;
  }
  return end;
}

function endBefore(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1]!)) {
    at--;
  }
  return at;
}

const none: readonly never[] = [];
