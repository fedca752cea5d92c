import { formatDay, type Day } from '../core/calendar';
import type { RegisterCheck } from '../core/check';
import type { EntryKind } from '../core/register/fields';
import type { FileReading } from '../core/reading/file-reading';
import { endOfLine, startOfLine } from '../core/text/lines';
import { tidied } from '../core/register/identifier';
import type { Assignment, Entry, Purchase } from '../core/register/model';
import { isBlank } from '../core/reading/node';
import type { RootKey } from '../core/reading/read-segment';
import { holderNameOf } from '../core/findings/related';
import { counted } from '../core/text/sentence';
import { lineStartsOf, positionAt, type Position, type Range, type Span } from '../core/text/text';

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
    const positionOf = positionsIn(reading);
    const add = (entry: Entry, span: Span) => (open?.children ?? items).push(entryItem(entry, span, positionOf, today));
    if (kind === 'item') {
      const content = { start: 0, end: endOfContent(text) };
      for (const entry of entries) {
        add(entry, entries.length === 1 ? content : spanOf(entry));
      }
      if (open) {
        // What is half-typed belongs to it too.
        open.range = { start: open.range.start, end: positionOf(content.end) };
      }
      continue;
    }
    for (const part of [...keys, ...entries].sort((a, b) => startOf(a) - startOf(b))) {
      if ('entryKind' in part) {
        add(part, spanOf(part));
      } else {
        open = keyItem(part, text, positionOf);
        items.push(open);
      }
    }
  }
  return items;
}

type PositionOf = (offset: number) => Position;

/** Tells where offsets in a segment are in its file. Made anew each time: kept, the starts of all lines fill memory. */
function positionsIn({ segment, line }: FileReading): PositionOf {
  const starts = lineStartsOf(segment.text);
  return offset => {
    const { line: lineInSegment, character } = positionAt(starts, offset);
    return { line: line + lineInSegment, character };
  };
}

function startOf(part: RootKey | Entry): number {
  return 'entryKind' in part ? part.start : part.key.start;
}

/** An entry with the dash before it. */
function spanOf({ segment: { text }, start, end }: Entry): Span {
  const lineStart = startOfLine(text, start);
  return { start: /^[ -]*$/.test(text.slice(lineStart, start)) ? lineStart : start, end: Math.max(start, endBefore(text, end)) };
}

function keyItem({ key, value }: RootKey, text: string, positionOf: PositionOf): OpenKey {
  const children: OutlineItem[] = [];
  return {
    name: tidied(key.source) || 'no key',
    get detail() {
      return children.length > 0 ? counted(children.length, 'entry', 'entries').text : value.kind === 'scalar' && !isBlank(value) ? tidied(value.source) : '';
    },
    kind: 'key',
    range: { start: positionOf(key.start), end: positionOf(Math.max(key.end, endBefore(text, value.end))) },
    selectionRange: { start: positionOf(key.start), end: positionOf(key.end) },
    children,
  };
}

function entryItem(entry: Entry, { start, end }: Span, positionOf: PositionOf, today: Day): OutlineItem {
  const { face } = entry;
  const range = { start: positionOf(start), end: positionOf(end) };
  return {
    name: nameOf(entry),
    detail: detailOf(entry, today),
    kind: entry.entryKind,
    range,
    selectionRange: start <= face.start && face.end <= end ? { start: positionOf(face.start), end: positionOf(face.end) } : { start: range.start, end: range.start },
    children: none,
  };
}

/** What an entry is called in a list of many. */
export function nameOf(entry: Entry): string {
  return tidied(namingValue(entry) ?? '') || (entry.entryKind === 'purchase' ? 'no id' : 'no name');
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
  return tidied(partsOf(entry, today).filter(part => part).join(', '));
}

function partsOf(entry: Entry, today: Day): readonly (string | undefined)[] {
  switch (entry.entryKind) {
    case 'purchase': return [`${entry.quantity ? `${entry.quantity.value} × ` : ''}${typeIn(entry) ?? ''}`, entry.date && formatDay(entry.date.value)];
    case 'server': return [[entry.version?.value, entry.edition?.value].filter(part => part !== undefined).join(' '), entry.retired && `retired ${formatDay(entry.retired.value)}`];
    case 'device': return [entry.users && counted(entry.users.length, 'user', 'users').text];
    case 'mailbox': return [entry.kind?.value];
    case 'noCal': return [entry.reason?.value, entry.until && `until ${formatDay(entry.until.value)}`];
    // Days first: where there is little room, they tell the rows of one person apart.
    case 'assignment': return [daysOf(entry, today), typeIn(entry) ?? entry.purchase?.value];
  }
}

const usualWords = /^Exchange Server (?=.)/;

/** The type without the words that nearly all have in front. */
function typeIn({ type, licenseType }: Purchase | Assignment): string | undefined {
  return (licenseType?.name ?? type?.value)?.replace(usualWords, '');
}

function daysOf({ assigned, ended }: Assignment, today: Day): string | undefined {
  if (!assigned) {
    return undefined;
  }
  const from = formatDay(assigned.value);
  return ended ? `${from} – ${formatDay(ended.value)}` : `${assigned.value > today ? 'from' : 'since'} ${from}`;
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
