import type { Day } from '../../core/calendar';
import { normalize } from '../../core/register/identifier';
import { hintFor } from '../../core/fixes/add-keys';
import { writeScalar } from '../../core/fixes/yaml-text';
import { literal } from '../../core/fixes/snippet';
import { nodeAt, type RegisterSchema } from '../schema-keys';
import { completeComment, type CommentRequest } from './comments';
import type { Completion, CompletionList } from './completion';
import { cursorAt, openLevel, type Cursor, type Level, type LooseLine, type Token } from '../cursor';
import { entriesFor, wholeRegister, type LinesSnippet } from './entries';
import { allows, braced, completeKeys } from './keys';
import type { Known } from './known';
import { unreadTypeOffers } from './license-types';
import type { Offer } from './offer';
import type { TextPlace } from '../place';
import { linesIn, slotOf, slotOfLine, type Slot } from './slot';
import { entryKindOf, valueOffers } from './values';
import { ruleOffers } from './words';

export interface CompletionRequest {
  readonly place: TextPlace;
  readonly known: Known;
  readonly schema: RegisterSchema;
  readonly today: Day;
  /** By how many columns the file is indented, where it doesn't show that itself. */
  readonly indentation: number;
  /** Whether another extension offers what the schema says: keys, and the words and examples that it lists. */
  readonly leavesSchema: boolean;
  readonly foundRules: CommentRequest['foundRules'];
}

/**
 * What can be written where a cursor stands in a register. The place is read from the lines around the cursor as they
 * are now, however broken; only what can be offered of other entries comes from the check, or from what it knew last.
 */
export function completionsAt(request: CompletionRequest): CompletionList {
  const { place } = request;
  const cursor = cursorAt(place.text, place.offset, place.around);
  return cursor ? new Completer(request).complete(cursor) : { items: [], isIncomplete: false };
}

class Completer {
  private isIncomplete = false;
  private readonly indentation: number;

  constructor(private readonly request: CompletionRequest) {
    const { dashes = 0 } = request.place;
    this.indentation = dashes > 0 ? dashes : request.indentation;
  }

  complete(cursor: Cursor): CompletionList {
    return { items: this.itemsAt(cursor), isIncomplete: this.isIncomplete };
  }

  private itemsAt(cursor: Cursor): Completion[] {
    const { place, today, foundRules } = this.request;
    const { text, offset } = place;
    switch (cursor.at) {
      case 'comment': return completeComment({ comment: cursor, text, offset, isHead: place.isHead, today, foundRules });
      case 'key': {
        const { level, token, hasColon, line } = cursor;
        const items = this.keyOrItem(level, slotOf(token, text, offset, level.isFlow ? undefined : level.column), { hasColon, typedKey: text.slice(token.start, token.end) });
        return line ? this.withLoose(items, line, level, token) : level.isFlow && token.start === token.end ? withComma(items, text.slice(offset)) : items;
      }
      case 'dash': return this.itemOfSection(cursor.line);
      case 'value': return this.value(cursor.path, cursor.level, slotOf(cursor.token, text, offset, undefined));
      case 'blank': return this.line(cursor);
    }
  }

  /** What a word is offered that may be meant for the entry above it, or for a new one, beside what its column makes of it. */
  private withLoose(items: readonly Completion[], line: LooseLine, level: Level, token: Token): Completion[] {
    const column = token.start - line.start;
    const { list, entry } = openEntry(line.levels);
    const inner = line.levels.at(-1);
    const indented = (at: number, dash = ''): Slot => ({
      replaced: { start: line.start, end: token.end }, lead: ' '.repeat(at) + dash, quote: '', typed: '', column: at + dash.length,
    });
    if (inner === level && level.path.length === 0 && isBegun(level)) {
      return [...this.begun([level.key!], 0, column, indented), ...items];
    }
    const { text } = this.request.place;
    const isWithin = list && entry && goesOn(text, token.end, list.column);
    if (!list || !entry || entry === level || level.isFlow || !(isWithin || isBelowText(text, line.start))) {
      return [...items];
    }
    const keys = this.keys(entry, indented(entry.column), false, '');
    if (isWithin && column <= list.column) {
      return keys;
    }
    const loose = column > list.column ? keys : [...keys, ...this.itemOf([...list.path, '-'], indented(list.column, '- '))];
    // A word where the dashes stand is no key of what holds them.
    const others = column > 0 ? [] : items;
    // Enter leads below the dash: where none stands at the left edge, who is there went there for a key of the register.
    return list.column > 0 ? [...others, ...loose] : [...loose, ...others];
  }

  /** A new entry behind a dash that stands where the section has none. */
  private itemOfSection({ start, levels }: LooseLine): Completion[] {
    const { offset } = this.request.place;
    const { list } = openEntry(levels);
    if (!list) {
      return [];
    }
    const slot: Slot = { replaced: { start, end: offset }, lead: `${' '.repeat(list.column)}- `, quote: '', typed: '', column: list.column + 2 };
    // The editor compares with the dash, too.
    return this.itemOf([...list.path, '-'], slot).map(item => ({ ...item, filterText: `- ${item.filterText ?? item.label}` }));
  }

  /** The next key of a mapping, or an item of a list. */
  private keyOrItem(level: Level, slot: Slot, { hasColon = false, typedKey = '' } = {}): Completion[] {
    const { path } = level;
    const { place } = this.request;
    if (path.length === 0) {
      return this.root(level, slot, { hasColon, typedKey });
    }
    const node = nodeAt(this.request.schema, path);
    if (!node) {
      return [];
    }
    if (!allows(node, 'object')) {
      return allows(node, 'array') ? this.firstItem(level, slot) : this.scalars(path, level.keys, slot);
    }
    const isNew = level.keys.size === 0 && !hasColon && path.at(-1) === '-';
    return [...(isNew && !level.isFlow ? this.entries(path, slot, place.isInBraces) : []), ...this.keys(level, slot, hasColon, typedKey)];
  }

  /** The first entry of a list where a word stands without a dash. */
  private firstItem({ path, isFlow }: Level, slot: Slot): Completion[] {
    const item = nodeAt(this.request.schema, [...path, '-']);
    return isFlow || slot.column === undefined || !item || !allows(item, 'object') ? []
      : this.keyOrItem(openLevel('map', [...path, '-'], slot.column + 2), { ...slot, lead: `${slot.lead}- `, column: slot.column + 2 });
  }

  private root(level: Level, slot: Slot, { hasColon, typedKey }: { readonly hasColon: boolean; readonly typedKey: string }): Completion[] {
    const { place } = this.request;
    if (place.isList) {
      return [];
    }
    for (const key of place.rootKeys()) {
      level.keys.set(key, level.keys.get(key) ?? '');
    }
    const isEmpty = place.isEmpty || (level.keys.size === 0 && !hasColon);
    return [...(isEmpty ? this.beginnings(slot) : []), ...this.keys(level, slot, hasColon, typedKey)];
  }

  /** A whole register to begin with, or the first entry of a plain list. */
  private beginnings(slot: Slot): Completion[] {
    const dashed = { ...slot, lead: `${slot.lead}- `, column: (slot.column ?? 0) + 2 };
    return [this.lines(wholeRegister(' '.repeat(this.indentation)), slot), ...this.entries(['-'], dashed, false)];
  }

  private keys({ path, keys }: Level, slot: Slot, hasColon: boolean, typedKey: string): Completion[] {
    const { schema, known, leavesSchema, place } = this.request;
    const present = new Set(keys.keys());
    if (hasColon) {
      present.delete(typedKey);
    }
    const ofRegister = path.join('.') === 'settings.severities' ? ruleOffers() : path.join('.') === 'settings.typeNames' ? unreadTypeOffers(known) : [];
    return [
      ...ofRegister.filter(({ text }) => !present.has(text)).map(offer => {
        const item = this.offer(offer, slot);
        return hasColon ? item : { ...item, newText: `${item.newText}: `, suggestsNext: true };
      }),
      ...(leavesSchema ? [] : completeKeys({ slot, path, present, hasColon, schema, known, indentation: this.indentation, lineEnd: place.lineEnd })),
    ];
  }

  private entries(path: readonly string[], slot: Slot, isFlow: boolean): Completion[] {
    const { schema } = this.request;
    const kind = path.length <= 2 ? entryKindOf(path) : undefined;
    if (kind) {
      return entriesFor(kind, isFlow).map(entry => this.lines(entry, slot));
    }
    const mapping = braced(path, schema);
    return mapping ? [this.lines(mapping, slot)] : [];
  }

  /** The value behind a key, or an item in brackets. */
  private value(path: readonly string[], level: Level, slot: Slot): Completion[] {
    const { schema, leavesSchema } = this.request;
    const node = nodeAt(schema, path);
    if (!node) {
      return [];
    }
    if (allows(node, 'object')) {
      return leavesSchema ? [] : this.entries(path, slot, true);
    }
    if (allows(node, 'array')) {
      return this.list(path, level, slot);
    }
    return this.scalars(path, level.keys, slot);
  }

  /** A list where a key has nothing behind it yet: in brackets, or its first entry on the next line. */
  private list(path: readonly string[], level: Level, slot: Slot): Completion[] {
    const { schema, place } = this.request;
    const item = nodeAt(schema, [...path, '-']);
    if (!item) {
      return [];
    }
    if (!allows(item, 'object')) {
      return this.scalars([...path, '-'], level.keys, slot, text => `[${text}]`);
    }
    if (level.isFlow || slot.typed !== '') {
      return [];
    }
    const column = level.column + this.indentation;
    const start = slot.replaced.start - /[ \t]*$/.exec(place.text.slice(0, slot.replaced.start))![0].length;
    const below = { ...slot, replaced: { ...slot.replaced, start }, lead: `${place.lineEnd}${' '.repeat(column)}- `, column: column + 2 };
    return this.entries([...path, '-'], below, false);
  }

  private line({ levels, line, column: typedColumn, below }: Extract<Cursor, { at: 'blank' }>): Completion[] {
    const { place, schema } = this.request;
    const { offset, text } = place;
    const blanks = text.slice(line.start, offset);
    const hasTab = text.slice(line.start, line.end).includes('\t');
    // A tab can't stay: YAML takes none before a key.
    const column = hasTab ? blanks.replaceAll('\t', ' '.repeat(this.indentation)).length : typedColumn;
    const slotAt = (at: number, dash?: string) => slotOfLine(line, hasTab ? undefined : offset, at, dash);
    const inner = levels.at(-1);
    const items: Completion[] = [];
    const listed = new Set<Level>();
    const addItem = (list: Level, at: number) => {
      listed.add(list);
      items.push(...this.itemOf([...list.path, '-'], slotAt(at, '- ')));
    };
    if (!inner) {
      return place.isList ? this.itemOf(['-'], slotAt(place.dashes ?? 0, '- ')) : this.root(openLevel('map', [], 0), slotAt(0), { hasColon: false, typedKey: '' });
    }
    if (isBegun(inner)) {
      items.push(...this.begun([...inner.path, inner.key!], inner.column, column, slotAt, below));
    }
    const { list, entry } = openEntry(levels);
    const isWithin = list && entry && goesOn(text, line.end, list.column);
    const isFree = (level: Level) => !isWithin || level.column > list.column;
    const exact = levels.filter(level => level.column === column && isFree(level)).reverse();
    const nearest = items.length > 0 || (inner.path.length === 0 && isBegun(inner)) ? [] : levels.filter((level, index) => isFree(level) && startOf(level, levels[index - 1]) < column).slice(-1);
    for (const level of exact.length > 0 ? exact : nearest) {
      if (level.kind === 'seq') {
        addItem(level, level.column);
      } else if (level.path.length > 0 ? allows(nodeAt(schema, level.path) ?? {}, 'object') : true) {
        items.push(...this.keyOrItem(level, slotAt(level.column)));
      }
    }
    // Below a dash with nothing behind it its own entry is begun.
    const beginsOwn = list && entry?.keys.size === 0 && items.length > 0 && column > list.column;
    if (list && !isWithin && !listed.has(list) && !beginsOwn) {
      const entries = this.itemOf([...list.path, '-'], slotAt(list.column, '- '));
      items[column <= list.column ? 'unshift' : 'push'](...entries);
    }
    // Enter behind the first key of an entry leads below its dash.
    const further = list && entry && column <= list.column && (isWithin || isBelowText(text, line.start)) ? this.keys(entry, slotAt(entry.column), false, '') : [];
    return further[0]?.detail === 'required' ? [...further, ...items] : [...items, ...further];
  }

  /** What can stand on the line below a key with nothing behind it. @param below what the lines after that make of it */
  private begun(path: readonly string[], keyColumn: number, column: number, slotAt: (column: number, dash?: string) => Slot, below?: Level): Completion[] {
    const { schema, place } = this.request;
    const node = nodeAt(schema, path);
    const at = below?.column ?? (column > keyColumn ? column : keyColumn + this.indentation);
    if (node && allows(node, 'object') && column > keyColumn) {
      return this.keys(below ?? openLevel('map', path, at), slotAt(at), false, '');
    }
    return node && allows(node, 'array') && !allows(node, 'object') ? this.itemOf([...path, '-'], slotAt(path.length === 1 ? place.dashes ?? at : at, '- ')) : [];
  }

  /** A further item of a list. */
  private itemOf(path: readonly string[], slot: Slot): Completion[] {
    const node = nodeAt(this.request.schema, path);
    if (!node) {
      return [];
    }
    return allows(node, 'object') ? this.entries(path, slot, this.request.place.isInBraces) : this.scalars(path, new Map(), slot);
  }

  private scalars(path: readonly string[], siblings: ReadonlyMap<string, string>, slot: Slot, wrap = (text: string) => text): Completion[] {
    const { known, schema, today, leavesSchema, place } = this.request;
    const { start, end } = slot.replaced;
    const written = place.text.slice(start, end);
    const hint = written === hintAt(path) ? written : '';
    const words = hint === '' ? normalize(slot.typed.slice(slot.quote.length)).split(' ').filter(Boolean) : [];
    const { items, isCut } = valueOffers({ path, siblings, known, schema, today, words, leavesSchema });
    // What is typed next may find others: they are asked for again.
    this.isIncomplete ||= isCut;
    const isListed = path.at(-1) === '-' ? ({ text }: Offer) => siblings.has(text) : () => false;
    const offers = items.filter(item => !isListed(item)).map(offer => this.offer(offer, slot, wrap));
    // The editor compares with what stands there.
    return hint === '' ? offers : offers.map(offer => ({ ...offer, filterText: `${hint} ${offer.filterText}`, fillsPlace: true }));
  }

  private offer({ text, kind, detail, documentation, alias, isWord = false }: Offer, slot: Slot, wrap = (written: string) => written): Completion & { readonly filterText: string } {
    const written = isWord ? (/^(?:true|false)$/.test(text) ? text : slot.quote + text + slot.quote) : writeScalar(text, slot.quote);
    return { label: text, kind, detail, documentation, replaced: slot.replaced, newText: slot.lead + wrap(written), filterText: `${slot.quote}${text}${alias === undefined ? '' : ` ${alias}`}` };
  }

  private lines({ label, detail, lines }: LinesSnippet, slot: Slot): Completion {
    const { lineEnd } = this.request.place;
    const newText = linesIn({ ...slot, lead: literal(slot.lead) }, lines, lineEnd)!;
    return { label, kind: 'entry', detail, replaced: slot.replaced, newText, isSnippet: true };
  }
}

/** Keys with the comma that must stand behind them where another one follows in the braces. */
function withComma(items: readonly Completion[], behind: string): Completion[] {
  const next = /^(\s*)[^\s,}\]#]/.exec(behind);
  return next ? items.map(item => ({
    ...item,
    newText: `${item.isSnippet ? item.newText : `${literal(item.newText)}$1`},${next[1] === '' ? ' ' : ''}`,
    isSnippet: true,
  })) : [...items];
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

/** Whether lines below the one at an offset belong to the entry of a list whose dashes stand in a column. */
function goesOn(text: string, offset: number, dashes: number): boolean {
  const next = /^[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*([ \t]*)(?![\s#]|$)/.exec(text.slice(offset));
  return next !== null && next[1]!.length > dashes;
}

/** Whether the line above the one at an offset says something. */
function isBelowText(text: string, lineStart: number): boolean {
  return /\S[^\n]*\n$/.test(text.slice(0, lineStart));
}

/** What a place to fill in shows of a value. */
function hintAt(path: readonly string[]): string {
  return hintFor(entryKindOf(path), path.findLast(step => step !== '-') ?? '');
}
