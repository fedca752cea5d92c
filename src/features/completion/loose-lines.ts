import { openLevel, type Cursor, type Level } from '../cursor';
import type { Completion } from './completion';
import { slotOfLine, type Slot } from './slot';
import type { SlotFiller } from './slot-filler';

// Lines whose column doesn't tell yet what they belong to: Enter leaves the cursor below what came before, and who goes
// on typing there may mean the entry above, a new one, or a key of the register.

/** The slot of a line, at a column of it and behind a dash. */
type SlotAt = (column: number, dash?: string) => Slot;

const dash = '- ';

/** What a line with nothing on it can become. */
export function completeBlankLine({ levels, line, column: typedColumn, below }: Extract<Cursor, { at: 'blank' }>, filler: SlotFiller): Completion[] {
  const { place, indentation } = filler;
  const { offset, text } = place;
  const blanks = text.slice(line.start, offset);
  const hasTab = text.slice(line.start, line.end).includes('\t');
  // A tab can't stay: YAML takes none before a key.
  const column = hasTab ? blanks.replaceAll('\t', ' '.repeat(indentation)).length : typedColumn;
  const slotAt: SlotAt = (at, behind) => slotOfLine(line, hasTab ? undefined : offset, at, behind);
  const inner = levels.at(-1);
  if (!inner) {
    return place.isList ? filler.item(['-'], slotAt(place.dashes ?? 0, dash)) : filler.next(openLevel('map', [], 0), slotAt(0));
  }
  const { list, entry } = openEntry(levels);
  const isWithin = entry !== undefined && isWithinEntry(list, text, line.end);
  const value = isBegun(inner) ? belowKey({ path: [...inner.path, inner.key!], keyColumn: inner.column, column, slotAt, below, filler }) : [];
  // What stands left of the entry would take over its rest, and another key of the register what stands below this one.
  const possible = isWithin ? levels.filter(level => level.column > list!.column) : isAboveOwn(inner, line.end, filler) ? [] : levels;
  const meant = levelsAt(column, possible, value.length > 0 || (isBegun(inner) && inner.path.length === 0));
  const items = [...value, ...meant.flatMap(level => continued(level, slotAt, filler))];
  if (!list) {
    return items;
  }
  const isLeftOfEntries = column <= list.column;
  // Below a dash with nothing behind it its own entry is begun.
  const beginsOwn = entry?.keys.size === 0 && items.length > 0 && !isLeftOfEntries;
  const another = isWithin || meant.includes(list) || beginsOwn ? [] : continued(list, slotAt, filler);
  const all = isLeftOfEntries ? [...another, ...items] : [...items, ...another];
  // Enter behind the first key of an entry leads below its dash.
  const further = entry && isLeftOfEntries && (isWithin || isBelowText(text, line.start)) ? filler.keys(entry, slotAt(entry.column)) : [];
  return further[0]?.detail === 'required' ? [...further, ...all] : [...all, ...further];
}

/** What a word is offered that may be meant for the entry above it, or for a new one, beside what its column makes of it. */
export function withLooseKeys(items: readonly Completion[], { level, token, line }: Extract<Cursor, { at: 'key' }>, filler: SlotFiller): readonly Completion[] {
  if (!line) {
    return items;
  }
  const column = token.start - line.start;
  const slotAt: SlotAt = (at, behind) => slotOfLine({ start: line.start, end: token.end }, undefined, at, behind);
  if (line.levels.at(-1) === level && level.path.length === 0 && isBegun(level)) {
    return [...belowKey({ path: [level.key!], keyColumn: 0, column, slotAt, filler }), ...(isAboveOwn(level, token.end, filler) ? [] : items)];
  }
  const { text } = filler.place;
  const { list, entry } = openEntry(line.levels);
  const isWithin = isWithinEntry(list, text, token.end);
  if (!list || !entry || entry === level || level.isFlow || !(isWithin || isBelowText(text, line.start))) {
    return items;
  }
  const ofEntry = filler.keys(entry, slotAt(entry.column));
  if (isWithin && column <= list.column) {
    return ofEntry;
  }
  const loose = column > list.column ? ofEntry : [...ofEntry, ...continued(list, slotAt, filler)];
  // A word where the dashes stand is no key of what holds them.
  const others = column > 0 ? [] : items;
  // Enter leads below the dash: where none stands at the left edge, who is there went there for a key of the register.
  return list.column > 0 ? [...others, ...loose] : [...loose, ...others];
}

/** A new entry behind a dash that stands where the section has none. */
export function completeLooseDash({ line: { start, levels } }: Extract<Cursor, { at: 'dash' }>, filler: SlotFiller): Completion[] {
  const { list } = openEntry(levels);
  if (!list) {
    return [];
  }
  const slotAt: SlotAt = (at, behind) => slotOfLine({ start, end: filler.place.offset }, undefined, at, behind);
  // The editor compares with the dash, too.
  return continued(list, slotAt, filler).map(item => ({ ...item, filterText: `- ${item.filterText ?? item.label}` }));
}

/** A further item of a list, or the next key of a mapping, in its column. */
function continued(level: Level, slotAt: SlotAt, filler: SlotFiller): Completion[] {
  if (level.kind === 'seq') {
    return filler.item([...level.path, '-'], slotAt(level.column, dash));
  }
  return filler.sortAt(level.path) === 'mapping' ? filler.next(level, slotAt(level.column)) : [];
}

/**
 * The mappings and lists that a column may mean: those that have it, the innermost first; else the one around it.
 * @param isMeant whether something else is meant already where none has it
 */
function levelsAt(column: number, levels: readonly Level[], isMeant: boolean): readonly Level[] {
  const exact = levels.filter(level => level.column === column).reverse();
  if (exact.length > 0 || isMeant) {
    return exact;
  }
  return levels.filter((level, index) => startOf(level, levels[index - 1]) < column).slice(-1);
}

interface LineBelowKey {
  readonly path: readonly string[];
  readonly keyColumn: number;
  readonly column: number;
  readonly slotAt: SlotAt;
  /** What the lines after that make of it. */
  readonly below?: Level | undefined;
  readonly filler: SlotFiller;
}

/** What can stand on the line below a key with nothing behind it. */
function belowKey({ path, keyColumn, column, slotAt, below, filler }: LineBelowKey): Completion[] {
  const isIndented = column > keyColumn;
  const at = below?.column ?? (isIndented ? column : keyColumn + filler.indentation);
  switch (filler.sortAt(path)) {
    case 'mapping': return isIndented ? filler.keys(below ?? openLevel('map', path, at), slotAt(at)) : [];
    case 'list': return filler.item([...path, '-'], slotAt(path.length === 1 ? filler.place.dashes ?? at : at, dash));
    default: return [];
  }
}

/** The section that is open, and its entry. */
function openEntry(levels: readonly Level[]): { readonly list: Level | undefined; readonly entry: Level | undefined } {
  const list = levels.find(({ kind }) => kind === 'seq');
  return { list, entry: levels.find(({ kind, path }) => kind === 'map' && path.at(-1) === '-') };
}

/** Whether a mapping's last key has nothing behind it yet. */
function isBegun({ kind, key, keys }: Level): boolean {
  return kind === 'map' && key !== undefined && !keys.get(key);
}

/** The column where a mapping or list begins: an entry does with its dash. */
function startOf({ column }: Level, holder: Level | undefined): number {
  return holder?.kind === 'seq' ? holder.column : column;
}

/** Whether the line above the one at an offset says something. */
function isBelowText(text: string, lineStart: number): boolean {
  return /\S[^\n]*\n$/.test(text.slice(0, lineStart));
}

/** Whether a key of the register is open that has its entries or keys below the line at an offset. */
function isAboveOwn(level: Level, offset: number, { place: { text, isAboveEntries } }: SlotFiller): boolean {
  return level.path.length === 0 && isBegun(level) && (isAboveEntries || columnBelow(text, offset) > 0);
}

/** Whether lines below the one at an offset belong to the entry of a list that is open there. */
function isWithinEntry(list: Level | undefined, text: string, offset: number): boolean {
  return list !== undefined && columnBelow(text, offset) > list.column;
}

/** The column of what is said next below the line at an offset; -1 where nothing is. */
function columnBelow(text: string, offset: number): number {
  return /^[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*([ \t]*)(?![\s#]|$)/.exec(text.slice(offset))?.[1]!.length ?? -1;
}
