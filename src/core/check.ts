import { byPlace } from './exports/by-place';
import type { Day } from './calendar';
import { ComparedExports } from './exports/compared-exports';
import type { RegisterContents } from './contents';
import { CoveredHolders } from './subjects/covered-holders';
import type { NotedMailbox } from './exports/export-notes';
import { isExported, type BroughtExport, type ExportRequest } from './exports/exports';
import type { EntryKind, SectionKey } from './register/fields';
import type { FileReading, NamedFiles } from './reading/file-reading';
import type { Finding, Fix, FixEdit, SeveritySetting } from './findings/finding';
import { editsOf, fixOf, noteOf } from './findings/findings';
import { makeFixContext, type FixContext, type ReportedEdit, type ReportedFix } from './fixes/context';
import { silence } from './fixes/silence';
import { mainPath, type Inclusion } from './register/inclusion';
import { beginsAfter, type Entry, type Mailbox } from './register/model';
import type { RegisterOverview } from './overview';
import { RegisterFile } from './register/register-file';
import { governsAlike } from './register/register-head';
import { placeIn, type Noted, type Scopes } from './rule';
import { RuleRunner, type RunContext } from './rule-runner';
import { rules } from './rules';
import { positionInFile } from './document/range-of';
import type { Place, Segment } from './document/segment';
import { defaultSettings } from './register/settings';
import type { Spot } from './spot';
import { Subjects, type AnySubject } from './subjects/subjects';
import type { Position, TextEdit } from './text/text';

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
  /**
   * Whether what begins after today is left out, as if the register had been read on that day: assignments and
   * servers are as if not there, and nothing is said about purchases, whose numbers stay known.
   */
  readonly leavesOutLater?: boolean;
  /**
   * Where somebody else shows what a validator by the schema gives: in files that name a schema, or everywhere.
   * `shownFindings` are without it there, `findings` never.
   */
  readonly leavesSchema?: 'whereNamed' | 'always' | undefined;
}

/** The findings of a whole register in the order of their places. Never throws on bad input. */
export function checkText(text: string, options: CheckOptions): readonly Finding[] {
  const check = new RegisterCheck(text, options);
  check.work();
  return check.findings();
}

const ruleNames = rules.map(rule => rule.name);
const ranks = new Map(ruleNames.map((name, rank) => [name, rank]));
const rulesThatMend = new Set(rules.filter(({ hasSafeFixes }) => hasSafeFixes).map(({ name }) => name));
const rankOf = (rule: string) => ranks.get(rule)!;
const none: readonly never[] = [];

/** How many entries, persons or the like are worked on in one step. */
const unitsPerStep = 8;

/**
 * A register under check: fed with edits, worked on in slices, asked for findings. The whole check is an
 * edit that brings everything: only what is new is read, and only what it touches is checked again.
 * It begins with one file; those that `include` brings in are checked together with it.
 */
export class RegisterCheck {
  private readonly main: RegisterFile;
  /** The main file first. */
  private files: readonly RegisterFile[];
  private inclusions: readonly Inclusion[] = none;
  private readonly exports = new ComparedExports();

  private subjects!: Subjects;
  private readonly covered = new CoveredHolders();
  private context!: RunContext;
  private runner: RuleRunner | undefined;
  /** What fixes are made by; made when the first is asked for. */
  private fixContext: FixContext | undefined;

  /** What is still to be done, in this order. */
  private readonly unplaced = new Set<Segment>();
  private readonly unchecked = new Set<Segment | AnySubject | Mailbox>();
  /** Whether what was checked doesn't hold any more: other options, other files. */
  private isOutOfDate = true;
  /** Whether all that is known has been checked. */
  private isDone = false;
  private steps: Generator<void, void> | undefined;
  private sinceStep = 0;

  /** Nothing is read before `work`. */
  constructor(text: string, private options: CheckOptions) {
    this.main = this.fileWith(mainPath, text);
    this.files = [this.main];
  }

  /**
   * Takes over edits of the text of a file, each in the coordinates of the text after the ones before it.
   * Edits of a file that isn't included (any more) change nothing.
   */
  update(edits: readonly TextEdit[], path = mainPath): void {
    const file = this.fileAt(path);
    if (file) {
      for (const edit of edits) {
        file.absorb(file.document.edit(edit));
      }
    }
    this.reopen();
  }

  /** Takes over other options: another day, other severities. */
  setOptions(options: CheckOptions): void {
    this.options = options;
    this.outdate();
  }

  /** What the files that are read so far include, file by file in the order in which they were brought in. */
  wanted(): readonly { readonly path: string; readonly globs: readonly string[] }[] {
    return this.files.flatMap(({ path, head }) => {
      const globs = new Set(head?.includes.map(({ value }) => value));
      return globs.size > 0 ? [{ path, globs: [...globs] }] : [];
    });
  }

  /**
   * Takes over what inclusions have brought, in place of all that was included before.
   * @param texts the text of each file by its path, the main one not among them; a file that is there already with
   *   this text stays as it is
   * @returns whether that changed anything
   */
  include(inclusions: readonly Inclusion[], texts: ReadonlyMap<string, string>): boolean {
    const former = new Map(this.files.map(file => [file.path, file]));
    const files = [this.main, ...[...texts].map(([path, text]) => {
      const file = former.get(path);
      return file?.document.text() === text ? file : this.fileWith(path, text);
    })];
    const hasSameFiles = files.length === this.files.length && files.every((file, index) => file === this.files[index]);
    if (hasSameFiles && JSON.stringify(inclusions) === JSON.stringify(this.inclusions)) {
      return false;
    }
    for (const file of this.files.filter(each => !files.includes(each))) {
      file.absorb({ removed: [...file.document.segments], added: none });
      file.document.segments.rank = -1;
    }
    files.forEach((file, rank) => file.document.segments.rank = rank);
    this.files = files;
    this.inclusions = inclusions;
    this.outdate();
    return true;
  }

  /** The exports that the files that are read so far name. */
  wantedExports(): readonly ExportRequest[] {
    return this.files.flatMap(({ path, head }) => (head?.exports ?? none).map(({ kind, file }) => ({ path, kind, file })));
  }

  /** Whether something has come of each export that the files that are read so far name, if only that it can't be read. */
  hasExports(): boolean {
    return this.files.every(({ path, head }) => (head?.exports ?? none).every(named => this.exports.broughtFor(path, named)));
  }

  /** Takes over what came of exports, in place of all that was brought before. */
  bringExports(brought: readonly BroughtExport[]): void {
    this.exports.brought = brought;
    this.outdate();
  }

  /** The paths of its files, the main one first. */
  paths(): string[] {
    return this.files.map(({ path }) => path);
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
    this.isDone = true;
    return true;
  }

  /** The findings in a file of what has been checked so far, in the order of their places. */
  findings(path = mainPath): readonly Finding[] {
    return this.list(path, () => false);
  }

  /** Those of the findings that nobody else shows. */
  shownFindings(path = mainPath): readonly Finding[] {
    return this.list(path, file => this.leavesSchema(file));
  }

  /** What the register holds, by what has been checked so far; undefined before anything was. It holds until the next edit. */
  contents(): RegisterContents | undefined {
    if (!this.runner) {
      return undefined;
    }
    const { subjects } = this;
    const entries: Record<EntryKind, Entry[]> = { purchase: [], server: [], device: [], mailbox: [], noCal: [], assignment: [] };
    for (const file of this.files) {
      for (const segment of file.document.segments) {
        for (const entry of this.entriesIn(segment, file)) {
          entries[entry.entryKind].push(entry);
        }
      }
    }
    return {
      today: this.options.today,
      settings: this.context.settings,
      organization: this.main.head?.organization,
      sections: this.sectionsPresent(),
      entries: entries as unknown as RegisterContents['entries'],
      exports: this.exports.known(this.files),
      subjects,
      placeOf: ({ face }) => positionInFile(face),
    };
  }

  /** What can be told of the register without walking its entries, by what has been checked so far; undefined before anything was. It holds until the next edit. */
  overview(): RegisterOverview | undefined {
    if (!this.runner) {
      return undefined;
    }
    const keys = this.main.keys().map(({ key, segment }) => ({ key: key.source, at: placeIn(segment, key) }));
    return {
      today: this.options.today,
      settings: this.context.settings,
      sections: this.context.sections,
      keys: keys.filter(({ at }) => this.main.isActive(at.segment)),
      fileCount: this.files.length,
      covered: this.covered.counts,
      pools: this.subjects.pools,
      subjects: this.subjects,
    };
  }

  /**
   * What was read of a file, segment by segment in order, by what has been checked so far; nothing before anything
   * was. It holds until the next edit.
   */
  *readings(path = mainPath): Generator<FileReading, void> {
    const file = this.fileAt(path);
    if (!this.runner || !file) {
      return;
    }
    let line = 0;
    for (const segment of file.document.segments) {
      yield { segment, line, keys: file.readingOf(segment).keys, entries: this.entriesIn(segment, file) };
      line += segment.lineBreaks;
    }
  }

  /** Where a file names others, under `exports` and `include`, by what has been checked so far. It holds until the next edit. */
  namedFiles(path = mainPath): readonly NamedFiles[] {
    const { exports = none, includes = none } = this.fileAt(path)?.head ?? {};
    return [
      ...exports.map(({ file, at }) => ({ under: 'exports', value: file, at }) as const),
      ...includes.map(at => ({ under: 'include', value: at.value, at, files: this.inclusionBy(path, at.value)?.files ?? none }) as const),
    ];
  }

  /** Where that is written for which an alias stands that begins at a place, by what has been checked so far; undefined where none does. It holds until the next edit. */
  targetOf(alias: Place): Place | undefined {
    return this.fileOf(alias.segment)?.targetOf(alias);
  }

  /** What stands at a position of a file, by what has been checked so far; undefined before anything was. It holds until the next edit. */
  spotAt(position: Position, path = mainPath): Spot | undefined {
    const file = this.fileAt(path);
    const found = this.runner && file?.document.segments.find(position);
    const segment = found && file!.document.segments.at(found.location);
    if (!segment) {
      return undefined;
    }
    const { today, settings } = this.context;
    const offset = segment.offsetAt(found.position);
    const entry = this.entriesIn(segment, file).findLast(({ start }) => start <= offset);
    return { segment, offset, entry, today, settings, sections: this.context.sections, subjects: this.subjects };
  }

  /**
   * What mends a finding, made now: the places hold until the next edit. None for a finding that isn't among those
   * of the register as it stands. Edits without a path are in the finding's own file.
   */
  fixes(finding: Finding): readonly Fix[] {
    return this.fixesBy(finding, (note, context) => note.fixes?.(context) ?? none);
  }

  /** Those of the fixes that are safe. Rules without such are not asked: they may take long to make theirs. */
  safeFixes(finding: Finding): readonly Fix[] {
    return rulesThatMend.has(finding.rule) ? this.fixes(finding).filter(({ safe }) => safe) : none;
  }

  /** What silences a finding, made now; as `fixes`. None for one that somebody else shows, who wouldn't hear of it. */
  silencers(finding: Finding): readonly Fix[] {
    return this.fixesBy(finding, (note, context) => {
      const isShownElsewhere = note.bySchema && this.leavesSchema(this.fileOf(note.at.segment)!);
      return isShownElsewhere ? none : silence(note, context);
    });
  }

  /**
   * Makes a change that somebody asks for, rather than a finding. Its places hold until the next edit.
   * @param path the file from which it is asked for: edits without a path are in it
   * @returns undefined where the check isn't done or has no such file, where `make` gives none, or the place of an edit is gone
   */
  change(make: (context: FixContext) => readonly ReportedEdit[] | undefined, path = mainPath): readonly FixEdit[] | undefined {
    const file = this.isDone ? this.fileAt(path) : undefined;
    const edits = file && make(makeFixContext(this.context, this.subjects, this.files, file));
    return edits && editsOf(edits, file.document.segments);
  }

  /** All mailboxes of an export of which a finding speaks; none for any other finding, and for one that the register doesn't have as it stands. */
  mailboxesOf(finding: Finding): readonly NotedMailbox[] {
    const note = this.isDone ? noteOf(finding) : undefined;
    return note ? this.exports.mailboxesOf(note) : none;
  }

  private leavesSchema(file: RegisterFile): boolean {
    const { leavesSchema } = this.options;
    return leavesSchema === 'always' || (leavesSchema === 'whereNamed' && file.namesSchema());
  }

  private list(path: string, leavesSchema: (file: RegisterFile) => boolean): readonly Finding[] {
    const file = this.fileAt(path);
    if (!file?.head || !this.runner) {
      return none;
    }
    const { today, limit } = this.options;
    return file.findings({ runner: this.runner, ruleNames, today, limit, leavesSchema: leavesSchema(file) });
  }

  private fixesBy(finding: Finding, make: (note: Noted, context: FixContext) => readonly ReportedFix[]): readonly Fix[] {
    const note = this.isDone ? noteOf(finding) : undefined;
    if (!note || !this.fileOf(note.at.segment)) {
      return none;
    }
    this.fixContext ??= makeFixContext(this.context, this.subjects, this.files, this.main);
    return make(note, this.fixContext).flatMap(fix => fixOf(fix, note.at.segment.slot!.chunk.list) ?? none);
  }

  private fileWith(path: string, text: string): RegisterFile {
    return new RegisterFile(path, text, rankOf, (segment, file) => this.forget(segment, file), segment => this.unplaced.add(segment));
  }

  private outdate(): void {
    this.isOutOfDate = true;
    this.reopen();
  }

  /** There is something to be done again. */
  private reopen(): void {
    this.steps = undefined;
    this.isDone = false;
    this.fixContext = undefined;
  }

  /** Takes a segment that is gone out of all that it was part of. */
  private forget(segment: Segment, file: RegisterFile): void {
    if (!this.unplaced.delete(segment)) {
      this.entriesIn(segment, file).forEach(entry => this.subjects.delete(entry));
    }
    this.unchecked.delete(segment);
  }

  private *allSteps(): Generator<void, void> {
    for (const file of this.files) {
      yield* file.load();
    }
    if (this.isOutOfDate || this.files.some(file => file.isHeadStale)) {
      this.takeHeads();
      yield;
    }
    yield* this.placeSegments();
    yield* this.placeExported();
    yield* this.settleSubjects();
    yield* this.runRules();
    this.noteExports();
    for (const { notebook } of this.files) {
      yield* notebook.sort();
    }
  }

  private *placeSegments(): Generator<void, void> {
    for (const segment of this.unplaced) {
      this.unplaced.delete(segment);
      this.entriesIn(segment).forEach(entry => this.subjects.add(entry));
      this.unchecked.add(segment);
      if (this.isStepDone()) {
        yield;
      }
    }
  }

  private *placeExported(): Generator<void, void> {
    for (let mailbox = this.exports.next(); mailbox; mailbox = this.exports.next()) {
      this.subjects.add(mailbox);
      this.unchecked.add(mailbox);
      if (this.isStepDone()) {
        yield;
      }
    }
  }

  private *settleSubjects(): Generator<void, void> {
    for (const changed of this.subjects.settle()) {
      // What rules say of an entry of a file is kept by its segment.
      this.unchecked.add('entryKind' in changed && !isExported(changed) ? changed.segment : changed as AnySubject | Mailbox);
      if (this.isStepDone()) {
        yield;
      }
    }
  }

  private *runRules(): Generator<void, void> {
    for (const each of this.unchecked) {
      this.unchecked.delete(each);
      if ('scope' in each) {
        this.checkSubject(each);
      } else if ('entryKind' in each) {
        this.checkExported(each);
      } else {
        this.checkSegment(each);
      }
      // A pool may have any number of holders, and is a step of its own.
      if (('scope' in each && each.scope !== 'person') || this.isStepDone()) {
        yield;
      }
    }
  }

  /** Notes where the register names an export what was found in the export. */
  private noteExports(): void {
    for (const file of this.files) {
      const notes = this.exports.notesOf(file);
      file.notebook.exchange(file.exportNotes, notes);
      file.exportNotes = notes;
    }
  }

  /** Whether so much was done that a caller may stop: to ask after every entry costs more than many an entry. */
  private isStepDone(): boolean {
    this.sinceStep = (this.sinceStep + 1) % unitsPerStep;
    return this.sinceStep === 0;
  }

  /** Reads the heads of files, and starts the check anew where the entries are to be read or checked differently. */
  private takeHeads(): void {
    const stale = this.files.filter(file => file.isHeadStale);
    for (const file of stale) {
      const head = file.takeHead(ruleNames);
      this.isOutOfDate ||= !file.head || !governsAlike(head, file.head);
      file.head = head;
    }
    if (this.isOutOfDate) {
      this.isOutOfDate = false;
      this.startAnew();
    }
    for (const file of this.files) {
      this.checkHead(file);
    }
  }

  private startAnew(): void {
    const { today, severities, decreedSeverities } = this.options;
    const settings = this.main.head?.settings ?? defaultSettings;
    this.exports.start(this.files);
    const sections = this.sectionsPresent();
    for (const file of this.files) {
      file.notebook.forgetSubjects();
      file.headNotes = none;
      file.exportNotes = none;
    }
    const subjects = new Subjects({ today, settings, compare: byPlace });
    const { persons, devices, servers } = subjects;
    this.subjects = subjects;
    this.covered.clear();
    this.context = { today, settings, sections, persons, devices, servers, licenses: subjects, inOrder: this.inOrder };
    this.runner = new RuleRunner(rules, this.context,
      rule => decreedSeverities?.[rule] ?? settings.severities.get(rule) ?? severities?.[rule]);
    this.unchecked.clear();
    for (const file of this.files) {
      for (const segment of file.document.segments) {
        this.unplaced.add(segment);
      }
    }
  }

  /** A plain list alone has no sections, but included it is what stands under `assignments`. */
  private sectionsPresent(): ReadonlySet<SectionKey> {
    const sections = new Set<SectionKey>(this.exports.isKnown ? ['mailboxes'] : none);
    for (const { head } of this.files) {
      head!.sections.forEach(section => sections.add(section));
      if (head!.isPlainList && this.files.length > 1) {
        sections.add('assignments');
      }
    }
    return sections;
  }

  private checkHead(file: RegisterFile): void {
    const { faults, includes, exports } = file.head!;
    const notes: Noted[] = [];
    for (const { segment, fault } of faults) {
      this.runner!.run('fault', { fault, segment }, notes);
    }
    for (const include of includes) {
      const inclusion = this.inclusionBy(file.path, include.value);
      if (inclusion) {
        this.runner!.run('inclusion', { inclusion, at: include }, notes);
      }
    }
    for (const named of exports) {
      const brought = this.exports.broughtFor(file.path, named);
      if (brought) {
        this.runner!.run('export', { brought, at: named.at }, notes);
      }
    }
    file.notebook.exchange(file.headNotes, notes);
    file.headNotes = notes;
  }

  private checkSubject(subject: AnySubject): void {
    let notes: Noted[] = [];
    if (!subject.isEmpty) {
      this.runner!.run(subject.scope, { [subject.scope]: subject } as unknown as Scopes[typeof subject.scope], notes);
    }
    if (subject.scope === 'person' || subject.scope === 'deviceHolder') {
      this.covered.note(subject, this.options.today);
    }
    if (this.options.leavesOutLater) {
      notes = notes.filter(({ at }) => isExported(at) || !this.isLater(at.segment));
    }
    const placed = this.exports.placed(notes);
    for (const file of this.files) {
      file.notebook.exchange(this.notesIn(file, subject.notes), this.notesIn(file, placed));
    }
    this.exports.exchange(subject.notes, placed);
    subject.notes = placed;
  }

  private notesIn(file: RegisterFile, notes: readonly Noted[]): readonly Noted[] {
    return this.files.length === 1 && !this.exports.isKnown ? notes : notes.filter(({ at }) => this.fileOf(at.segment) === file);
  }

  private checkSegment(segment: Segment): void {
    const file = this.fileOf(segment)!;
    const notes: Noted[] = [];
    const isActive = file.isActive(segment) && !this.isLater(segment, file);
    const { faults } = file.readingOf(segment);
    for (const fault of faults) {
      if (isActive || fault.rule === 'yaml-syntax' || fault.rule === 'duplicate-key') {
        this.runner!.run('fault', { fault, segment }, notes);
      }
    }
    this.runner!.run('text', { segment }, notes);
    for (const entry of isActive ? this.entriesIn(segment, file) : none) {
      this.checkEntry(entry, notes);
    }
    file.notebook.setOwn(segment, this.exports.placed(notes));
  }

  private checkExported(mailbox: Mailbox): void {
    const notes: Noted[] = [];
    this.checkEntry(mailbox, notes);
    this.exports.setOwn(mailbox, this.exports.placed(notes));
  }

  /** Adds what rules say of an entry on its own. */
  private checkEntry(entry: Entry, notes: Noted[]): void {
    const isBroken = entry.entryKind === 'assignment' && !this.subjects.isSound(entry);
    this.runner!.run(entry.entryKind, { entry } as Scopes[typeof entry.entryKind], notes, isBroken);
  }

  /** The entries of a segment that count. */
  private entriesIn(segment: Segment, file = this.fileOf(segment)!): readonly Entry[] {
    const entries = file.isActive(segment) ? file.readingOf(segment).entries : none;
    return this.options.leavesOutLater ? entries.filter(entry => entry.entryKind === 'purchase' || !beginsAfter(this.options.today, entry)) : entries;
  }

  /** Whether all that a segment records begins after today, and that is left out. */
  private isLater(segment: Segment, file = this.fileOf(segment)): boolean {
    const entries = this.options.leavesOutLater && file ? file.readingOf(segment).entries : none;
    return entries.length > 0 && entries.every(entry => beginsAfter(this.options.today, entry));
  }

  private fileAt(path: string): RegisterFile | undefined {
    return this.files.find(file => file.path === path);
  }

  /** What came of a glob of a file; undefined while nothing has. */
  private inclusionBy(from: string, included: string): Inclusion | undefined {
    return this.inclusions.find(({ path, glob }) => path === from && glob === included);
  }

  /** The file of a segment; undefined for one that is gone. */
  private fileOf({ slot }: Segment): RegisterFile | undefined {
    return slot && this.files[slot.chunk.list.rank];
  }

  private readonly inOrder = <E extends Entry>(entries: Iterable<E>, keep: (entry: E) => boolean = () => true): E[] => {
    const kept: E[] = [];
    for (const entry of entries) {
      if (keep(entry)) {
        kept.push(entry);
      }
    }
    return kept.sort(byPlace);
  };
}
