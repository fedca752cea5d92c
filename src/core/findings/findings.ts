import type { Day } from '../calendar';
import { severities, type Finding, type Fix, type FixEdit, type Severity } from './finding';
import type { ReportedEdit, ReportedFix } from '../fixes/context';
import { Multimap } from '../collections/multimap';
import type { Notebook, PlacedNote } from './notebook';
import { placeIn, type Noted } from '../rule';
import type { RuleRunner } from '../rule-runner';
import { rangeOf } from '../document/range-of';
import type { Segment } from '../document/segment';
import type { SegmentList } from '../document/segment-list';
import { worksOn, type Suppression } from './suppressions';

/** How findings are listed, in whatever file. */
export interface ListingOptions {
  readonly runner: RuleRunner;
  readonly ruleNames: readonly string[];
  readonly today: Day;
  readonly limit: number | undefined;
  /** Whether those are left out that a validator by the schema gives as well. */
  readonly leavesSchema: boolean;
}

/** What the list of a file's findings is made from. */
export interface FindingsSource extends ListingOptions {
  readonly notebook: Notebook;
  readonly segments: SegmentList;
  /** The segments with comments that silence findings. */
  readonly suppressions: ReadonlyMap<Segment, readonly Suppression[]>;
}

const notes = new WeakMap<Finding, Noted>();

/** The note of which a finding tells; undefined once that has gone from the register. */
export function noteOf(finding: Finding): Noted | undefined {
  const note = notes.get(finding);
  return note?.at.segment.slot && note;
}

/** Turns notes into findings: the silenced left out, the surplus counted, the places made absolute. */
export class FindingsLister {
  /** Findings made before, with the layout of lines that they were made in. */
  private readonly made = new WeakMap<Noted, { readonly finding: Finding; readonly layout: number }>();

  list(source: FindingsSource): readonly Finding[] {
    const { notebook, segments, leavesSchema } = source;
    const suppressions = placeSuppressions(source);
    const silenced = silence(suppressions, notebook);
    const counts = notebook.counts(leavesSchema);
    for (const note of silenced) {
      counts[note.severity] -= leavesSchema && note.bySchema ? 0 : 1;
    }
    const limit = source.limit ?? Infinity;
    const ofSurplus = suppressions.filter(silencesSurplus);
    const extra: PlacedNote[] = [];
    const tell = (told: readonly PlacedSuppression[]) => {
      for (const placed of told.flatMap(suppression => this.aboutSuppression(suppression, source))) {
        counts[placed.note.severity]++;
        extra.push(placed);
      }
    };
    tell(suppressions.filter(suppression => !ofSurplus.includes(suppression)));
    // One more, since what is said about these comments themselves may be what is too much. Without a limit,
    // as on the command line, they wait for the editor.
    if (source.limit === undefined || sum(counts) + 1 > limit) {
      ofSurplus.forEach(suppression => suppression.isUsed = true);
    }
    tell(ofSurplus);
    const total = sum(counts);
    const isCounted = total > limit && ofSurplus.length === 0;
    const quota = total <= limit ? counts : quotaWithin(counts, isCounted ? limit - 1 : limit);
    let listed = notebook.list(quota, leavesSchema ? note => !silenced.has(note) && !note.bySchema : note => !silenced.has(note));
    if (extra.length > 0) {
      listed = merged(listed, extra, quota);
    }
    const shown = [...isCounted ? surplus(total - limit + 1, source) : none, ...listed.map(({ note }) => note)];
    return shown.map(note => this.finding(note, segments));
  }

  private aboutSuppression({ suppression, segment, isUsed, isMisplaced, line }: PlacedSuppression, { runner, ruleNames }: FindingsSource): PlacedNote[] {
    const notes: Noted[] = [];
    runner.run('suppression', { suppression, segment, isUsed, isMisplaced, ruleNames }, notes);
    const { character } = segment.positionAt(suppression.start);
    return notes.map(note => ({ note, line, character }));
  }

  /** The same object as before as long as it says the same: so that whoever shows findings can tell what changed. */
  private finding(note: Noted, segments: SegmentList): Finding {
    const layout = layoutOf(note, segments);
    const made = this.made.get(note);
    if (made?.layout === layout) {
      return made.finding;
    }
    const finding = findingOf(note);
    const kept = made && standsAlike(made.finding, finding) ? made.finding : finding;
    this.made.set(note, { finding: kept, layout });
    notes.set(kept, note);
    return kept;
  }
}

/** Grows whenever one of the places of a note may be on another line than before. */
function layoutOf({ related = none }: Noted, segments: SegmentList): number {
  let { layout } = segments;
  const counted = new Set([segments]);
  for (const { at } of related) {
    const list = at.segment.slot?.chunk.list;
    if (list && !counted.has(list)) {
      counted.add(list);
      layout += list.layout;
    }
  }
  return layout;
}

function findingOf({ rule, severity, message, at, related = none, tags = none }: Noted): Finding {
  const { list } = at.segment.slot!.chunk;
  return {
    rule, severity, tags,
    message: message.text,
    template: message.template,
    arguments: message.arguments,
    range: rangeOf(at),
    // Between an edit and the work that follows, a note may still speak of what is gone.
    related: related.filter(({ at: { segment } }) => segment.slot).map(place => {
      const elsewhere = place.at.segment.slot!.chunk.list;
      return { range: rangeOf(place.at), message: place.message.text, ...elsewhere !== list && { path: elsewhere.path } };
    }),
  };
}

/** Whether two findings of one note stand, with all their places, on the same lines. */
function standsAlike(a: Finding, b: Finding): boolean {
  return a.range.start.line === b.range.start.line
    && a.related.length === b.related.length && a.related.every(({ range }, index) => range.start.line === b.related[index]!.range.start.line);
}

const none: readonly never[] = [];

interface PlacedSuppression {
  readonly suppression: Suppression;
  readonly segment: Segment;
  /** Its own line in the register. */
  readonly line: number;
  /** Whether it is for the whole file and doesn't stand above its content. */
  readonly isMisplaced: boolean;
  /** Whether it may silence anything: it hasn't run out, and isn't misplaced. */
  readonly works: boolean;
  isUsed: boolean;
}

function placeSuppressions({ suppressions, segments, today }: FindingsSource): PlacedSuppression[] {
  return [...suppressions]
    .sort(([a], [b]) => segments.orderOf(a) - segments.orderOf(b))
    .flatMap(([segment, inSegment]) => {
      const base = segments.lineOf(segment);
      return inSegment.map(suppression => {
        const isMisplaced = suppression.scope === 'file' && !isBeforeContent(segment, suppression);
        return { suppression, segment, line: base + suppression.line, isMisplaced, works: !isMisplaced && worksOn(suppression, today), isUsed: false };
      });
    });
}

function isBeforeContent(segment: Segment, { start }: Suppression): boolean {
  return segment.kind === 'head' || (segment.kind === 'whole' && segment.text.slice(0, start).split('\n').every(line => /^\s*(?:#.*|---\s*|%.*)?$/.test(line)));
}

/** The notes that suppressions silence; marks those that silence any. */
function silence(suppressions: readonly PlacedSuppression[], notebook: Notebook): ReadonlySet<Noted> {
  const silenced = new Set<Noted>();
  const inFile = new Multimap<string, PlacedSuppression>();
  const silenceBy = (placed: PlacedSuppression, note: Noted) => {
    silenced.add(note);
    placed.isUsed = true;
  };
  for (const placed of suppressions.filter(({ works }) => works)) {
    const { suppression: { scope, rules }, line } = placed;
    if (scope === 'file') {
      rules.forEach(rule => inFile.add(rule, placed));
      continue;
    }
    for (const { note } of notebook.onLine(scope === 'line' ? line : line + 1)) {
      if (rules.includes(note.rule)) {
        silenceBy(placed, note);
      }
    }
  }
  if (!inFile.isEmpty) {
    for (const { note } of notebook.all()) {
      for (const placed of inFile.get(note.rule)) {
        silenceBy(placed, note);
      }
    }
  }
  return silenced;
}

/** Whether a suppression is for the finding that counts those too many: it stands on the first line. */
function silencesSurplus({ suppression: { scope, rules }, line, works }: PlacedSuppression): boolean {
  return works && rules.includes('too-many-findings') && (scope === 'file' || (scope === 'line' && line === 0));
}

function sum(counts: Readonly<Record<Severity, number>>): number {
  return severities.reduce((total, severity) => total + counts[severity], 0);
}

/** How many findings of each severity are shown when only so many can be: the gravest. */
function quotaWithin(counts: Readonly<Record<Severity, number>>, most: number): Record<Severity, number> {
  const quota = { error: 0, warning: 0, info: 0, hint: 0 };
  let left = Math.max(most, 0);
  for (const severity of severities) {
    quota[severity] = Math.min(counts[severity], left);
    left -= quota[severity];
  }
  return quota;
}

function merged(listed: readonly PlacedNote[], extra: readonly PlacedNote[], quota: Readonly<Record<Severity, number>>): PlacedNote[] {
  const left = { ...quota };
  return [...listed, ...extra]
    .sort((a, b) => a.line - b.line || a.character - b.character)
    .filter(({ note }) => left[note.severity]-- > 0);
}

function surplus(count: number, { segments, runner }: FindingsSource): Noted[] {
  const notes: Noted[] = [];
  const [first] = segments;
  const lineEnd = first!.text.indexOf('\n');
  runner.run('surplus', { count, at: placeIn(first!, { start: 0, end: lineEnd < 0 ? first!.text.length : lineEnd }) }, notes);
  return notes;
}

/** A fix with its places made absolute; undefined where one of them has gone from the register. */
export function fixOf({ title, safe, edits }: ReportedFix, file: SegmentList): Fix | undefined {
  const inFiles = editsOf(edits, file);
  return inFiles && { title, safe, edits: inFiles };
}

/** Edits with their ranges, and paths where they aren't in the file given; undefined where a place of one is gone. */
export function editsOf(edits: readonly ReportedEdit[], file: SegmentList): FixEdit[] | undefined {
  return edits.every(({ at }) => at.segment.slot) ? edits.map(({ at, newText, isSnippet }) => {
    const { list } = at.segment.slot!.chunk;
    return { range: rangeOf(at), newText, ...isSnippet && { isSnippet }, ...list !== file && { path: list.path } };
  }) : undefined;
}
