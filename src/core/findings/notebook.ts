import { severities, type Severity } from './finding';
import type { Noted } from '../rule';
import type { Segment } from '../document/segment';
import type { Chunk, SegmentList } from '../document/segment-list';

/** A note with its line and column, from the start of its chunk. */
interface Entered {
  readonly note: Noted;
  readonly line: number;
  readonly character: number;
}

/** The notes of one chunk in order, with how many there are of each severity. */
interface Page {
  readonly entered: readonly Entered[];
  readonly counts: Readonly<Record<Severity, number>>;
  /** Those of them that a validator by the schema says as well. */
  readonly countsBySchema: Readonly<Record<Severity, number>>;
}

/** A note with its line and column in the register. */
export interface PlacedNote {
  readonly note: Noted;
  readonly line: number;
  readonly character: number;
}

const none: readonly never[] = [];

/** What rules have said, by where it stands. What stands in one chunk is sorted once, and again only when it changes. */
export class Notebook {
  private readonly own = new Map<Segment, readonly Noted[]>();
  private readonly ofSubjects = new Map<Segment, Set<Noted>>();
  private readonly pages = new WeakMap<Chunk, Page>();

  /** @param rank the place of a rule among the rules, for findings at one place */
  constructor(private readonly segments: SegmentList, private readonly rank: (rule: string) => number) {}

  /** Sets what rules say of a segment's own entries and lines. */
  setOwn(segment: Segment, notes: readonly Noted[]): void {
    if (notes.length > 0) {
      this.own.set(segment, notes);
      this.touch(segment);
    } else if (this.own.delete(segment)) {
      this.touch(segment);
    }
  }

  /** Exchanges what rules said of a subject for what they say now. */
  exchange(former: readonly Noted[], notes: readonly Noted[]): void {
    for (const note of former) {
      const { segment } = note.at;
      const inSegment = this.ofSubjects.get(segment);
      if (inSegment?.delete(note)) {
        this.touch(segment);
        if (inSegment.size === 0) {
          this.ofSubjects.delete(segment);
        }
      }
    }
    for (const note of notes) {
      const { segment } = note.at;
      const inSegment = this.ofSubjects.get(segment);
      if (inSegment) {
        inSegment.add(note);
      } else {
        this.ofSubjects.set(segment, new Set([note]));
      }
      this.touch(segment);
    }
  }

  /** Forgets a segment that is gone from the list. */
  forget(segment: Segment): void {
    this.touch(segment);
    this.own.delete(segment);
    this.ofSubjects.delete(segment);
  }

  /** Forgets what rules said of subjects, everywhere. */
  forgetSubjects(): void {
    for (const segment of this.ofSubjects.keys()) {
      this.touch(segment);
    }
    this.ofSubjects.clear();
  }

  /** The notes on one line of the register. */
  onLine(line: number): readonly PlacedNote[] {
    const found = this.segments.find({ line, character: 0 });
    const segment = found && this.segments.at(found.location);
    if (!segment || found.position.line > segment.lineBreaks) {
      return none;
    }
    const notes = [...this.own.get(segment) ?? none, ...this.ofSubjects.get(segment) ?? none];
    return notes.flatMap(note => {
      const position = segment.positionAt(note.at.start);
      return position.line === found.position.line ? [{ note, line, character: position.character }] : [];
    });
  }

  /** Sorts what changed, in steps, so that listing it takes little time. */
  *sort(): Generator<void, void> {
    for (const chunk of this.segments.chunks) {
      if (!this.pages.has(chunk)) {
        this.page(chunk);
        yield;
      }
    }
  }

  /** All notes in order of place. */
  *all(): Generator<PlacedNote> {
    for (const chunk of this.segments.chunks) {
      yield* placed(chunk, this.page(chunk).entered);
    }
  }

  /**
   * How many notes there are of each severity.
   * @param leavesSchema without those that a validator by the schema says as well
   */
  counts(leavesSchema: boolean): Record<Severity, number> {
    const sum = { error: 0, warning: 0, info: 0, hint: 0 };
    for (const chunk of this.segments.chunks) {
      const { counts, countsBySchema } = this.page(chunk);
      for (const severity of severities) {
        sum[severity] += counts[severity] - (leavesSchema ? countsBySchema[severity] : 0);
      }
    }
    return sum;
  }

  /**
   * The notes in order of place, of each severity the first so and so many. Chunks that have nothing
   * of what is asked for are passed over.
   * @param take whether a note counts at all
   */
  list(quota: Readonly<Record<Severity, number>>, take: (note: Noted) => boolean): PlacedNote[] {
    const left = { ...quota };
    const listed: PlacedNote[] = [];
    for (const chunk of this.segments.chunks) {
      const page = this.page(chunk);
      if (severities.some(severity => left[severity] > 0 && page.counts[severity] > 0)) {
        for (const each of placed(chunk, page.entered)) {
          if (left[each.note.severity] > 0 && take(each.note)) {
            left[each.note.severity]--;
            listed.push(each);
          }
        }
      }
    }
    return listed;
  }

  private touch(segment: Segment): void {
    if (segment.slot) {
      this.pages.delete(segment.slot.chunk as Chunk);
    }
  }

  private page(chunk: Chunk): Page {
    const known = this.pages.get(chunk);
    if (known) {
      return known;
    }
    const entered: Entered[] = [];
    const counts = { error: 0, warning: 0, info: 0, hint: 0 };
    const countsBySchema = { error: 0, warning: 0, info: 0, hint: 0 };
    let base = 0;
    for (const segment of chunk.segments) {
      const own = this.own.get(segment);
      const ofSubjects = this.ofSubjects.get(segment);
      if (own ?? ofSubjects) {
        const notes = [...own ?? none, ...ofSubjects ?? none].sort((a, b) => a.at.start - b.at.start || this.rank(a.rule) - this.rank(b.rule));
        for (const note of notes) {
          const { line, character } = segment.positionAt(note.at.start);
          entered.push({ note, line: base + line, character });
          counts[note.severity]++;
          if (note.bySchema) {
            countsBySchema[note.severity]++;
          }
        }
      }
      base += segment.lineBreaks;
    }
    const page = { entered, counts, countsBySchema };
    this.pages.set(chunk, page);
    return page;
  }
}

function* placed(chunk: Chunk, entered: readonly Entered[]): Generator<PlacedNote> {
  for (const { note, line, character } of entered) {
    yield { note, line: chunk.firstLine + line, character };
  }
}
