import type { Day } from '../../core/calendar';
import { normalize } from '../../core/identifier';
import { hintFor } from '../../core/fixes/add-keys';
import { writeScalar } from '../../core/fixes/yaml-text';
import { literal } from '../../core/fixes/snippet';
import { nodeAt, type RegisterSchema } from '../schema-keys';
import { completeComment, type CommentRequest } from './comments';
import type { Completion, CompletionList } from './completion';
import { cursorAt, type Cursor, type Level } from '../cursor';
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
        const { level, token, hasColon } = cursor;
        return this.keyOrItem(level, slotOf(token, text, offset, level.isFlow ? undefined : level.column), { hasColon, typedKey: text.slice(token.start, token.end) });
      }
      case 'value': return this.value(cursor.path, cursor.level, slotOf(cursor.token, text, offset, undefined));
      case 'blank': return this.line(cursor);
    }
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
      return this.scalars(path, level.keys, slot);
    }
    const isNew = level.keys.size === 0 && !hasColon && path.at(-1) === '-';
    return [...(isNew && !level.isFlow ? this.entries(path, slot, startsInBraces(place.text)) : []), ...this.keys(level, slot, hasColon, typedKey)];
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
    const dashed = { ...slot, lead: `${slot.lead}- `, column: 2 };
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

  private line({ levels, line, column }: Extract<Cursor, { at: 'blank' }>): Completion[] {
    const { place, schema } = this.request;
    const { offset } = place;
    const slotAt = (at: number, dash?: string) => slotOfLine(line, offset, at, dash);
    const inner = levels.at(-1);
    const items: Completion[] = [];
    const listed = new Set<Level>();
    const addItem = (list: Level, at: number) => {
      listed.add(list);
      items.push(...this.itemOf([...list.path, '-'], slotAt(at, '- ')));
    };
    if (!inner) {
      return place.isList ? this.itemOf(['-'], slotAt(place.dashes ?? 0, '- ')) : this.root({ kind: 'map', path: [], column: 0, isFlow: false, keys: new Map(), key: undefined }, slotAt(0), { hasColon: false, typedKey: '' });
    }
    if (inner.kind === 'map' && inner.key !== undefined && !inner.keys.get(inner.key)) {
      items.push(...this.begun([...inner.path, inner.key], inner.column, column, slotAt));
    }
    const exact = levels.filter(level => level.column === column).reverse();
    const nearest = items.length > 0 ? [] : levels.filter(({ kind, column: own }) => kind === 'map' && own < column).slice(-1);
    for (const level of exact.length > 0 ? exact : nearest) {
      if (level.kind === 'seq') {
        addItem(level, level.column);
      } else if (level.path.length > 0 ? allows(nodeAt(schema, level.path) ?? {}, 'object') : true) {
        items.push(...this.keyOrItem(level, slotAt(level.column)));
      }
    }
    const section = levels.find(({ kind }) => kind === 'seq');
    if (section && !listed.has(section)) {
      const entries = this.itemOf([...section.path, '-'], slotAt(section.column, '- '));
      return column <= section.column ? [...entries, ...items] : [...items, ...entries];
    }
    return items;
  }

  /** What can stand on the line below a key with nothing behind it. */
  private begun(path: readonly string[], keyColumn: number, column: number, slotAt: (column: number, dash?: string) => Slot): Completion[] {
    const { schema, place } = this.request;
    const node = nodeAt(schema, path);
    const at = column > keyColumn ? column : keyColumn + this.indentation;
    if (node && allows(node, 'object') && column > keyColumn) {
      return this.keys({ kind: 'map', path, column: at, isFlow: false, keys: new Map(), key: undefined }, slotAt(at), false, '');
    }
    return node && allows(node, 'array') && !allows(node, 'object') ? this.itemOf([...path, '-'], slotAt(path.length === 1 ? place.dashes ?? at : at, '- ')) : [];
  }

  /** A further item of a list. */
  private itemOf(path: readonly string[], slot: Slot): Completion[] {
    const node = nodeAt(this.request.schema, path);
    if (!node) {
      return [];
    }
    return allows(node, 'object') ? this.entries(path, slot, startsInBraces(this.request.place.text)) : this.scalars(path, new Map(), slot);
  }

  private scalars(path: readonly string[], siblings: ReadonlyMap<string, string>, slot: Slot, wrap = (text: string) => text): Completion[] {
    const { known, schema, today, leavesSchema, place } = this.request;
    const { start, end } = slot.replaced;
    const written = place.text.slice(start, end);
    const hint = written === hintAt(path) ? written : '';
    const words = hint === '' ? normalize(slot.typed.slice(slot.quote.length)).split(' ').filter(Boolean) : [];
    const { items, isCut } = valueOffers({ path, siblings, known, schema, today, words, leavesSchema });
    // What is typed next may find others: they are asked for again.
    this.isIncomplete = isCut;
    const offers = items.map(offer => this.offer(offer, slot, wrap));
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

/** What a place to fill in shows of a value. */
function hintAt(path: readonly string[]): string {
  return hintFor(entryKindOf(path), path.findLast(step => step !== '-') ?? '');
}

/** Whether the entry is written in braces, as its neighbors then are. */
function startsInBraces(text: string): boolean {
  return /^[ \t]*-[ \t]*\{/.test(text);
}
