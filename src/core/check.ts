import type { Day } from './calendar';
import { RegisterDocument, type DocumentChange } from './document';
import type { Finding, SeveritySetting } from './finding';
import { FindingsLister } from './findings';
import type { Entry } from './model';
import { Notebook } from './notebook';
import { readSegment, type SegmentReading } from './read-segment';
import { governsAlike, readHead, type RegisterHead } from './register-head';
import type { Noted, Scopes } from './rule';
import { RuleRunner } from './rule-runner';
import { rules } from './rules';
import type { Section, Segment } from './segment';
import { Subjects, type AnySubject } from './subjects';
import { suppressionsIn, type Suppression } from './suppressions';
import type { TextEdit } from './text';

/** What a check depends on beside the register's text. */
export interface CheckOptions {
  /** The day that counts as today. */
  readonly today: Day;
  /** Severities from outside the register, by rule: they give way to the register's own `settings.severities`. */
  readonly severities?: Readonly<Record<string, SeveritySetting>>;
  /** Severities that win over everything, by rule: `--rule` of the command line. */
  readonly decreedSeverities?: Readonly<Record<string, SeveritySetting>>;
  /** The most findings that are given; the rest is counted in one `too-many-findings`. No limit by default. */
  readonly limit?: number;
}

/** The findings of a whole register in the order of their places. Never throws on bad input. */
export function checkText(text: string, options: CheckOptions): readonly Finding[] {
  const check = new RegisterCheck(text, options);
  check.work();
  return check.findings();
}

const ruleNames = rules.map(rule => rule.name);
const ranks = new Map(ruleNames.map((name, rank) => [name, rank]));
const none: readonly never[] = [];

/**
 * A register under check: fed with edits, worked on in slices, asked for findings. The whole check is an
 * edit that brings everything: only what is new is read, and only what it touches is checked again.
 */
export class RegisterCheck {
  private readonly document: RegisterDocument;
  private readonly notebook: Notebook;
  private readonly lister = new FindingsLister();
  private readonly readings = new Map<Segment, SegmentReading>();
  private readonly suppressions = new Map<Segment, readonly Suppression[]>();
  /** The segments that hold keys of the register. */
  private readonly keySegments = new Set<Segment>();
  private readonly entryCounts = new Map<Section, number>();
  /** Segments with anchors or aliases, which tie them to others. */
  private readonly coupled = new Set<Segment>();

  private head: RegisterHead | undefined;
  private headNotes: readonly Noted[] = none;
  private subjects!: Subjects;
  private runner!: RuleRunner;

  /** What is still to be done, in this order. */
  private readonly unread = new Set<Segment>();
  private isHeadStale = true;
  /** Whether options have changed under what was checked. */
  private isOutOfDate = false;
  private readonly unplaced = new Set<Segment>();
  private readonly unchecked = new Set<Segment | AnySubject>();
  private steps: Generator<void, void> | undefined;

  /** Nothing is read before `work`. */
  constructor(text: string, private options: CheckOptions) {
    this.document = new RegisterDocument(text);
    this.notebook = new Notebook(this.document.segments, rule => ranks.get(rule)!);
  }

  /** Takes over edits of the text, each in the coordinates of the text after the ones before it. */
  update(edits: readonly TextEdit[]): void {
    for (const edit of edits) {
      this.absorb(this.document.edit(edit));
    }
    this.steps = undefined;
  }

  /** Takes over other options: another day, other severities. */
  setOptions(options: CheckOptions): void {
    this.options = options;
    this.isHeadStale = true;
    this.isOutOfDate = true;
    this.steps = undefined;
  }

  /**
   * Does what is to be done, in small steps.
   * @param shouldStop asked after each step
   * @returns whether all is done
   */
  work(shouldStop: () => boolean = () => false): boolean {
    this.steps ??= this.allSteps();
    while (!this.steps.next().done) {
      if (shouldStop()) {
        return false;
      }
    }
    this.steps = undefined;
    return true;
  }

  /** The findings of what has been checked so far, in the order of their places. */
  findings(): readonly Finding[] {
    return this.head ? this.lister.list({
      notebook: this.notebook,
      segments: this.document.segments,
      suppressions: this.suppressions,
      runner: this.runner,
      ruleNames,
      today: this.options.today,
      limit: this.options.limit,
    }) : none;
  }

  private *allSteps(): Generator<void, void> {
    yield* this.load();
    yield* this.readUnread();
    if (this.isHeadStale) {
      this.takeHead();
      yield;
    }
    for (const segment of this.unplaced) {
      this.unplaced.delete(segment);
      this.entriesIn(segment).forEach(entry => this.subjects.add(entry));
      this.unchecked.add(segment);
      yield;
    }
    for (const changed of this.subjects.settle()) {
      this.unchecked.add('entryKind' in changed ? changed.segment : changed);
      yield;
    }
    for (const each of this.unchecked) {
      this.unchecked.delete(each);
      if ('scope' in each) {
        this.checkSubject(each);
      } else {
        this.checkSegment(each);
      }
      yield;
    }
  }

  private *load(): Generator<void, void> {
    for (let change = this.document.loadMore(); change; change = this.document.loadMore()) {
      this.absorb(change);
      yield;
    }
  }

  /**
   * Reads what is new; as a whole if anchors tie segments together. Segments decide that each time, since
   * around what is no YAML the whole may show other anchors, and the way here must not matter.
   */
  private *readUnread(): Generator<void, void> {
    if (this.document.isWhole && this.unread.size > 0) {
      this.absorb(this.document.setWhole(false));
    }
    yield* this.readSegments();
    if (this.coupled.size > 0 && !this.document.isWhole) {
      this.absorb(this.document.setWhole(true));
      yield* this.readSegments();
    }
  }

  private *readSegments(): Generator<void, void> {
    for (const segment of this.unread) {
      this.unread.delete(segment);
      const reading = readSegment(segment);
      this.readings.set(segment, reading);
      this.unplaced.add(segment);
      if (reading.coupled) {
        this.coupled.add(segment);
      }
      const suppressions = segment.kind === 'tail' ? none : suppressionsIn(segment);
      if (suppressions.length > 0) {
        this.suppressions.set(segment, suppressions);
      }
      yield;
    }
  }

  /** Takes over a change of the document; what it brings is read later. */
  private absorb({ removed, added }: DocumentChange): void {
    for (const segment of removed) {
      if (!this.unread.delete(segment)) {
        if (!this.unplaced.delete(segment)) {
          this.entriesIn(segment).forEach(entry => this.subjects.delete(entry));
        }
        this.readings.delete(segment);
        this.suppressions.delete(segment);
        this.coupled.delete(segment);
        this.unchecked.delete(segment);
        this.notebook.forget(segment);
      }
      this.countForHead(segment, -1);
    }
    for (const segment of added) {
      this.unread.add(segment);
      this.countForHead(segment, 1);
    }
  }

  /** The head depends on the keys, and on which sections have entries. */
  private countForHead(segment: Segment, by: 1 | -1): void {
    if (segment.kind === 'item') {
      const section = segment.section!;
      const count = (this.entryCounts.get(section) ?? 0) + by;
      if (count > 0) {
        this.entryCounts.set(section, count);
      } else {
        this.entryCounts.delete(section);
      }
      this.isHeadStale ||= count === 0 || (count === 1 && by === 1);
    } else {
      if (by === 1) {
        this.keySegments.add(segment);
      } else {
        this.keySegments.delete(segment);
      }
      this.isHeadStale = true;
    }
  }

  /** Reads the register's head, and starts the check anew where the entries are to be read or checked differently. */
  private takeHead(): void {
    const { segments } = this.document;
    const inOrder = [...this.keySegments].sort((a, b) => segments.orderOf(a) - segments.orderOf(b));
    const head = readHead(inOrder.map(segment => ({ segment, reading: this.readings.get(segment)! })), section => this.entryCounts.has(section), ruleNames);
    const startsAnew = this.isOutOfDate || !this.head || !governsAlike(head, this.head);
    this.head = head;
    if (startsAnew) {
      this.startAnew(head);
    }
    this.isHeadStale = false;
    this.isOutOfDate = false;
    const notes: Noted[] = [];
    for (const { segment, fault } of head.faults) {
      this.runner.run('fault', { fault, segment }, notes);
    }
    this.notebook.exchange(this.headNotes, notes);
    this.headNotes = notes;
  }

  private startAnew({ settings, sections }: RegisterHead): void {
    const { today, severities, decreedSeverities } = this.options;
    this.notebook.forgetSubjects();
    this.headNotes = none;
    this.subjects = new Subjects({ today, settings, compare: this.compare });
    this.runner = new RuleRunner(rules, { today, settings, sections, persons: this.subjects.persons, devices: this.subjects.devices, servers: this.subjects.servers, licenses: this.subjects, inOrder: this.inOrder },
      rule => decreedSeverities?.[rule] ?? settings.severities.get(rule) ?? severities?.[rule]);
    this.unchecked.clear();
    for (const segment of this.document.segments) {
      this.unplaced.add(segment);
    }
  }

  private checkSubject(subject: AnySubject): void {
    const notes: Noted[] = [];
    if (!subject.isEmpty) {
      this.runner.run(subject.scope, { [subject.scope]: subject } as unknown as Scopes[typeof subject.scope], notes);
    }
    this.notebook.exchange(subject.notes, notes);
    subject.notes = notes;
  }

  private checkSegment(segment: Segment): void {
    const notes: Noted[] = [];
    const isActive = this.isActive(segment);
    const { entries, faults } = this.readings.get(segment)!;
    for (const fault of faults) {
      if (isActive || fault.rule === 'yaml-syntax' || fault.rule === 'duplicate-key') {
        this.runner.run('fault', { fault, segment }, notes);
      }
    }
    this.runner.run('text', { segment }, notes);
    for (const entry of isActive ? entries : none) {
      const isBroken = entry.entryKind === 'assignment' && !this.subjects.isSound(entry);
      this.runner.run(entry.entryKind, { entry } as Scopes[typeof entry.entryKind], notes, isBroken);
    }
    this.notebook.setOwn(segment, notes);
  }

  /** The entries of a segment that count: those under the second of two equal keys don't. */
  private entriesIn(segment: Segment): readonly Entry[] {
    return this.isActive(segment) ? this.readings.get(segment)!.entries : none;
  }

  private isActive(segment: Segment): boolean {
    const { inactive } = this.head!;
    return inactive.size === 0 || !inactive.has(segment.section ?? segment);
  }

  private readonly compare = (a: Entry, b: Entry): number => {
    const { segments } = this.document;
    return segments.orderOf(a.segment) - segments.orderOf(b.segment) || a.start - b.start;
  };

  private readonly inOrder = <E extends Entry>(entries: Iterable<E>, keep?: (entry: E) => boolean): E[] =>
    (keep ? [...entries].filter(keep) : [...entries]).sort(this.compare);
}
