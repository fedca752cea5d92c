import { append } from '../collections/append';
import type { Anchors, Surroundings } from './anchors';
import type { Fault } from './fault';
import { isSectionKey, rootFields, sectionKinds, type EntryKind } from '../register/fields';
import { root as validateRoot } from '../generated/validate.mjs';
import type { Misplaced } from './misplaced';
import type { Entry } from '../register/model';
import { headOf, isBlank, pairOf, type MapNode, type Node, type ScalarNode } from './node';
import { readEntry } from './read-entry';
import { readMapping } from './read-mapping';
import { readMarked } from './read-marked';
import { readYaml, type YamlContent } from './read-yaml';
import { scanEntry, scanKey } from './scan-entry';
import { schemaFaults, type MappingKind } from './schema';
import type { Segment } from '../document/segment';
import { say } from '../text/sentence';

/** A key of a register that is a mapping. */
export interface RootKey {
  readonly key: ScalarNode;
  readonly value: Node;
}

/** What stands in one segment. */
export interface SegmentReading {
  readonly entries: readonly Entry[];
  readonly faults: readonly Fault[];
  /** The register's own keys in it, in order. */
  readonly keys: readonly RootKey[];
  /** The items of a list under `include`. */
  readonly includes: readonly ScalarNode[];
  /** Content that is neither a key nor an entry. */
  readonly stray: Node | undefined;
  /** The first of its entries that stand in a section that they aren't meant for. */
  readonly misplaced: Misplaced | undefined;
  /** What ties it to the rest of the document; undefined where neither an anchor nor an alias stands in it. */
  readonly anchors: Anchors | undefined;
}

const none: readonly never[] = [];
const rootKind: MappingKind = { name: say`register`, fields: rootFields, alternatives: none };
const nothing: SegmentReading = { entries: none, faults: none, keys: none, includes: none, stray: undefined, misplaced: undefined, anchors: undefined };

/** Reads one segment, whose aliases may stand for something before it. Never throws on bad input. */
export function readSegment(segment: Segment, surroundings: Surroundings): SegmentReading {
  switch (segment.kind) {
    case 'head':
      return nothing;
    case 'tail':
      return { ...nothing, faults: furtherDocument(segment.text) };
    case 'item':
      return readItem(segment, surroundings);
    default:
      return readKeys(segment, surroundings);
  }
}

function readItem(segment: Segment, surroundings: Surroundings): SegmentReading {
  const content = scanned(scanEntry(segment.text)) ?? readMarked(segment.text, surroundings) ?? readYaml(segment.text, surroundings);
  const reader = new EntriesReader(segment, content.faults);
  const items = content.root?.kind === 'seq' ? content.root.items : none;
  const includes = segment.section?.key === 'include' ? reader.readIncludes(items) : none;
  reader.read(kindOf(segment), items);
  // Lists that grew have room for more, and there are as many as entries: these live on.
  return { ...nothing, entries: [...reader.entries], faults: reader.faults.length > 0 ? reader.faults : none, includes, misplaced: reader.misplaced, anchors: content.anchors };
}

/** What the scanner takes has no faults and no anchors. */
function scanned(root: Node | undefined): YamlContent | undefined {
  return root && { root, faults: none, anchors: undefined };
}

function kindOf(segment: Segment): EntryKind | undefined {
  const key = segment.section?.key;
  return key === undefined ? 'assignment' : isSectionKey(key) ? sectionKinds[key] : undefined;
}

function readKeys(segment: Segment, surroundings: Surroundings): SegmentReading {
  const { root, faults, anchors } = (segment.kind === 'key' ? scanned(scanKey(segment.text)) : undefined) ?? readYaml(segment.text, surroundings);
  const reader = new EntriesReader(segment, faults);
  if (root?.kind === 'seq' && segment.kind === 'whole') {
    reader.read('assignment', root.items);
    return { ...nothing, entries: reader.entries, faults: reader.faults, misplaced: reader.misplaced, anchors };
  }
  if (root?.kind !== 'map') {
    return { ...nothing, faults, anchors, stray: root && !isBlank(root) && !faults.some(fault => fault.rule === 'yaml-syntax') ? root : undefined };
  }
  reader.readRoot(root);
  const list = pairOf(root, 'include')?.value;
  const includes = list?.kind === 'seq' ? list.items.filter(item => item.kind === 'scalar') : none;
  return { entries: reader.entries, faults: reader.faults, keys: root.pairs, includes, stray: undefined, misplaced: reader.misplaced, anchors };
}

class EntriesReader {
  readonly entries: Entry[] = [];
  readonly faults: Fault[];
  misplaced: Misplaced | undefined;
  private readonly broken: readonly number[];

  constructor(private readonly segment: Segment, faults: readonly Fault[]) {
    this.faults = [...faults];
    this.broken = faults.filter(fault => fault.rule === 'yaml-syntax').map(fault => fault.start);
  }

  read(kind: EntryKind | undefined, items: readonly Node[], end = this.segment.text.length): void {
    if (!kind) {
      return;
    }
    for (const [index, item] of items.entries()) {
      const damaged = this.broken.length > 0 && this.isBrokenBetween(item.start, items[index + 1]?.start ?? end);
      const { entry, faults, misplaced } = readEntry(kind, item, this.segment, damaged);
      append(this.faults, faults);
      this.misplaced ??= misplaced;
      if (entry) {
        this.entries.push(entry);
      }
    }
  }

  readIncludes(items: readonly Node[]): ScalarNode[] {
    return items.flatMap(item => {
      if (item.kind === 'scalar') {
        return item;
      }
      const { start, end } = headOf(item);
      this.faults.push({ rule: 'wrong-type', expected: 'value', found: item.kind === 'map' ? 'mapping' : 'list', what: say`item of \`include\``, bySchema: true, start, end });
      return none;
    });
  }

  readRoot(root: MapNode): void {
    const { view, faults } = readMapping(root, rootFields, this.segment);
    append(this.faults, faults);
    if (!validateRoot(view)) {
      append(this.faults, schemaFaults(validateRoot, root, rootKind));
    }
    for (const [index, { key, value }] of root.pairs.entries()) {
      if (value.kind === 'seq' && isSectionKey(key.source)) {
        this.read(sectionKinds[key.source], value.items, root.pairs[index + 1]?.key.start);
      }
    }
  }

  private isBrokenBetween(start: number, end: number): boolean {
    return this.broken.some(at => at >= start && at <= end) || this.segment.kind === 'item';
  }
}

/** The `---` that starts a second document, or what stands behind a `...`. */
function furtherDocument(text: string): readonly Fault[] {
  const marker = /^---(?=\s|$)/m.exec(text);
  const bare = marker ?? /^[^\s#.%][^\r\n]*|^ +[^\s#][^\r\n]*/m.exec(text);
  return bare ? [{ rule: 'several-documents', start: bare.index, end: bare.index + bare[0].trimEnd().length }] : none;
}

/** Where content stands that is neither a key nor an entry: its first line. */
export function strayPlace(segment: Segment, node: Node): { start: number; end: number } {
  const { start } = headOf(node);
  const lineEnd = segment.text.indexOf('\n', start);
  const end = lineEnd < 0 ? segment.text.length : lineEnd;
  return { start, end: start + segment.text.slice(start, end).trimEnd().length };
}
