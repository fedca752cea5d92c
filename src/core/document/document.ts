import { isRegisterKey } from './slipped-lines';
import { cut, endsFlowOf, isStray, opensMapping } from './cut';
import type { Section, Segment } from './segment';
import { SegmentList, type Location } from './segment-list';
import { lineStartsOf, withoutMark, type Position, type TextEdit } from '../text/text';

/** How much text is cut in one go, in UTF-16 units. */
const blockSize = 131_072;

/** Which segments a change took away and which it brought. */
export interface DocumentChange {
  readonly removed: readonly Segment[];
  readonly added: readonly Segment[];
}

/**
 * A register's text, cut into segments that are read one by one, so that an edit concerns few of them.
 * It holds no other copy of the text.
 */
export class RegisterDocument {
  readonly segments: SegmentList;

  /** What is not cut yet, whole lines from `loaded` on. */
  private rest: string;
  private loaded = 0;

  /** Nothing is cut before `loadMore`. */
  constructor(text: string, path?: string) {
    this.segments = new SegmentList(path);
    this.rest = withoutMark(text);
  }

  /** Cuts the next lines of the text that it was made with; undefined when there are none. */
  loadMore(): DocumentChange | undefined {
    const { rest, loaded } = this;
    if (loaded === rest.length) {
      return undefined;
    }
    const lineFeed = rest.indexOf('\n', loaded + blockSize);
    this.loaded = lineFeed < 0 ? rest.length : lineFeed + 1;
    const block = rest.slice(loaded, this.loaded);
    if (this.loaded === rest.length) {
      this.rest = '';
      this.loaded = 0;
    }
    const last = this.segments.last();
    return last ? this.recut(last, last, this.segments.at(last)!.text + block) : this.replaceAll(block);
  }

  /** The text as it stands. Joins all segments: not for every keystroke. */
  text(): string {
    let text = '';
    for (const segment of this.segments) {
      text += segment.text;
    }
    return text + this.rest.slice(this.loaded);
  }

  /** Takes over one edit, in the coordinates of the text as it stands. */
  edit(edit: TextEdit): DocumentChange {
    if (this.loaded < this.rest.length) {
      return this.editWhileLoading(edit);
    }
    return this.editCut(edit);
  }

  private editCut(edit: TextEdit): DocumentChange {
    const from = this.segments.find(edit.range.start);
    const to = this.segments.find(edit.range.end);
    if (!from || !to) {
      return this.replaceAll(withoutMark(edit.newText));
    }
    const first = this.segments.at(from.location)!;
    const last = this.segments.at(to.location)!;
    const text = first.text.slice(0, first.offsetAt(from.position)) + edit.newText + last.text.slice(last.offsetAt(to.position));
    return this.recut(from.location, to.location, text);
  }

  /** An edit of what is loaded goes there, one of what isn't into the rest; one of both needs all loaded. */
  private editWhileLoading(edit: TextEdit): DocumentChange {
    const lines = this.segments.lineBreaks;
    const { start, end } = edit.range;
    if (end.line < lines) {
      return this.editCut(edit);
    }
    const removed = [...this.segments];
    if (start.line >= lines) {
      const rest = this.rest.slice(this.loaded);
      const starts = lineStartsOf(rest);
      const offset = ({ line, character }: Position) => Math.min((starts[line - lines] ?? rest.length) + character, rest.length);
      this.rest = rest.slice(0, offset(start)) + edit.newText + rest.slice(offset(end));
      this.loaded = 0;
      return { removed: [], added: [] };
    }
    while (this.loadMore()) {
      // What is cut is taken as a whole below.
    }
    this.editCut(edit);
    return { removed, added: [...this.segments] };
  }

  /** Cuts `text`, which replaces the segments between two locations, and as much behind it as the change reaches. */
  private recut(from: Location, to: Location, text: string): DocumentChange {
    let start = from;
    let end = to;
    let replaced = text;
    for (;;) {
      const before = this.segments.step(start, -1);
      const previous = before && this.segments.at(before);
      const removed = this.between(start, end);
      const next = this.segments.step(end, 1);
      const following = next && this.segments.at(next);
      const cutting = cut({
        text: replaced,
        previous,
        former: sectionsOf(removed).filter(section => section !== previous?.section),
      });
      if (cutting === 'uncuttable') {
        return this.replaceAll(this.textWith(start, end, replaced));
      }
      if (cutting === 'continues') {
        start = before!;
        replaced = previous!.text + replaced;
        continue;
      }
      const newLast = cutting.at(-1) ?? previous;
      if (next && following && !meets(newLast, following)) {
        // What follows means something else now: cut on, through all that it can reach.
        end = this.lastOf(next);
        replaced += this.joined(next, end);
        continue;
      }
      return this.exchange(start, removed, cutting);
    }
  }

  /** The last location that a change of the state before `from` can reach: the end of its section. */
  private lastOf(from: Location): Location {
    const first = this.segments.at(from)!;
    let last = from;
    for (let next = this.segments.step(from, 1); next; next = this.segments.step(next, 1)) {
      if (first.kind === 'item' && this.segments.at(next)!.kind !== 'item') {
        break;
      }
      last = next;
    }
    return last;
  }

  private replaceAll(text: string): DocumentChange {
    const removed = [...this.segments];
    return this.exchange({ chunk: 0, index: 0 }, removed, this.cutAll(text, sectionsOf(removed)));
  }

  private cutAll(text: string, former: readonly Section[] = []): readonly Segment[] {
    const request = { text, former };
    const cutting = cut(request);
    // A whole cut takes every text.
    return typeof cutting === 'string' ? cut({ ...request, whole: true }) as readonly Segment[] : cutting;
  }

  /** Puts `cutting` in the place of `removed`, but keeps what is the same at both ends. */
  private exchange(start: Location, removed: readonly Segment[], cutting: readonly Segment[]): DocumentChange {
    const most = Math.min(removed.length, cutting.length);
    let head = 0;
    while (head < most && isSame(removed[head]!, cutting[head]!)) {
      head++;
    }
    let tail = 0;
    while (tail < most - head && isSame(removed.at(-1 - tail)!, cutting.at(-1 - tail)!)) {
      tail++;
    }
    const change = { removed: removed.slice(head, removed.length - tail), added: cutting.slice(head, cutting.length - tail) };
    let from = start;
    for (let skipped = 0; skipped < head; skipped++) {
      from = this.segments.step(from, 1) ?? { chunk: from.chunk, index: from.index + 1 };
    }
    this.segments.splice(from, change.removed.length, change.added);
    return change;
  }

  private between(start: Location, end: Location): Segment[] {
    const segments: Segment[] = [];
    for (let at: Location | undefined = start; at; at = this.segments.step(at, 1)) {
      segments.push(this.segments.at(at)!);
      if (at.chunk === end.chunk && at.index === end.index) {
        break;
      }
    }
    return segments;
  }

  private joined(start: Location, end: Location): string {
    return this.between(start, end).map(segment => segment.text).join('');
  }

  private textWith(start: Location, end: Location, text: string): string {
    const before = this.segments.step(start, -1);
    const after = this.segments.step(end, 1);
    return (before ? this.joined({ chunk: 0, index: 0 }, before) : '') + text + (after ? this.joined(after, this.segments.last()!) : '');
  }
}

function sectionsOf(segments: readonly Segment[]): Section[] {
  return [...new Set(segments.flatMap(segment => segment.section ?? []))];
}

/** Whether `following` would be cut the same behind `last`. */
function meets(last: Segment | undefined, following: Segment): boolean {
  if (last && !last.text.endsWith('\n')) {
    return false;
  }
  const shape = last?.after.shape ?? 'undecided';
  const indent = last?.after.indent ?? 'none';
  const isOpening = shape === 'undecided' || shape === 'opened';
  switch (following.kind) {
    case 'item':
      return isOpening
        ? following.after.shape === 'list'
        : last!.section === following.section && shape === following.after.shape && (indent === 'awaited' || indent === following.after.indent);
    case 'key': {
      const firstLine = following.text.slice(0, following.text.indexOf('\n') >>> 0);
      return following.after.shape === 'mapping' && (isOpening ? opensMapping(firstLine) : shape === 'list' ? isRegisterKey(firstLine) : shape === 'mapping' && (indent === 'none' || !(isStray(firstLine) || endsFlowOf(last!.text, firstLine))));
    }
    case 'tail':
      return shape === 'list' || shape === 'mapping' || shape === 'opened';
    default:
      return false;
  }
}

function isSame(a: Segment, b: Segment): boolean {
  return a.kind === b.kind && a.text === b.text && a.section === b.section
    && a.after.shape === b.after.shape && a.after.indent === b.after.indent;
}
