import { hintFor } from '../../core/fixes/add-keys';
import { literal } from '../../core/fixes/snippet';
import { normalize } from '../../core/register/identifier';
import { openLevel, type Level } from '../cursor';
import type { TextPlace } from '../place';
import { nodeAt } from '../schema-keys';
import type { Completion } from './completion';
import type { CompletionRequest } from './completion-request';
import { entriesFor, wholeRegister, type EntryLayout, type LinesSnippet } from './entries';
import { allows, braced, completeKeys } from './keys';
import type { Known } from './known';
import { unreadTypeOffers } from './license-types';
import { completionOf, type Offer } from './offer';
import { behindDash, linesIn, type Slot } from './slot';
import { entryKindOf, valueOffers } from './values';
import { ruleOffers } from './words';

/** Finds what can be written into a slot, once it is known what the slot is for. */
export class SlotFiller {
  readonly place: TextPlace;
  /** By how many columns the entries of a section are indented. */
  readonly indentation: number;
  /** How the entries around are written. */
  private readonly layout: EntryLayout;
  private isCut = false;

  constructor(private readonly request: CompletionRequest) {
    const { place, indentation } = request;
    const { dashes = 0 } = place;
    this.place = place;
    this.indentation = dashes > 0 ? dashes : indentation;
    this.layout = place.isInBraces ? 'braces' : 'lines';
  }

  /** Whether more would have been found if more had been typed. */
  get isIncomplete(): boolean {
    return this.isCut;
  }

  /**
   * The next key of a mapping, or the next item of a list.
   * @param givenKey the key that stands there, if it has its colon: it alone is replaced
   */
  next(level: Level, slot: Slot, givenKey?: string): Completion[] {
    const { path, keys, isFlow } = level;
    if (path.length === 0) {
      return this.rootKeys(level, slot, givenKey);
    }
    switch (this.sortAt(path)) {
      case 'mapping': {
        const isNewEntry = path.at(-1) === '-' && keys.size === 0 && givenKey === undefined && !isFlow;
        return [...(isNewEntry ? this.entries(path, slot, this.layout) : []), ...this.keys(level, slot, givenKey)];
      }
      case 'list': return this.firstItem(level, slot);
      case 'scalar': return this.scalars(path, keys, slot);
      case undefined: return [];
    }
  }

  /** The keys that a mapping doesn't have yet. @param givenKey see `next` */
  keys({ path, keys }: Level, slot: Slot, givenKey?: string): Completion[] {
    const { schema, known, leavesSchema, place } = this.request;
    const hasColon = givenKey !== undefined;
    const present = new Set(keys.keys());
    if (hasColon) {
      present.delete(givenKey);
    }
    const ofRegister = keyOffers(path, known).filter(({ text }) => !present.has(text)).map(offer => {
      const item = completionOf(offer, slot);
      return hasColon ? item : { ...item, newText: `${item.newText}: `, suggestsNext: true };
    });
    const ofSchema = leavesSchema ? [] : completeKeys({ slot, path, present, hasColon, schema, known, indentation: this.indentation, lineEnd: place.lineEnd });
    return [...ofRegister, ...ofSchema];
  }

  /** A further item of a list. @param path of the item, which ends with `-` */
  item(path: readonly string[], slot: Slot): Completion[] {
    switch (this.sortAt(path)) {
      case 'mapping': return this.entries(path, slot, this.layout);
      case 'list':
      case 'scalar': return this.scalars(path, new Map(), slot);
      case undefined: return [];
    }
  }

  /** The value behind a key, or an item in brackets. */
  value(path: readonly string[], level: Level, slot: Slot): Completion[] {
    switch (this.sortAt(path)) {
      case 'mapping': return this.request.leavesSchema ? [] : this.entries(path, slot, 'braces');
      case 'list': return this.list(path, level, slot);
      case 'scalar': return this.scalars(path, level.keys, slot);
      case undefined: return [];
    }
  }

  /** What sort of value the schema has at a path; undefined where it has none. A mapping, where it may also be something else. */
  sortAt(path: readonly string[]): 'mapping' | 'list' | 'scalar' | undefined {
    if (path.length === 0) {
      return 'mapping';
    }
    const node = nodeAt(this.request.schema, path);
    if (!node) {
      return undefined;
    }
    if (allows(node, 'object')) {
      return 'mapping';
    }
    return allows(node, 'array') ? 'list' : 'scalar';
  }

  private rootKeys(level: Level, slot: Slot, givenKey: string | undefined): Completion[] {
    const { place } = this.request;
    if (place.isList) {
      return [];
    }
    for (const key of place.rootKeys()) {
      level.keys.set(key, level.keys.get(key) ?? '');
    }
    const isEmpty = place.isEmpty || (level.keys.size === 0 && givenKey === undefined);
    return [...(isEmpty ? this.beginnings(slot) : []), ...this.keys(level, slot, givenKey)];
  }

  /** A whole register to begin with, or the first entry of a plain list. */
  private beginnings(slot: Slot): Completion[] {
    return [this.snippet(wholeRegister(' '.repeat(this.indentation)), slot), ...this.entries(['-'], behindDash(slot), 'lines')];
  }

  /** The first entry of a list where a word stands without a dash. */
  private firstItem({ path, isFlow }: Level, slot: Slot): Completion[] {
    const itemPath = [...path, '-'];
    if (isFlow || slot.column === undefined || this.sortAt(itemPath) !== 'mapping') {
      return [];
    }
    const itemSlot = behindDash(slot);
    return this.next(openLevel('map', itemPath, itemSlot.column), itemSlot);
  }

  /** A list where a key has nothing behind it yet: in brackets, or its first entry on the next line. */
  private list(path: readonly string[], level: Level, slot: Slot): Completion[] {
    const { place } = this.request;
    const itemPath = [...path, '-'];
    const itemSort = this.sortAt(itemPath);
    if (itemSort === undefined) {
      return [];
    }
    if (itemSort !== 'mapping') {
      return this.scalars(itemPath, level.keys, slot, text => `[${text}]`);
    }
    if (level.isFlow || slot.typed !== '') {
      return [];
    }
    const column = level.column + this.indentation;
    const { length: blanks } = /[ \t]*$/.exec(place.text.slice(0, slot.replaced.start))![0];
    const replaced = { start: slot.replaced.start - blanks, end: slot.replaced.end };
    return this.entries(itemPath, behindDash({ ...slot, replaced, lead: place.lineEnd + ' '.repeat(column), column }), 'lines');
  }

  private entries(path: readonly string[], slot: Slot, layout: EntryLayout): Completion[] {
    const kind = path.at(-1) === '-' && path.length <= 2 ? entryKindOf(path) : undefined;
    if (kind) {
      return entriesFor(kind, layout).map(entry => this.snippet(entry, slot));
    }
    const mapping = braced(path, this.request.schema);
    return mapping ? [this.snippet(mapping, slot)] : [];
  }

  private scalars(path: readonly string[], siblings: ReadonlyMap<string, string>, slot: Slot, wrap?: (text: string) => string): Completion[] {
    const { known, schema, today, leavesSchema, place } = this.request;
    const { start, end } = slot.replaced;
    const replaced = place.text.slice(start, end);
    const isHint = replaced !== '' && replaced === hintAt(path);
    const words = isHint ? [] : normalize(slot.typed.slice(slot.quote.length)).split(' ').filter(Boolean);
    const { items, isCut } = valueOffers({ path, siblings, known, schema, today, words, leavesSchema });
    this.isCut ||= isCut;
    const isItem = path.at(-1) === '-';
    const offers = items.filter(({ text }) => !(isItem && siblings.has(text))).map(offer => completionOf(offer, slot, wrap));
    // The editor compares with what stands there.
    return isHint ? offers.map(offer => ({ ...offer, filterText: `${replaced} ${offer.filterText}`, fillsPlace: true })) : offers;
  }

  private snippet({ label, detail, lines }: LinesSnippet, slot: Slot): Completion {
    const newText = linesIn({ ...slot, lead: literal(slot.lead) }, lines, this.place.lineEnd)!;
    return { label, kind: 'entry', detail, replaced: slot.replaced, newText, isSnippet: true };
  }
}

/** The keys of a mapping that the register knows better than the schema. */
function keyOffers(path: readonly string[], known: Known): Offer[] {
  switch (path.join('.')) {
    case 'settings.severities': return ruleOffers();
    case 'settings.typeNames': return unreadTypeOffers(known);
    default: return [];
  }
}

/** What a place to fill in shows of a value. */
function hintAt(path: readonly string[]): string {
  return hintFor(entryKindOf(path), path.findLast(step => step !== '-') ?? '');
}
