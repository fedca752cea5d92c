import type { Segment } from './segment';
import type { Position } from '../text/text';

/** How many segments a chunk holds at most; when there are more it is split into halves. */
const chunkSize = 256;

/** Neighboring segments. A change makes new chunks: what is known of one holds as long as there is the chunk. */
export interface Chunk {
  readonly list: SegmentList;
  readonly segments: readonly Segment[];
  lineBreaks: number;
  /** Its place among the chunks. */
  ordinal: number;
  /** The line on which it starts. */
  firstLine: number;
}

/** The place of a segment: its chunk, and its place there. */
export interface Location {
  readonly chunk: number;
  readonly index: number;
}

/** The segments of a register in order, in chunks, so that a change costs nearly the same in a file of any size. */
export class SegmentList implements Iterable<Segment> {
  /** Grows whenever a segment may start on another line than before. */
  layout = 0;
  /** Its place among the lists of a register that consists of several files. */
  rank = 0;
  private readonly list: Chunk[] = [];
  private lines = 0;

  /** @param path of the file whose segments they are */
  constructor(readonly path = '', segments: readonly Segment[] = []) {
    this.splice({ chunk: 0, index: 0 }, 0, segments);
  }

  /** The number of line breaks in all segments. */
  get lineBreaks(): number {
    return this.lines;
  }

  get chunks(): readonly Chunk[] {
    return this.list;
  }

  *[Symbol.iterator](): Iterator<Segment> {
    for (const chunk of this.list) {
      yield* chunk.segments;
    }
  }

  /** The line on which a segment of the list starts. */
  lineOf(segment: Segment): number {
    const { chunk, index } = this.locate(segment);
    const { segments, firstLine } = this.list[chunk]!;
    let line = firstLine;
    for (let before = 0; before < index; before++) {
      line += segments[before]!.lineBreaks;
    }
    return line;
  }

  /** A number that grows along the list; it holds until the list changes. */
  orderOf(segment: Segment): number {
    const { chunk, index } = segment.slot!;
    return chunk.ordinal * chunkSize + index;
  }

  /** Where a segment of the list stands. */
  locate(segment: Segment): Location {
    const { chunk, index } = segment.slot!;
    return { chunk: chunk.ordinal, index };
  }

  /** The segment that holds a position, and the position counted from its start. Beyond the end: in the last one. */
  find(position: Position): { location: Location; position: Position } | undefined {
    let at = this.list.length - 1;
    while (at > 0 && this.list[at]!.firstLine > position.line) {
      at--;
    }
    const chunk = this.list[at];
    if (!chunk) {
      return undefined;
    }
    let line = position.line - chunk.firstLine;
    let index = 0;
    while (index < chunk.segments.length - 1 && line >= chunk.segments[index]!.lineBreaks) {
      line -= chunk.segments[index]!.lineBreaks;
      index++;
    }
    return { location: { chunk: at, index }, position: { line, character: position.character } };
  }

  at({ chunk, index }: Location): Segment | undefined {
    return this.list[chunk]?.segments[index];
  }

  /** The location after (or, with `by` -1, before) another; undefined where there is none. */
  step({ chunk, index }: Location, by: 1 | -1): Location | undefined {
    if (this.list[chunk]?.segments[index + by]) {
      return { chunk, index: index + by };
    }
    const neighbor = this.list[chunk + by];
    return neighbor && { chunk: chunk + by, index: by === 1 ? 0 : neighbor.segments.length - 1 };
  }

  /** The location of the last segment. */
  last(): Location | undefined {
    const chunk = this.list.at(-1);
    return chunk && { chunk: this.list.length - 1, index: chunk.segments.length - 1 };
  }

  /** Replaces `count` segments from a location on. */
  splice({ chunk: first, index }: Location, count: number, segments: readonly Segment[]): void {
    let last = first;
    const kept = this.list[first]?.segments.slice(0, index) ?? [];
    let left = count;
    let skip = index;
    let behind: readonly Segment[] = [];
    for (; last < this.list.length; last++) {
      const inChunk = this.list[last]!.segments;
      const taken = Math.min(left, inChunk.length - skip);
      for (const removed of inChunk.slice(skip, skip + taken)) {
        removed.slot = undefined;
      }
      left -= taken;
      behind = inChunk.slice(skip + taken);
      skip = 0;
      if (left === 0) {
        last++;
        break;
      }
    }
    const replaced = this.chunked([...kept, ...segments, ...behind]);
    this.list.splice(first, last - first, ...replaced);
    const before = this.lines;
    let firstLine = 0;
    for (const [ordinal, chunk] of this.list.entries()) {
      chunk.ordinal = ordinal;
      chunk.firstLine = firstLine;
      firstLine += chunk.lineBreaks;
    }
    this.lines = firstLine;
    if (this.lines !== before) {
      this.layout++;
    }
  }

  private chunked(segments: readonly Segment[]): Chunk[] {
    const size = segments.length <= chunkSize ? chunkSize : chunkSize / 2;
    const chunks: Chunk[] = [];
    for (let start = 0; start < segments.length; start += size) {
      const chunk: Chunk = { list: this, segments: segments.slice(start, start + size), lineBreaks: 0, ordinal: 0, firstLine: 0 };
      for (const [index, segment] of chunk.segments.entries()) {
        segment.slot = { chunk, index };
        chunk.lineBreaks += segment.lineBreaks;
      }
      chunks.push(chunk);
    }
    return chunks;
  }
}
