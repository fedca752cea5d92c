import { Char } from '../core/text/char';
import { quoteAt, type Quote } from '../core/fixes/yaml-text';
import { endOfLine } from '../core/text/lines';
import type { Span } from '../core/text/text';

/** A mapping or list that is open where a cursor stands. */
export interface Level {
  readonly kind: 'map' | 'seq';
  /** The keys that lead to it, `-` for an item of a list. */
  readonly path: readonly string[];
  /** The column of its keys or dashes; in braces and brackets it has none. */
  readonly column: number;
  readonly isFlow: boolean;
  /** Of a mapping: its keys, those behind the cursor too, with the texts of single values. Of a list in brackets: its items. */
  readonly keys: Map<string, string>;
  /** Of a mapping: the key before the place that is read. */
  key: string | undefined;
}

/** A text that stands where a cursor does, with its quotes; empty where nothing was typed yet. */
export interface Token extends Span {
  readonly quote: Quote;
  /** Whether a blank must come between what stands before it and what is written. */
  readonly lacksBlank: boolean;
}

/** A line that may be meant for another column than the one in which it stands: Enter leaves it below what came before. */
export interface LooseLine {
  readonly start: number;
  /** What was open at the end of the line above. */
  readonly levels: readonly Level[];
}

/**
 * What a cursor touches:
 * `key` the place of a key of a mapping, or of an item of a list, which only a schema can tell apart; `value` what stands
 * behind the last key of a mapping, or in brackets; `dash` one with nothing behind it, where no list is; `blank` a line with
 * nothing on it, with what the lines `below` it open where they stand behind the same key; `comment`.
 */
export type Cursor =
  | { readonly at: 'key'; readonly level: Level; readonly token: Token; readonly hasColon: boolean; readonly line?: LooseLine | undefined }
  | { readonly at: 'dash'; readonly line: LooseLine }
  | { readonly at: 'value'; readonly level: Level; readonly path: readonly string[]; readonly token: Token }
  | { readonly at: 'blank'; readonly levels: readonly Level[]; readonly line: Span; readonly column: number; below?: Level }
  | { readonly at: 'comment'; readonly start: number; readonly end: number; readonly isAlone: boolean };

/**
 * Where in its structure a cursor stands in a text that is being typed, and so seldom is YAML: a line that says nothing
 * is passed over, and a quote or bracket that isn't closed ends where the lines go back to the left.
 * @param text some lines of a register, from the start of one of its entries or keys
 * @param around the mapping in which they stand, if they don't start the document
 * @returns undefined in texts over several lines and where nothing can be written
 */
export function cursorAt(text: string, offset: number, around?: Level): Cursor | undefined {
  const scanner = new Scanner(text, offset, around);
  scanner.run();
  return scanner.found;
}

/** A mapping or list of which nothing is known yet. */
export function openLevel(kind: Level['kind'], path: readonly string[], column: number, isFlow = false): Level {
  return { kind, path, column, isFlow, keys: new Map(), key: undefined };
}

const keyBefore = /(?:"((?:[^"\\\r\n]|\\.)*)"|'((?:[^'\r\n]|'')*)'|([^\s"'#&*!|>%@`{}[\],?:-](?:(?!\s#).)*?))[ \t]*:(?=[ \t\r\n]|$)/y;
const flowKeyBefore = /(?:"((?:[^"\\\r\n]|\\.)*)"|'((?:[^'\r\n]|'')*)'|([^\s"'#&*!|>%@`{}[\],?:-](?:(?!\s#)[^,{}[\]\r\n])*?))[ \t]*:(?=[ \t\r\n,}\]]|$)/y;
const properties = /[ \t]*[&!][^\s,{}[\]]*(?=[ \t\r\n]|$)/y;
const flowText = /(?:(?![ \t]#|:(?:[ \t\r\n,}\]]|$))[^,{}[\]\r\n])+/y;

/** Whether a list that belongs to a path is open above a line already: it takes no dashes at another column. */
function hasList({ levels }: LooseLine, path: readonly string[]): boolean {
  return levels.some(level => level.kind === 'seq' && level.path.join('\n') === path.join('\n'));
}

function isBlank(code: number): boolean {
  return code === Char.Space || code === Char.Tab;
}

/** A key that stands before a colon. */
interface KeyMatch {
  readonly name: string;
  /** Where it ends, before blanks and the colon. */
  readonly end: number;
  /** Behind the colon. */
  readonly behind: number;
}

class Scanner {
  found: Cursor | undefined;
  private readonly levels: Level[];

  constructor(private readonly text: string, private readonly cursor: number, around: Level | undefined) {
    this.levels = around ? [around] : [];
  }

  run(): void {
    for (let at = 0; at <= this.text.length;) {
      at = this.line(at);
    }
  }

  private get top(): Level | undefined {
    return this.levels.at(-1);
  }

  /** Reads a line, with those over which its value goes on. @returns the start of the next one */
  private line(start: number): number {
    const { text } = this;
    const end = endOfLine(text, start);
    const content = this.skipBlanks(start, end);
    const column = content - start;
    if (content === end) {
      if (this.isIn(start, end)) {
        // Their keys go on to be read, but which of them is the last one above the line must not change.
        this.found ??= { at: 'blank', levels: this.levels.map(level => ({ ...level })), line: { start, end }, column: this.cursor - start };
      }
      return this.nextLine(end);
    }
    if (text.charCodeAt(content) === Char.Hash) {
      this.comment(content, end, true);
      return this.nextLine(end);
    }
    if (column === 0 && /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(start, start + 4))) {
      return this.nextLine(end);
    }
    const isItem = this.isDash(content, end);
    const line = this.isIn(content, end) ? { start, levels: [...this.levels] } : undefined;
    for (let top = this.top; top && (top.column > column || (top.kind === 'seq' && top.column === column && !isItem)); top = this.top) {
      this.levels.pop();
    }
    return this.node(content, column, end, line);
  }

  private node(at: number, column: number, end: number, line?: LooseLine): number {
    if (this.isDash(at, end)) {
      return this.item(at, column, end, line);
    }
    const key = this.matchKey(keyBefore, at);
    const level = this.mappingAt(column);
    if (!level) {
      return this.passOver(at, end);
    }
    if (!key) {
      return this.word(level, at, end, line);
    }
    this.beginPair(level, key, at);
    return this.value(level, key.behind, end);
  }

  private item(at: number, column: number, end: number, line?: LooseLine): number {
    let list = this.top;
    if (list?.kind !== 'seq' || list.column !== column) {
      const path = this.pathWithin(list);
      const isBare = line && this.skipBlanks(at + 1, end) === end && this.isIn(at + 1, end);
      if (isBare && (!path || hasList(line, path))) {
        this.found ??= { at: 'dash', line };
        return this.passOver(at, end);
      }
      if (!path) {
        return this.passOver(at, end);
      }
      list = this.open('seq', path, column);
    }
    const behind = at + 1;
    const content = this.skipBlanks(behind, end);
    if (content < end && this.text.charCodeAt(content) !== Char.Hash) {
      return this.node(content, column + content - at, end);
    }
    const isTouched = this.isIn(behind, content);
    // A key that is written here stands where the cursor does, however many blanks were typed.
    const level = openLevel('map', [...list.path, '-'], column + Math.max(2, isTouched ? this.cursor - at : 0));
    this.levels.push(level);
    if (isTouched) {
      this.found ??= { at: 'key', level, hasColon: false, token: this.gap(behind) };
    }
    this.comment(content, end);
    return this.nextLine(end);
  }

  /** A text that may become a key, or is an item of a list. */
  private word(level: Level, at: number, end: number, line?: LooseLine): number {
    const code = this.text.charCodeAt(at);
    if (code === Char.OpenBrace || code === Char.OpenBracket) {
      // Below the braces there is no place for more keys.
      this.levels.pop();
      return this.flow(level.path, at, level.column - 1);
    }
    const { token, next } = this.scalar(at, end, level.column - 1);
    if (token) {
      this.found ??= { at: 'key', level, hasColon: false, token, line };
    }
    return next;
  }

  /** What stands behind the key of a mapping and its colon. */
  private value(level: Level, behind: number, end: number): number {
    const path = [...level.path, level.key!];
    properties.lastIndex = behind;
    const from = properties.test(this.text) ? properties.lastIndex : behind;
    const at = this.skipBlanks(from, end);
    const code = at < end ? this.text.charCodeAt(at) : Char.None;
    if (code === Char.None || (code === Char.Hash && at > from)) {
      if (this.isIn(from, at)) {
        this.found ??= { at: 'value', level, path, token: this.gap(from) };
      }
      this.comment(at, end);
      return this.nextLine(end);
    }
    if (code === Char.OpenBrace || code === Char.OpenBracket) {
      level.keys.set(level.key!, '{}');
      return this.flow(path, at, level.column);
    }
    if (/[|>]/.test(this.text[at]!)) {
      level.keys.set(level.key!, '|');
      return this.behindIndented(end, level.column);
    }
    const { token, next, written } = this.scalar(at, end, level.column);
    level.keys.set(level.key!, written);
    if (token) {
      this.found ??= { at: 'value', level, path, token };
    }
    return next;
  }

  /**
   * Reads a single value up to the end of its line, or of its last one.
   * @returns its token where the cursor is in it, and the next line
   */
  private scalar(at: number, end: number, column: number): { token: Token | undefined; next: number; written: string } {
    const { text } = this;
    if (quoteAt(text, at) !== '') {
      const close = this.closing(at, column);
      const last = endOfLine(text, close ?? at);
      const isTouched = this.isIn(at + 1, close ?? end);
      if (close !== undefined) {
        this.comment(this.skipBlanks(close + 1, last), last);
      }
      const token = isTouched && last === end ? this.token(at, close === undefined ? this.cursor : close + 1) : undefined;
      return { token, next: this.nextLine(last), written: text.slice(at + 1, close ?? end) };
    }
    const hash = /[ \t]#/.exec(text.slice(at, end));
    const limit = hash ? at + hash.index : end;
    this.comment(limit + 1, end);
    const trimmed = at + text.slice(at, limit).trimEnd().length;
    return { token: this.isIn(at, limit) ? this.token(at, Math.max(trimmed, this.cursor)) : undefined, next: this.nextLine(end), written: text.slice(at, trimmed) };
  }

  /**
   * Reads what stands in braces or brackets.
   * @param path of it
   * @param column of what holds it: nothing of it stands as far left
   * @returns the start of the next line
   */
  private flow(path: readonly string[], start: number, column: number): number {
    const { text } = this;
    const depth = this.levels.length;
    this.openFlow(start, path);
    /** Whether a comma is all that can come. */
    let isDone = false;
    for (let at = start + 1; this.levels.length > depth;) {
      const level = this.top!;
      const { next, isLeft } = this.flowGap(at, column);
      if (!isDone && this.isIn(at, next) && !this.found) {
        this.touchGap(level, at);
      }
      if (isLeft || next >= text.length) {
        this.levels.length = depth;
        return isLeft ? next : text.length + 1;
      }
      ({ at, isDone } = this.flowPart(level, next, column));
      if (this.levels.length === depth) {
        const end = endOfLine(text, at);
        this.comment(this.skipBlanks(at, end), end);
        return this.nextLine(end);
      }
    }
    return text.length + 1;
  }

  /** Reads a bracket, a comma, a key or a value of a level. @returns where that ends, and whether a comma is all that can come */
  private flowPart(level: Level, at: number, column: number): { at: number; isDone: boolean } {
    switch (this.text.charCodeAt(at)) {
      case Char.CloseBrace:
      case Char.CloseBracket:
        this.levels.pop();
        return { at: at + 1, isDone: true };
      case Char.Comma:
        level.key = undefined;
        return { at: at + 1, isDone: false };
      case Char.OpenBrace:
      case Char.OpenBracket:
        this.openFlow(at, this.pathWithin(level) ?? level.path);
        return { at: at + 1, isDone: false };
    }
    const key = level.kind === 'map' && level.key === undefined ? this.matchKey(flowKeyBefore, at) : undefined;
    if (key) {
      this.beginPair(level, key, at);
      return { at: key.behind, isDone: false };
    }
    return { at: this.flowScalar(level, at, column), isDone: true };
  }

  private openFlow(at: number, path: readonly string[]): void {
    this.levels.push(openLevel(this.text.charCodeAt(at) === Char.OpenBrace ? 'map' : 'seq', path, -1, true));
  }

  /** A key with its colon: what it stands for is still to come. */
  private beginPair(level: Level, key: KeyMatch, at: number): void {
    if (this.isIn(at, key.end)) {
      this.found ??= { at: 'key', level, hasColon: true, token: this.token(at, key.end) };
    }
    level.key = key.name;
    level.keys.set(key.name, '');
  }

  /** @returns where it ends */
  private flowScalar(level: Level, at: number, column: number): number {
    const { text } = this;
    let behind: number;
    let token: Token | undefined;
    if (quoteAt(text, at) !== '') {
      const lineEnd = endOfLine(text, at);
      const close = this.closing(at, column);
      behind = close === undefined ? lineEnd : close + 1;
      token = this.isIn(at + 1, close ?? lineEnd) && behind <= lineEnd ? this.token(at, close === undefined ? this.cursor : behind) : undefined;
    } else {
      flowText.lastIndex = at;
      behind = flowText.test(text) ? flowText.lastIndex : at + 1;
      const trimmed = at + text.slice(at, behind).trimEnd().length;
      token = this.isIn(at, behind) ? this.token(at, Math.max(trimmed, this.cursor)) : undefined;
    }
    const written = text.slice(at, behind).trim().replace(/^(["'])(.*)\1$/, '$2');
    if (level.kind === 'map' && level.key !== undefined) {
      level.keys.set(level.key, written);
    } else if (level.kind === 'seq' && !token) {
      level.keys.set(written, '');
    }
    if (token) {
      this.found ??= this.inFlow(level, token);
    }
    return behind;
  }

  private touchGap(level: Level, from: number): void {
    this.found = this.inFlow(level, this.gap(from));
  }

  /** A token in braces or brackets: a key that may come, a value, or an item. */
  private inFlow(level: Level, token: Token): Cursor {
    return level.kind === 'map' && level.key === undefined
      ? { at: 'key', level, hasColon: false, token }
      : { at: 'value', level, path: this.pathWithin(level)!, token };
  }

  /** Passes over blanks, line breaks and comments in braces. @returns `isLeft` where the lines have gone back to the left */
  private flowGap(from: number, column: number): { next: number; isLeft: boolean } {
    const { text } = this;
    for (let at = from; ;) {
      const code = at < text.length ? text.charCodeAt(at) : Char.None;
      if (code === Char.Hash && (at === 0 || /\s/.test(text[at - 1]!))) {
        const end = endOfLine(text, at);
        this.comment(at, end);
        at = end;
      } else if (code === Char.LineFeed) {
        const end = endOfLine(text, at + 1);
        const content = this.skipBlanks(at + 1, end);
        if (content < end && content - at - 1 <= column && !/[}\]]/.test(text[content]!)) {
          return { next: at + 1, isLeft: true };
        }
        at++;
      } else if (isBlank(code) || code === Char.Return) {
        at++;
      } else {
        return { next: at, isLeft: false };
      }
    }
  }

  /** Where the quote at an offset is closed; undefined where the lines go back to the left before. */
  private closing(at: number, column: number): number | undefined {
    const { text } = this;
    const quote = text[at]!;
    for (let next = at + 1; next < text.length; next++) {
      const char = text[next]!;
      if (char === '\\' && quote === '"') {
        next++;
      } else if (char === quote) {
        if (quote === "'" && text[next + 1] === quote) {
          next++;
        } else {
          return next;
        }
      } else if (char === '\n') {
        const end = endOfLine(text, next + 1);
        const content = this.skipBlanks(next + 1, end);
        if (content < end && content - next - 1 <= column) {
          return undefined;
        }
      }
    }
    return undefined;
  }

  private matchKey(pattern: RegExp, at: number): KeyMatch | undefined {
    pattern.lastIndex = at;
    const match = pattern.exec(this.text);
    if (!match) {
      return undefined;
    }
    const behind = at + match[0].length;
    return { name: match[1] ?? match[2] ?? match[3]!, end: at + match[0].slice(0, -1).trimEnd().length, behind };
  }

  /** The mapping whose keys stand in a column; a new one where something may hold it. */
  private mappingAt(column: number): Level | undefined {
    const { top } = this;
    if (top?.kind === 'map' && top.column === column) {
      return top;
    }
    const path = this.pathWithin(top);
    if (!path) {
      return undefined;
    }
    return this.open('map', path, column);
  }

  private open(kind: Level['kind'], path: readonly string[], column: number): Level {
    const { top, found } = this;
    const level = openLevel(kind, path, column);
    const above = found?.at === 'blank' ? found.levels.at(-1) : undefined;
    if (found?.at === 'blank' && top && above?.keys === top.keys && above.key === top.key) {
      found.below ??= level;
    }
    this.levels.push(level);
    return level;
  }

  /** The path of what is to come in a level; undefined where it has no place. */
  private pathWithin(level: Level | undefined): readonly string[] | undefined {
    if (!level) {
      return [];
    }
    if (level.kind === 'seq') {
      return [...level.path, '-'];
    }
    return level.key === undefined || (!level.isFlow && level.keys.get(level.key)) ? undefined : [...level.path, level.key];
  }

  /** Passes over a line that has no place. */
  private passOver(at: number, end: number): number {
    const hash = /[ \t]#/.exec(this.text.slice(at, end));
    if (hash) {
      this.comment(at + hash.index + 1, end);
    }
    return this.nextLine(end);
  }

  private comment(start: number, end: number, isAlone = false): void {
    if (start < end && this.text.charCodeAt(start) === Char.Hash && this.isIn(start + 1, end)) {
      this.found ??= { at: 'comment', start, end, isAlone };
    }
  }

  /** The first line behind `end` that doesn't belong to a text that is indented more than a column. */
  private behindIndented(end: number, column: number): number {
    let at = this.nextLine(end);
    while (at < this.text.length) {
      const lineEnd = endOfLine(this.text, at);
      const content = this.skipBlanks(at, lineEnd);
      if (content < lineEnd && content - at <= column) {
        return at;
      }
      if (content === lineEnd && this.isIn(at, lineEnd) && this.cursor - at <= column) {
        return at;
      }
      at = this.nextLine(lineEnd);
    }
    return Math.max(at, this.text.length + (this.text.endsWith('\n') ? 0 : 1));
  }

  private token(start: number, end: number): Token {
    return { start, end, quote: quoteAt(this.text, start), lacksBlank: false };
  }

  /** Where nothing was typed yet, behind `from`. */
  private gap(from: number): Token {
    return { start: this.cursor, end: this.cursor, quote: '', lacksBlank: this.cursor === from && /[:,-]/.test(this.text[from - 1] ?? '') };
  }

  private isDash(at: number, end: number): boolean {
    return this.text.charCodeAt(at) === Char.Dash && (at + 1 === end || isBlank(this.text.charCodeAt(at + 1)));
  }

  private skipBlanks(from: number, end: number): number {
    let at = from;
    while (at < end && isBlank(this.text.charCodeAt(at))) {
      at++;
    }
    return at;
  }

  private isIn(start: number, end: number): boolean {
    return start <= this.cursor && this.cursor <= end;
  }

  /** The start of the line behind the one that ends at `end`; beyond the text where there is none. */
  private nextLine(end: number): number {
    const lineFeed = this.text.indexOf('\n', end);
    return lineFeed < 0 ? this.text.length + 1 : lineFeed + 1;
  }
}
