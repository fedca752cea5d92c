import { groupBy } from '../collections/group-by';
import { RegisterDocument, type DocumentChange } from '../document/document';
import { namesSchema } from '../document/modeline';
import type { Finding } from '../findings/finding';
import { FindingsLister, type ListingOptions } from '../findings/findings';
import { Notebook } from '../findings/notebook';
import { readSegment, type RootKey, type SegmentReading } from '../reading/read-segment';
import { readHead, type RegisterHead } from './register-head';
import type { Misplaced } from '../reading/misplaced';
import type { Noted } from '../rule';
import type { Place, Section, Segment } from '../document/segment';
import { suppressionsIn, type Suppression } from '../findings/suppressions';
import { Ties } from './ties';

const none: readonly never[] = [];

/** How many segments are read in one step. */
const segmentsPerStep = 8;

/** One file of a register: its text in segments, what was read of them, and what rules said of them. */
export class RegisterFile {
  readonly document: RegisterDocument;
  readonly notebook: Notebook;
  /** What was read last as its head; undefined before. */
  head: RegisterHead | undefined;
  /** What rules said of its head. */
  headNotes: readonly Noted[] = none;
  /** What rules said of mailboxes of the exports that it names. */
  exportNotes: readonly Noted[] = none;
  isHeadStale = true;

  private readonly lister = new FindingsLister();
  private readonly readings = new Map<Segment, SegmentReading>();
  private readonly suppressions = new Map<Segment, readonly Suppression[]>();
  /** The segments that hold keys of the register, and items of its `include`. */
  private readonly keySegments = new Set<Segment>();
  /** The segments of entries that aren't meant for their section. */
  private readonly misplaced = new Set<Segment>();
  private readonly entryCounts = new Map<Section, number>();
  private readonly ties: Ties;
  private readonly unread = new Set<Segment>();

  /**
   * Nothing is read before `load`.
   * @param path what it is called among the files of its register
   * @param rank of a rule among the rules
   * @param leaves hears of segments that were read and are gone
   * @param comes hears of segments that have been read
   */
  constructor(
    readonly path: string,
    text: string,
    rank: (rule: string) => number,
    private readonly leaves: (segment: Segment, file: RegisterFile) => void,
    private readonly comes: (segment: Segment) => void,
  ) {
    this.document = new RegisterDocument(text, path);
    this.notebook = new Notebook(this.document.segments, rank);
    this.ties = new Ties(this.document.segments);
  }

  /** What was read of one of its segments. */
  readingOf(segment: Segment): SegmentReading {
    return this.readings.get(segment)!;
  }

  /** Whether the entries of a segment count: those under the second of two equal keys don't. */
  isActive(segment: Segment): boolean {
    const { inactive } = this.head!;
    return inactive.size === 0 || !inactive.has(segment.section ?? segment);
  }

  /** Reads what is new of its text, in steps. */
  *load(): Generator<void, void> {
    for (let change = this.document.loadMore(); change; change = this.document.loadMore()) {
      this.absorb(change);
      yield;
    }
    yield* this.readUnread();
  }

  /** Where that is written for which an alias stands that begins at a place; undefined where none does, and where it stands for nothing. */
  targetOf(alias: Place): Place | undefined {
    return this.ties.targetOf(alias);
  }

  /** Reads its head anew. */
  takeHead(ruleNames: readonly string[]): RegisterHead {
    this.isHeadStale = false;
    return readHead({ segments: this.keyReadings(), misplaced: this.firstMisplaced(), hasEntries: section => this.entryCounts.has(section), plainEntry: this.plainEntry(), ruleNames });
  }

  /** The register's own keys in it, in order, with the segments in which they stand. */
  keys(): (RootKey & { readonly segment: Segment; readonly hasItems: boolean })[] {
    return this.keyReadings().flatMap(({ segment, reading }) => {
      const hasItems = segment.section !== undefined && this.entryCounts.has(segment.section);
      return reading.keys.map(({ key, value }) => ({ key, value, segment, hasItems }));
    });
  }

  private keyReadings(): { readonly segment: Segment; readonly reading: SegmentReading }[] {
    return this.inOrder(this.keySegments);
  }

  private inOrder(some: Iterable<Segment>): { readonly segment: Segment; readonly reading: SegmentReading }[] {
    const { segments } = this.document;
    return [...some]
      .sort((a, b) => segments.orderOf(a) - segments.orderOf(b))
      .map(segment => ({ segment, reading: this.readingOf(segment) }));
  }

  /** Entries under no key stand before all keys. */
  private plainEntry(): { readonly segment: Segment; readonly reading: SegmentReading } | undefined {
    if (![...this.entryCounts.keys()].some(({ key }) => key === undefined)) {
      return undefined;
    }
    for (const segment of this.document.segments) {
      if (segment.kind === 'item') {
        return { segment, reading: this.readingOf(segment) };
      }
    }
    return undefined;
  }

  /** The first entry of each section that belongs to another, for each of these. */
  private firstMisplaced(): { readonly segment: Segment; readonly misplaced: Misplaced }[] {
    const bySection = groupBy(this.inOrder(this.misplaced), ({ segment }) => segment.section ?? segment);
    return [...bySection.values()]
      .flatMap(entries => [...groupBy(entries, ({ reading }) => reading.misplaced!.section).values()])
      .map(([first]) => ({ segment: first!.segment, misplaced: first!.reading.misplaced! }));
  }

  /** Its findings in the order of their places. */
  findings(options: ListingOptions): readonly Finding[] {
    return this.lister.list({ ...options, notebook: this.notebook, segments: this.document.segments, suppressions: this.suppressions });
  }

  /** Whether it names a schema to validate it by. */
  namesSchema(): boolean {
    const [first] = this.document.segments;
    return first !== undefined && (first.kind === 'head' || first.kind === 'whole') && namesSchema(first.text.split('\n'));
  }

  /** Takes over a change of the document; what it brings is read later. */
  absorb({ removed, added }: DocumentChange): void {
    const tied: Segment[] = [];
    for (const segment of removed) {
      if (!this.unread.delete(segment)) {
        tied.push(...this.release(segment));
      }
      this.countForHead(segment, -1);
    }
    for (const segment of added) {
      this.unread.add(segment);
      this.countForHead(segment, 1);
    }
    this.readAnew(tied);
  }

  /** Forgets what was read of a segment. @returns the segments whose aliases may stand for something in it */
  private release(segment: Segment): readonly Segment[] {
    this.leaves(segment, this);
    this.isHeadStale = this.misplaced.delete(segment) || this.isHeadStale;
    this.readings.delete(segment);
    this.suppressions.delete(segment);
    this.notebook.forget(segment);
    return this.ties.delete(segment);
  }

  /** Has segments read again whose aliases may stand for something else now, and those that are tied to them in turn. */
  private readAnew(tied: readonly Segment[]): void {
    const waiting = [...tied];
    for (const segment of waiting) {
      if (this.readings.has(segment)) {
        waiting.push(...this.release(segment));
        this.unread.add(segment);
        this.isHeadStale ||= this.keySegments.has(segment);
      }
    }
  }

  private *readUnread(): Generator<void, void> {
    for (const segment of this.unread) {
      this.unread.delete(segment);
      const reading = readSegment(segment, this.ties.around(segment));
      this.readings.set(segment, reading);
      if (reading.misplaced) {
        this.misplaced.add(segment);
        this.isHeadStale = true;
      }
      this.comes(segment);
      if (reading.anchors) {
        this.readAnew(this.ties.add(segment, reading.anchors));
      }
      const suppressions = suppressionsIn(segment);
      if (suppressions.length > 0) {
        this.suppressions.set(segment, suppressions);
      }
      if (this.unread.size % segmentsPerStep === 0) {
        yield;
      }
    }
  }

  private hasKeys(): boolean {
    for (const { kind } of this.keySegments) {
      if (kind === 'key') {
        return true;
      }
    }
    return false;
  }

  /** The head depends on the keys, and on which sections have entries. */
  private countForHead(segment: Segment, by: 1 | -1): void {
    if (segment.kind === 'item' && segment.section?.key !== 'include') {
      const section = segment.section!;
      const count = (this.entryCounts.get(section) ?? 0) + by;
      if (count > 0) {
        this.entryCounts.set(section, count);
      } else {
        this.entryCounts.delete(section);
      }
      // Which entry is the first under no key counts only where keys stand below it.
      this.isHeadStale ||= count === 0 || (count === 1 && by === 1) || (section.key === undefined && this.hasKeys());
    } else {
      if (by === 1) {
        this.keySegments.add(segment);
      } else {
        this.keySegments.delete(segment);
      }
      this.isHeadStale = true;
    }
  }
}
