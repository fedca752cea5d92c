import type { Day } from './calendar';
import { RegisterDocument, type DocumentChange } from './document';
import { severities as severityNames, type Finding, type Severity, type SeveritySetting } from './finding';
import type { Entry } from './model';
import { readSegment, type SegmentReading } from './read-segment';
import { governsAlike, readHead, type RegisterHead } from './register-head';
import { placeIn, type Context, type Noted, type Report, type Rule, type Scope, type Scopes } from './rule';
import { rules } from './rules';
import type { Place, Section, Segment } from './segment';
import { Subjects, type AnySubject } from './subjects';
import { suppressionsIn, worksOn, type Suppression } from './suppressions';
import type { Range, TextEdit } from './text';

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
  return new RegisterCheck(text, options).findings();
}

/** What is known of one segment. */
interface SegmentRecord {
  readonly reading: SegmentReading;
  readonly suppressions: readonly Suppression[];
  /** What rules say of its own entries and lines. */
  notes: readonly Noted[];
  /** What rules say of subjects, where it stands in this segment. */
  readonly subjectNotes: Set<Noted>;
}

const ruleNames = rules.map(rule => rule.name);
const none: readonly never[] = [];

/**
 * A register under check: fed with edits, asked for findings. The whole check is an edit that brings
 * everything: only what is new is read, and only what it touches is checked again.
 */
export class RegisterCheck {
  private readonly document: RegisterDocument;
  private readonly records = new Map<Segment, SegmentRecord>();
  /** The segments that hold keys of the register. */
  private readonly keySegments = new Set<Segment>();
  /** Segments with anchors or aliases. */
  private readonly coupled = new Set<Segment>();
  private readonly entryCounts = new Map<Section, number>();
  /** The segments in which findings or suppressions stand. */
  private readonly noted = new Set<Segment>();
  private head: RegisterHead;
  private headNotes: readonly Noted[] = none;
  private subjects: Subjects;
  private activeRules: ReadonlyMap<Scope, readonly Rule[]>;

  constructor(text: string, private options: CheckOptions) {
    this.document = new RegisterDocument(text);
    this.absorb({ removed: none, added: [...this.document.segments] });
    this.cutOrUncut();
    this.head = this.readHead();
    this.subjects = this.newSubjects();
    this.activeRules = this.rulesByScope();
    this.checkAll();
  }

  /** Takes over edits of the text, each in the coordinates of the text after the ones before it. */
  update(edits: readonly TextEdit[]): void {
    const former = new Map<Segment, SegmentRecord>();
    const added = new Set<Segment>();
    let concernsHead = false;
    const take = (change: DocumentChange) => {
      for (const segment of change.removed) {
        if (!added.delete(segment)) {
          former.set(segment, this.records.get(segment)!);
        }
      }
      change.added.forEach(segment => added.add(segment));
      concernsHead = this.absorb(change) || concernsHead;
    };
    for (const edit of edits) {
      take(this.document.edit(edit));
    }
    this.cutOrUncut(take);
    const head = concernsHead ? this.readHead() : this.head;
    if (!governsAlike(head, this.head)) {
      this.head = head;
      this.restart();
      return;
    }
    for (const [segment, record] of former) {
      this.entriesIn(segment, record).forEach(entry => this.subjects.delete(entry));
    }
    this.head = head;
    for (const segment of added) {
      this.entriesIn(segment, this.records.get(segment)!).forEach(entry => this.subjects.add(entry));
    }
    if (concernsHead) {
      this.noteHead();
    }
    this.settle(added);
  }

  /** Takes over other options: another day, other severities. */
  setOptions(options: CheckOptions): void {
    this.options = options;
    this.restart();
  }

  /** The findings in the order of their places. */
  findings(): readonly Finding[] {
    const { segments } = this.document;
    const inOrder = [...this.noted].sort((a, b) => segments.orderOf(a) - segments.orderOf(b));
    const placed: PlacedNote[] = [];
    for (const segment of inOrder) {
      const record = this.records.get(segment)!;
      const base = segments.lineOf(segment);
      for (const note of [...record.notes, ...record.subjectNotes]) {
        const { line, character } = segment.positionAt(note.at.start);
        placed.push({ note, line: base + line, character });
      }
    }
    const kept = this.suppress(placed, inOrder).sort((a, b) =>
      a.line - b.line || a.character - b.character || ruleNames.indexOf(a.note.rule) - ruleNames.indexOf(b.note.rule));
    return this.limited(kept.map(({ note }) => note)).map(note => this.finding(note));
  }

  /** Reads what a change brings and forgets what it takes. @returns whether the register's head may be another now */
  private absorb({ removed, added }: DocumentChange): boolean {
    let concernsHead = false;
    for (const segment of removed) {
      this.records.delete(segment);
      this.noted.delete(segment);
      this.coupled.delete(segment);
      concernsHead = (segment.kind === 'item' ? this.countEntries(segment.section!, -1) : this.keySegments.delete(segment)) || concernsHead;
    }
    for (const segment of added) {
      const reading = readSegment(segment);
      this.records.set(segment, { reading, suppressions: suppressionsIn(segment), notes: none, subjectNotes: new Set() });
      if (reading.coupled) {
        this.coupled.add(segment);
      }
      if (segment.kind === 'item') {
        concernsHead = this.countEntries(segment.section!, 1) || concernsHead;
      } else {
        this.keySegments.add(segment);
        concernsHead = true;
      }
    }
    return concernsHead;
  }

  private countEntries(section: Section, by: 1 | -1): boolean {
    const before = this.entryCounts.get(section) ?? 0;
    const after = before + by;
    if (after > 0) {
      this.entryCounts.set(section, after);
    } else {
      this.entryCounts.delete(section);
    }
    return before === 0 || after === 0;
  }

  /** Reads the document as a whole while anchors tie its segments together, and in segments otherwise. */
  private cutOrUncut(take = (change: DocumentChange): void => void this.absorb(change)): void {
    if (this.document.isWhole && this.coupled.size === 0) {
      take(this.document.setWhole(false));
    }
    if (!this.document.isWhole && this.coupled.size > 0) {
      take(this.document.setWhole(true));
    }
  }

  private readHead(): RegisterHead {
    const { segments } = this.document;
    const inOrder = [...this.keySegments].sort((a, b) => segments.orderOf(a) - segments.orderOf(b));
    return readHead(inOrder.map(segment => ({ segment, reading: this.records.get(segment)!.reading })), section => this.entryCounts.has(section), ruleNames);
  }

  private newSubjects(): Subjects {
    return new Subjects({ today: this.options.today, settings: this.head.settings, compare: this.compare });
  }

  private readonly compare = (a: Entry, b: Entry): number => {
    const { segments } = this.document;
    return segments.orderOf(a.segment) - segments.orderOf(b.segment) || a.start - b.start;
  };

  private readonly inOrder = <E extends Entry>(entries: Iterable<E>, keep?: (entry: E) => boolean): E[] =>
    (keep ? [...entries].filter(keep) : [...entries]).sort(this.compare);

  /** Forgets what was found, keeps what was read, and checks everything. */
  private restart(): void {
    for (const record of this.records.values()) {
      record.subjectNotes.clear();
    }
    this.headNotes = none;
    this.subjects = this.newSubjects();
    this.activeRules = this.rulesByScope();
    this.checkAll();
  }

  private checkAll(): void {
    for (const [segment, record] of this.records) {
      this.entriesIn(segment, record).forEach(entry => this.subjects.add(entry));
    }
    this.noteHead();
    this.settle(this.records.keys());
  }

  /** The entries of a segment that count: those under the second of two equal keys don't. */
  private entriesIn(segment: Segment, { reading }: SegmentRecord): readonly Entry[] {
    return this.isActive(segment) ? reading.entries : none;
  }

  private isActive(segment: Segment): boolean {
    const { inactive } = this.head;
    return inactive.size === 0 || !inactive.has(segment.section ?? segment);
  }

  /** Runs the rules on what changed. */
  private settle(added: Iterable<Segment>): void {
    const { subjects, assignments } = this.subjects.settle();
    for (const subject of subjects) {
      this.noteSubject(subject);
    }
    const segments = new Set(added);
    assignments.forEach(assignment => segments.add(assignment.segment));
    for (const segment of segments) {
      this.noteSegment(segment);
    }
  }

  private noteHead(): void {
    const notes: Noted[] = [];
    for (const { segment, fault } of this.head.faults) {
      this.run('fault', { fault, segment }, notes);
    }
    this.exchangeNotes(this.headNotes, notes);
    this.headNotes = notes;
  }

  private noteSubject(subject: AnySubject): void {
    const notes: Noted[] = [];
    if (!subject.isEmpty) {
      this.run(subject.scope, { [subject.scope]: subject } as unknown as Scopes[typeof subject.scope], notes);
    }
    this.exchangeNotes(subject.notes, notes);
    subject.notes = notes;
  }

  private exchangeNotes(former: readonly Noted[], notes: readonly Noted[]): void {
    for (const note of former) {
      const record = this.records.get(note.at.segment);
      if (record?.subjectNotes.delete(note)) {
        this.markNoted(note.at.segment, record);
      }
    }
    for (const note of notes) {
      const record = this.records.get(note.at.segment)!;
      record.subjectNotes.add(note);
      this.noted.add(note.at.segment);
    }
  }

  private noteSegment(segment: Segment): void {
    const record = this.records.get(segment)!;
    const notes: Noted[] = [];
    const isActive = this.isActive(segment);
    for (const fault of record.reading.faults) {
      if (isActive || fault.rule === 'yaml-syntax' || fault.rule === 'duplicate-key') {
        this.run('fault', { fault, segment }, notes);
      }
    }
    this.run('text', { segment }, notes);
    for (const entry of this.entriesIn(segment, record)) {
      const isBroken = entry.entryKind === 'assignment' && !this.subjects.isSound(entry);
      this.run(entry.entryKind, { entry } as Scopes[typeof entry.entryKind], notes, isBroken);
    }
    record.notes = notes;
    this.markNoted(segment, record);
  }

  private markNoted(segment: Segment, record: SegmentRecord): void {
    if (record.notes.length > 0 || record.subjectNotes.size > 0 || record.suppressions.length > 0) {
      this.noted.add(segment);
    } else {
      this.noted.delete(segment);
    }
  }

  /** Runs the rules of one scope on one subject. */
  private run<S extends Scope>(scope: S, subject: Scopes[S], notes: Noted[], isBroken = false): void {
    const { today } = this.options;
    const { settings, sections } = this.head;
    const { persons } = this.subjects;
    for (const rule of this.activeRules.get(scope) ?? none) {
      if ((isBroken && !rule.evenBroken) || (scope === 'fault' && (subject as Scopes['fault']).fault.rule !== rule.name)) {
        continue;
      }
      const report = (given: Report) => {
        notes.push({ ...given, rule: rule.name, severity: this.severitySet(rule.name) as Severity | undefined ?? given.severity ?? rule.severity });
      };
      const check = rule.on[scope] as (subject: Context & Scopes[S]) => void;
      check({ today, settings, sections, persons, inOrder: this.inOrder, report, ...subject });
    }
  }

  /** The rules that are on and have the sections they need, by what they look at. */
  private rulesByScope(): ReadonlyMap<Scope, readonly Rule[]> {
    const byScope = new Map<Scope, Rule[]>();
    for (const rule of rules) {
      if (this.severitySet(rule.name) === 'off' || rule.needs?.some(section => !this.head.sections.has(section))) {
        continue;
      }
      for (const scope of Object.keys(rule.on) as Scope[]) {
        const ofScope = byScope.get(scope);
        if (ofScope) {
          ofScope.push(rule);
        } else {
          byScope.set(scope, [rule]);
        }
      }
    }
    return byScope;
  }

  private severitySet(rule: string): SeveritySetting | undefined {
    return this.options.decreedSeverities?.[rule] ?? this.head.settings.severities.get(rule) ?? this.options.severities?.[rule];
  }

  /** The notes that no comment silences, and those about comments that silence nothing. */
  private suppress(placed: readonly PlacedNote[], inOrder: readonly Segment[]): PlacedNote[] {
    const suppressions = inOrder.flatMap(segment => {
      const base = this.records.get(segment)!.suppressions.length > 0 ? this.document.segments.lineOf(segment) : 0;
      return this.records.get(segment)!.suppressions.map(suppression => ({ segment, suppression, line: base + suppression.line, isUsed: false }));
    });
    if (suppressions.length === 0) {
      return [...placed];
    }
    const working = suppressions.filter(({ suppression, segment }) => worksOn(suppression, this.options.today)
      && (suppression.scope !== 'file' || this.isBeforeContent(segment, suppression)));
    const kept = placed.filter(({ note, line }) => {
      const silencing = working.filter(({ suppression, line: own }) => suppression.rules.includes(note.rule)
        && (suppression.scope === 'file' || line === (suppression.scope === 'line' ? own : own + 1)));
      silencing.forEach(each => each.isUsed = true);
      return silencing.length === 0;
    });
    for (const { segment, suppression, line, isUsed } of suppressions) {
      const notes: Noted[] = [];
      this.run('suppression', { segment, suppression, isUsed, ruleNames }, notes);
      const { character } = segment.positionAt(suppression.start);
      kept.push(...notes.map(note => ({ note, line, character })));
    }
    return kept;
  }

  private isBeforeContent(segment: Segment, { start }: Suppression): boolean {
    return segment.kind === 'head' || (segment.kind === 'whole' && /^(?:\s*(?:#.*|---|%.*)?(?:\n|$))*$/.test(segment.text.slice(0, start)));
  }

  private limited(notes: readonly Noted[]): readonly Noted[] {
    const { limit } = this.options;
    if (limit === undefined || notes.length <= limit) {
      return notes;
    }
    const surplus: Noted[] = [];
    const [first] = this.document.segments;
    const end = first!.text.indexOf('\n');
    this.run('surplus', { count: notes.length - limit + 1, at: placeIn(first!, { start: 0, end: end < 0 ? first!.text.length : end }) }, surplus);
    const gravest = severityNames.flatMap(severity => notes.filter(note => note.severity === severity)).slice(0, limit - 1);
    const kept = new Set(gravest);
    return [...surplus, ...notes.filter(note => kept.has(note))];
  }

  private finding({ rule, severity, message, at, related = none, fixes = none, tags = none }: Noted): Finding {
    return {
      rule, severity, tags,
      message: message.text,
      template: message.template,
      arguments: message.arguments,
      range: this.rangeOf(at),
      related: related.map(place => ({ range: this.rangeOf(place.at), message: place.message.text })),
      fixes: fixes.map(({ title, edits, safe }) => ({ title, safe, edits: edits.map(edit => ({ range: this.rangeOf(edit.at), newText: edit.newText })) })),
    };
  }

  private rangeOf({ segment, start, end }: Place): Range {
    const base = this.document.segments.lineOf(segment);
    const [from, to] = [segment.positionAt(start), segment.positionAt(end)];
    return { start: { line: base + from.line, character: from.character }, end: { line: base + to.line, character: to.character } };
  }
}

/** A note with its line and column in the register. */
interface PlacedNote {
  readonly note: Noted;
  readonly line: number;
  readonly character: number;
}
