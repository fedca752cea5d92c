import { append } from '../collections/append';
import type { Fault } from '../reading/fault';
import { namedExports, type NamedExport } from '../exports/exports';
import { isSectionKey, rootFields, type Field, type SectionKey } from './fields';
import { isBlank } from '../reading/node';
import { expectedForm } from '../reading/schema';
import type { Span } from '../text/text';
import type { Misplaced } from '../reading/misplaced';
import { strayPlace, type SegmentReading } from '../reading/read-segment';
import type { Place, Section, Segment } from '../document/segment';
import { defaultSettings, readSettings, type RegisterSettings } from './settings';

/** What a register says about itself: all that its entries are read and checked by. */
export interface RegisterHead {
  /** The licensee, where the register names it by a single value. */
  readonly organization: string | undefined;
  readonly settings: RegisterSettings;
  /** The text behind the settings: equal texts are equal settings. */
  readonly settingsText: string;
  /** The sections that are there, if only as an empty list. */
  readonly sections: ReadonlySet<SectionKey>;
  /** Whether it is a list of assignments without a key above. */
  readonly isPlainList: boolean;
  /** Sections under a key that stands twice, and segments that hold such: their entries don't count. */
  readonly inactive: ReadonlySet<Section | Segment>;
  readonly faults: readonly { readonly segment: Segment; readonly fault: Fault }[];
  /** The exports of Exchange to compare with. */
  readonly exports: readonly NamedExport[];
  /** The globs of further files of the register. */
  readonly includes: readonly (Place & { readonly value: string })[];
}

/** What the head of a register is read from. */
export interface HeadParts {
  /** The segments that hold its keys, and those of the items of `include`, in order. */
  readonly segments: readonly { readonly segment: Segment; readonly reading: SegmentReading }[];
  /** Of the entries that aren't meant for their section those that are to be told. */
  readonly misplaced: readonly { readonly segment: Segment; readonly misplaced: Misplaced }[];
  /** Whether a section has entries in segments of their own. */
  readonly hasEntries: (section: Section) => boolean;
  /** The first entry in a segment of its own that stands under no key. */
  readonly plainEntry: { readonly segment: Segment; readonly reading: SegmentReading } | undefined;
  readonly ruleNames: readonly string[];
}

/** Reads the head of a register. */
export function readHead({ segments, misplaced, hasEntries, plainEntry, ruleNames }: HeadParts): RegisterHead {
  const sections = new Set<SectionKey>();
  const inactive = new Set<Section | Segment>();
  const faults: { segment: Segment; fault: Fault }[] = [];
  const firstByKey = new Map<string, { segment: Segment; start: number; end: number }>();
  let settings: RegisterSettings = defaultSettings;
  let settingsText = '';
  let organization: string | undefined;
  let exports: readonly NamedExport[] = [];
  const includes: (Place & { value: string })[] = [];
  for (const { segment, reading } of segments) {
    for (const { key, value } of reading.keys) {
      const { source, start, end } = key;
      const first = firstByKey.get(source);
      if (first) {
        faults.push({ segment, fault: { rule: 'duplicate-key', key: source, first, start, end } });
        inactive.add(segment.section ?? segment);
        continue;
      }
      firstByKey.set(source, { segment, start, end });
      const hasItems = isBlank(value) && segment.section !== undefined && hasEntries(segment.section);
      if (isSectionKey(source) && (value.kind === 'seq' || hasItems)) {
        sections.add(source);
      } else if (hasItems && Object.hasOwn(rootFields, source)) {
        // Its items stand in segments of their own, so that nothing was seen behind the key.
        const expected = expectedForm((rootFields as Readonly<Record<string, Field>>)[source]!);
        faults.push({ segment, fault: { rule: 'wrong-type', expected, found: 'list', what: source, bySchema: true, start, end } });
      } else if (source === 'settings' && value.kind === 'map') {
        const reading = readSettings(value, ruleNames);
        ({ settings } = reading);
        settingsText = segment.text;
        append(faults, reading.faults.map(fault => ({ segment, fault })));
      } else if (source === 'organization' && value.kind === 'scalar' && !isBlank(value)) {
        organization = value.source.trim();
      } else if (source === 'exports') {
        exports = namedExports(value, segment);
      }
    }
  }
  for (const { segment, reading } of segments) {
    if (!inactive.has(segment.section ?? segment)) {
      append(includes, reading.includes.filter(glob => !isBlank(glob)).map(({ source, start, end }) => ({ segment, start, end, value: source.trim() })));
    }
  }
  for (const { segment, misplaced: { section, key, start, end } } of misplaced) {
    if (!inactive.has(segment.section ?? segment)) {
      faults.push({ segment, fault: { rule: 'wrong-section', section, key, start, end } });
    }
  }
  append(faults, strayFaults(segments, firstByKey.size > 0));
  if (plainEntry && firstByKey.size > 0 && !plainEntry.reading.misplaced) {
    const { start, end } = plainEntry.reading.entries[0]?.head ?? wholeOf(plainEntry.segment);
    faults.push({ segment: plainEntry.segment, fault: { rule: 'wrong-section', section: 'assignments', key: undefined, start, end } });
  }
  const isPlainList = plainEntry !== undefined || (firstByKey.size === 0 && segments.some(({ reading }) => reading.entries.length > 0));
  return { organization, settings, settingsText, sections, isPlainList, inactive, faults, exports, includes };
}

/** A register that is a single text is one fault; a line of text between keys is another. */
function strayFaults(segments: readonly { readonly segment: Segment; readonly reading: SegmentReading }[], hasKeys: boolean): { segment: Segment; fault: Fault }[] {
  const strays = segments.flatMap(({ segment, reading }) => reading.stray ? [{ segment, place: strayPlace(segment, reading.stray), node: reading.stray }] : []);
  if (hasKeys) {
    return strays.map(({ segment, place }) => ({ segment, fault: { rule: 'yaml-syntax', code: 'STRAY_LINE', detail: '', ...place } }));
  }
  return strays.slice(0, 1).map(({ segment, place, node }) => ({
    segment,
    fault: { rule: 'wrong-type', expected: 'mapping', found: node.kind === 'seq' ? 'list' : 'value', what: undefined, bySchema: node.kind !== 'seq', ...place },
  }));
}

/** The first line of a segment of which nothing else can be pointed at. */
function wholeOf({ text }: Segment): Span {
  const start = text.search(/\S/);
  return { start, end: start + /^.*/.exec(text.slice(start))![0].trimEnd().length };
}

/** Whether everything that is read and checked by a head is read and checked the same by the other. */
export function governsAlike(a: RegisterHead, b: RegisterHead): boolean {
  return a.settingsText === b.settingsText && a.isPlainList === b.isPlainList && sameSet(a.sections, b.sections) && sameSet(a.inactive, b.inactive)
    && sameSet(filesOf(a), filesOf(b));
}

function filesOf({ exports }: RegisterHead): ReadonlySet<string> {
  return new Set(exports.map(({ kind, file }) => `${kind} ${file}`));
}

function sameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && [...a].every(item => b.has(item));
}
