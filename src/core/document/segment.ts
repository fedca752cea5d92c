import type { SegmentList } from './segment-list';
import { lineStartsOf, positionAt, type Position, type Span } from '../text/text';

/**
 * What a segment starts with:
 * `head` the comments before all content, `key` a top-level key, `item` an entry of a section,
 * `tail` the end of the document and what follows it, `whole` a document that can't be cut.
 */
export type SegmentKind = 'head' | 'key' | 'item' | 'tail' | 'whole';

/** The entries under one top-level key, or of a plain list. */
export interface Section {
  /** The key; undefined for a plain list. */
  readonly key: string | undefined;
}

/** What the lines before a place decide about the lines after it. */
export interface CutState {
  readonly shape: 'undecided' | 'opened' | 'list' | 'mapping' | 'whole' | 'ended';
  /** The column of the `- ` of the section's entries; `awaited` after a key with nothing behind it, `none` in no section. */
  readonly indent: number | 'awaited' | 'none';
}

/** A segment's place in a list. */
export interface Slot {
  readonly chunk: { readonly list: SegmentList; readonly ordinal: number };
  readonly index: number;
}

/**
 * Some whole lines of a register that are read on their own: mostly one entry with the comments behind it.
 * All offsets of what is read from it count from its start, so that nothing moves when other segments change.
 */
export class Segment {
  /** The number of line breaks in it. */
  readonly lineBreaks: number;
  /** Kept by the list that holds the segment: where it stands there. */
  slot: Slot | undefined;
  private starts: number[] | undefined;

  /**
   * @param after the state behind its last line
   * @param section of an `item` the section it belongs to, of a `key` the one that it opens
   */
  constructor(
    readonly kind: SegmentKind,
    readonly text: string,
    readonly after: CutState,
    readonly section: Section | undefined,
  ) {
    let breaks = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      breaks++;
    }
    this.lineBreaks = breaks;
  }

  /** The line and column of an offset, both from the segment's start. */
  positionAt(offset: number): Position {
    return positionAt(this.lineStarts(), offset);
  }

  /** The offset of a line and column that count from the segment's start; beyond a line's end, its end. */
  offsetAt({ line, character }: Position): number {
    const starts = this.lineStarts();
    if (line >= starts.length) {
      return this.text.length;
    }
    let end = this.text.length;
    if (line + 1 < starts.length) {
      end = starts[line + 1]! - 1;
      if (end > starts[line]! && this.text[end - 1] === '\r') {
        end--;
      }
    }
    return Math.min(starts[line]! + character, end);
  }

  private lineStarts(): number[] {
    return this.starts ??= lineStartsOf(this.text);
  }
}

/** A stretch of a register that stays valid while other segments change. */
export interface Place extends Span {
  readonly segment: Segment;
}
