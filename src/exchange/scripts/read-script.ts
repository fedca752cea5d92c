import { finish, type Steps } from '../steps';
import type { ArgumentElement, Command, CommandElement, ConstantValue, ParameterElement, Script } from './script';
import { Char, endOfLine, endsArgument, endsCommand, endsWord, isBlank, isClosing, isDash, isDoubleQuote, isLetter, isLineBreak, isNameChar, isOperator, isParameterChar, isQuote, isSingleQuote, isWordStart } from './script-characters';

/** Deeper nesting than anybody writes; what lies below is not read. */
const deepest = 200;

/**
 * Reads a PowerShell script as far as its commands: which are called, with which parameters and arguments, wherever they
 * stand (in script blocks, subexpressions and expandable strings too). Takes any text; where the syntax is broken it goes
 * on with the next thing that it can tell.
 */
export function readScript(text: string): Script {
  return finish(readScriptInSteps(text));
}

/** So much of a script is read in one go where somebody waits for it, in characters: about 50 ms. */
export const longestRead = 1_000_000;

/** {@link readScript}, a statement at a time. */
export function readScriptInSteps(text: string): Steps<Script> {
  return new Reader(text).read();
}

/** Words that open a statement of their own; what follows them is read as a statement again. */
const keywords = new Set('begin break catch class clean configuration continue data do dynamicparam else elseif end enum exit filter finally for foreach from function hidden if in inlinescript param parallel process return sequence static switch throw trap try until using var while workflow'.split(' '));

/** Keywords behind which a name is defined. */
const definers = new Set(['function', 'filter', 'workflow', 'configuration', 'class', 'enum']);

/** Keywords behind which a block stands, some with a condition or a type before it. */
const blockOpeners = new Set('begin catch clean do dynamicparam else elseif end finally for foreach if process try while'.split(' '));

/** What a condition says that tells versions of Exchange apart: `$version -lt 15`, `$isE14`, `Get-Command Get-X`. */
const guard = /version|build|e1[45]|20(?:07|1[0369])|get-command|\bgcm\b/i;

class Reader {
  readonly #text: string;
  readonly #commands: Command[] = [];
  readonly #definitions = new Set<string>();
  readonly #bringsIn: string[] = [];
  #at = 0;
  #depth = 0;
  #isGuarded = false;
  /** Whether an `if` before an `else` or `elseif` that may follow is a guard. */
  #isGuardedChain = false;
  #endsIn: Script['endsIn'] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  *read(): Steps<Script> {
    while (this.#at < this.#text.length) {
      yield* this.#statements();
      // A closing bracket that nothing opened.
      this.#at++;
    }
    this.#commands.sort((a, b) => a.start - b.start);
    return { commands: this.#commands, definitions: this.#definitions, bringsIn: this.#bringsIn, endsIn: this.#endsIn ?? 'code' };
  }

  /** Reads statements up to a closing bracket, which it leaves: its own, or that of something around what was never closed. */
  *#statements(): Steps<void> {
    let hasInput = false;
    while (this.#at < this.#text.length) {
      this.#skipBlanks();
      const code = this.#code();
      if (code === Char.LineFeed || code === Char.CarriageReturn || code === Char.Semicolon) {
        this.#at++;
        hasInput = false;
      } else if (code === Char.Pipe) {
        // `|` alone hands on, `||` doesn't.
        hasInput = this.#code(1) !== Char.Pipe;
        this.#at += hasInput ? 1 : 2;
        this.#skipBlanksAndLines();
      } else if (code === Char.Ampersand && this.#code(1) === Char.Ampersand) {
        this.#at += 2;
        hasInput = false;
      } else if (isClosing(code)) {
        return;
      } else {
        const start = this.#at;
        yield* this.#statement(hasInput);
        if (this.#at === start) {
          this.#at++;
        }
        yield;
      }
    }
  }

  *#statement(hasInput: boolean): Steps<void> {
    const code = this.#code();
    if (code === Char.Ampersand || (code === Char.Dot && isBlank(this.#code(1)))) {
      this.#invocation(code === Char.Dot, hasInput);
    } else if (isWordStart(code)) {
      yield* this.#wordStatement(hasInput);
    } else {
      this.#expression();
    }
  }

  /** `& …` and `. …`. */
  #invocation(isDot: boolean, hasInput: boolean): void {
    this.#at++;
    this.#skipBlanks();
    const start = this.#at;
    const code = this.#code();
    if (isWordStart(code) || code === Char.Dot) {
      const name = this.#word();
      this.#call(name, start, hasInput);
      if (isDot) {
        this.#bringsIn.push(name);
      }
    } else {
      const target = this.#argument();
      const value = target?.values?.length === 1 ? target.values[0] : undefined;
      if (isDot && !this.#text.startsWith('{', start)) {
        this.#bringsIn.push(this.#text.slice(start, this.#at));
      }
      if (value && target) {
        this.#call(value.text, value.start, hasInput);
      } else {
        this.#elements();
      }
    }
  }

  *#wordStatement(hasInput: boolean): Steps<void> {
    const start = this.#at;
    const word = this.#word();
    const lower = word.toLowerCase();
    if (!keywords.has(lower) || !this.#endsWord()) {
      this.#call(word, start, hasInput);
    } else if (definers.has(lower)) {
      this.#skipBlanksAndLines();
      const name = this.#word();
      this.#definitions.add(name.replace(/^(?:global|script|local|private):/i, '').toLowerCase());
      yield* this.#block();
    } else if (lower === 'switch') {
      this.#switch();
    } else if (lower === 'using') {
      this.#skipBlanks();
      const kind = this.#word().toLowerCase();
      this.#skipBlanks();
      const name = this.#word();
      if (kind === 'module') {
        this.#bringsIn.push(name);
      }
    } else if (lower === 'foreach' && hasInput) {
      this.#call(word, start, hasInput);
    } else if (blockOpeners.has(lower)) {
      yield* this.#controlled(lower);
    }
  }

  /** What stands behind a keyword that controls whether and when a block runs. */
  *#controlled(keyword: string): Steps<void> {
    const [outer, before] = [this.#isGuarded, this.#isGuardedChain];
    const start = this.#at;
    this.#beforeBlock();
    const isGuard = guard.test(this.#text.slice(start, this.#at));
    const chain = keyword === 'if' ? isGuard : keyword === 'elseif' ? before || isGuard : keyword === 'else' && before;
    this.#isGuarded ||= chain;
    yield* this.#block();
    this.#isGuarded = outer;
    this.#isGuardedChain = chain;
  }

  /** A block in curly brackets, with what may stand before it. Its statements are steps; those of other brackets are not. */
  *#block(): Steps<void> {
    this.#beforeBlock();
    if (this.#code() === Char.OpenCurly && this.#depth < deepest) {
      this.#at++;
      this.#depth++;
      yield* this.#statements();
      this.#depth--;
      this.#close(Char.CloseCurly);
    }
  }

  /** `($condition)`, `($parameters)`, `[System.Exception]` */
  #beforeBlock(): void {
    this.#skipBlanksAndLines();
    while (this.#code() === Char.Open || this.#code() === Char.OpenSquare) {
      this.#expressionPart();
      this.#skipBlanksAndLines();
    }
  }

  /** A switch's clauses start with patterns, which call nothing. */
  #switch(): void {
    const outer = this.#isGuarded;
    const start = this.#at;
    for (;;) {
      this.#skipBlanksAndLines();
      const code = this.#code();
      if (code === Char.OpenCurly) {
        break;
      }
      if (isDash(code)) {
        this.#at++;
        this.#word();
      } else if (code === Char.Open) {
        this.#expressionPart();
      } else if (this.#at >= this.#text.length || this.#argument() === undefined) {
        return;
      }
    }
    this.#isGuarded ||= guard.test(this.#text.slice(start, this.#at));
    this.#nested(Char.CloseCurly, () => {
      for (let code = this.#nextWithin(); code !== undefined; code = this.#nextWithin()) {
        const start = this.#at;
        if (code === Char.OpenCurly) {
          this.#expressionPart();
        } else if (code === Char.Semicolon || this.#argument() === undefined || this.#at === start) {
          this.#at++;
        }
      }
    });
    this.#isGuarded = outer;
  }

  /** A command whose name was just read. */
  #call(name: string, start: number, hasInput: boolean): void {
    const nameEnd = this.#at;
    const elements = this.#elements();
    const [first] = elements;
    // A key of a hash table, or of an attribute: `Name = 'x'`.
    if (first?.kind === 'argument' && first.values?.[0]?.text.startsWith('=')) {
      return;
    }
    this.#commands.push({ name, start, nameEnd, end: this.#at, elements, hasInput, isGuarded: this.#isGuarded });
    const lower = name.toLowerCase();
    if (/^(?:import-module|ipmo)$/.test(lower)) {
      this.#bringsIn.push(firstValue(elements) ?? '');
    } else if (/^(?:(?:set|new)-alias|sal|nal)$/.test(lower)) {
      const alias = firstValue(elements);
      if (alias !== undefined) {
        this.#definitions.add(alias.toLowerCase());
      }
    }
  }

  /** The elements of a command up to where it ends. */
  #elements(): CommandElement[] {
    const elements: CommandElement[] = [];
    for (;;) {
      this.#skipBlanks();
      const start = this.#at;
      const code = this.#code();
      if (Number.isNaN(code) || endsCommand(code) || (code === Char.Ampersand && this.#code(1) === Char.Ampersand)) {
        return elements;
      }
      if (code === Char.Ampersand) {
        // A job in the background.
        this.#at++;
        return elements;
      }
      if (code === Char.Equals && elements.length === 0) {
        this.#at++;
        elements.push({ kind: 'argument', start, end: this.#at, values: [{ text: '=', start, end: this.#at, isQuoted: false }] });
        // What follows is a statement of its own.
        return elements;
      }
      if (code === Char.Less && this.#skip(placeholder)) {
        elements.push({ kind: 'argument', start, end: this.#at, values: undefined });
        continue;
      }
      if (this.#skipRedirection()) {
        continue;
      }
      if (isDash(code)) {
        const next = this.#code(1);
        if (isDash(next) && this.#text[this.#at + 2] === '%') {
          this.#at = endOfLine(this.#text, this.#at);
          elements.push({ kind: 'unseen', start, end: this.#at });
          continue;
        }
        if (isLetter(next)) {
          elements.push(this.#parameter());
          continue;
        }
      }
      if (code === Char.At && isLetter(this.#code(1))) {
        this.#at++;
        this.#variableName();
        elements.push({ kind: 'unseen', start, end: this.#at });
        continue;
      }
      const argument = this.#argument();
      if (argument === undefined || this.#at === start) {
        this.#at = Math.max(this.#at, start + 1);
        continue;
      }
      elements.push(argument);
    }
  }

  #parameter(): ParameterElement {
    const start = this.#at;
    this.#at++;
    while (isParameterChar(this.#code())) {
      this.#at++;
    }
    const name = this.#text.slice(start + 1, this.#at);
    const nameEnd = this.#at;
    let value: ArgumentElement | undefined;
    if (this.#code() === Char.Colon) {
      this.#at++;
      this.#skipBlanks();
      value = this.#argument();
    } else if (!Number.isNaN(this.#code()) && !endsWord(this.#code())) {
      // `-foo.bar`, `-split"x"`: no parameter's name, but one argument.
      this.#argument();
    }
    return { kind: 'parameter', start, end: this.#at, name, nameEnd, value };
  }

  /** A value in a command, with those that follow it behind commas. */
  #argument(): ArgumentElement | undefined {
    const start = this.#at;
    let values: ConstantValue[] | undefined = [];
    for (;;) {
      const partStart = this.#at;
      const value = this.#argumentPart();
      if (this.#at === partStart) {
        return this.#at === start ? undefined : { kind: 'argument', start, end: this.#at, values: undefined };
      }
      if (value) {
        values?.push(value);
      } else {
        values = undefined;
      }
      const end = this.#at;
      this.#skipBlanks();
      if (this.#code() !== Char.Comma) {
        this.#at = end;
        return { kind: 'argument', start, end, values };
      }
      this.#at++;
      this.#skipBlanksAndLines();
    }
  }

  /** One value, up to a blank or comma; gives what it is if that can be told. */
  #argumentPart(): ConstantValue | undefined {
    const start = this.#at;
    let text = '';
    let isConstant = true;
    let isQuoted = false;
    for (;;) {
      const code = this.#code();
      if (isSingleQuote(code) || isDoubleQuote(code)) {
        const string = this.#string();
        isConstant &&= string !== undefined;
        text += string ?? '';
        isQuoted ||= this.#at > start;
      } else if (code === Char.Dollar || (code === Char.At && (this.#code(1) === Char.Open || this.#code(1) === Char.OpenCurly || isQuote(this.#code(1)))) || code === Char.Open || code === Char.OpenCurly) {
        const before = this.#at;
        const string = this.#expressionPart();
        isConstant &&= string !== undefined;
        text += string ?? '';
        isQuoted ||= string !== undefined;
        if (this.#at === before) {
          break;
        }
        // Members of a value, not of a word: `(Get-Date).AddDays(1)`, `$list[0]`.
        this.#members();
      } else if (Number.isNaN(code) || endsArgument(code)) {
        break;
      } else if (code === Char.Backtick) {
        if (isLineBreak(this.#code(1))) {
          break;
        }
        text += this.#text[this.#at + 1] ?? '';
        this.#at += 2;
      } else {
        text += this.#text[this.#at]!;
        this.#at++;
      }
    }
    return isConstant && this.#at > start ? { text, start, end: this.#at, isQuoted } : undefined;
  }

  /** An expression that is a statement, up to its end; what it assigns is a statement again. */
  #expression(): void {
    for (;;) {
      this.#skipBlanks();
      const code = this.#code();
      if (Number.isNaN(code) || endsCommand(code) || code === Char.Ampersand) {
        return;
      }
      if (code === Char.Equals) {
        this.#at++;
        this.#skipBlanksAndLines();
        return;
      }
      if (this.#skipRedirection()) {
        continue;
      }
      if (isDash(code) && isLetter(this.#code(1))) {
        this.#at++;
        while (isParameterChar(this.#code())) {
          this.#at++;
        }
        this.#skipBlanksAndLines();
      } else if (isWordStart(code)) {
        // `foreach ($mailbox in Get-Mailbox)`
        if (this.#word().toLowerCase() === 'in' && this.#endsWord()) {
          this.#skipBlanks();
          return;
        }
      } else if ((code === Char.Plus || isDash(code)) && this.#code(1) === code) {
        this.#at += 2;
      } else if (isOperator(code)) {
        this.#at++;
        if (this.#code() === Char.Equals) {
          continue;
        }
        this.#skipBlanksAndLines();
      } else {
        const start = this.#at;
        this.#expressionPart();
        if (this.#at === start) {
          this.#at++;
        }
      }
    }
  }

  /** A string, variable or something in brackets; gives the text of a here-string that is constant. */
  #expressionPart(): string | undefined {
    const code = this.#code();
    const next = this.#code(1);
    if (isSingleQuote(code) || isDoubleQuote(code)) {
      return this.#string();
    }
    if (code === Char.At && isQuote(next)) {
      return this.#hereString();
    }
    if ((code === Char.At || code === Char.Dollar) && (next === Char.Open || (code === Char.At && next === Char.OpenCurly))) {
      this.#at++;
      return this.#expressionPart();
    }
    if (code === Char.Open) {
      this.#nested(Char.Close, () => finish(this.#statements()));
    } else if (code === Char.OpenCurly) {
      this.#nested(Char.CloseCurly, () => finish(this.#statements()));
    } else if (code === Char.OpenSquare) {
      this.#nested(Char.CloseSquare, () => this.#typeOrIndex());
    } else if (code === Char.Dollar) {
      this.#at++;
      this.#variableName();
    } else {
      this.#at++;
    }
    return undefined;
  }

  /** Reads what stands between the bracket here and its counterpart, with both. */
  #nested(close: number, read: () => void): void {
    this.#at++;
    if (this.#depth >= deepest) {
      this.#at = this.#text.length;
      return;
    }
    this.#depth++;
    read();
    this.#depth--;
    this.#close(close);
  }

  #close(bracket: number): void {
    if (this.#code() === bracket) {
      this.#at++;
    } else if (this.#at >= this.#text.length) {
      this.#endsIn ??= 'code';
    }
  }

  /** What stands in square brackets: words are types and attributes there, and call nothing. */
  #typeOrIndex(): void {
    for (let code = this.#nextWithin(); code !== undefined; code = this.#nextWithin()) {
      const start = this.#at;
      if (isWordStart(code)) {
        this.#word();
      } else {
        this.#expressionPart();
      }
      this.#at = Math.max(this.#at, start + 1);
    }
  }

  #members(): void {
    for (;;) {
      const code = this.#code();
      if ((code === Char.Dot && (isLetter(this.#code(1)) || isQuote(this.#code(1)) || this.#code(1) === Char.Dollar)) || (code === Char.Colon && this.#code(1) === Char.Colon)) {
        this.#at += code === Char.Dot ? 1 : 2;
        if (this.#code() === Char.Dollar || isQuote(this.#code())) {
          this.#expressionPart();
        } else {
          while (isParameterChar(this.#code())) {
            this.#at++;
          }
        }
      } else if (code === Char.Open || code === Char.OpenSquare) {
        this.#expressionPart();
      } else {
        return;
      }
    }
  }

  #variableName(): void {
    if (this.#code() === Char.OpenCurly) {
      const close = this.#text.indexOf('}', this.#at);
      this.#at = close < 0 ? this.#text.length : close + 1;
      return;
    }
    if (/[$?^]/.test(this.#text[this.#at] ?? '')) {
      this.#at++;
      return;
    }
    while (isNameChar(this.#code()) || (this.#code() === Char.Colon && this.#code(1) !== Char.Colon && isNameChar(this.#code(1)))) {
      this.#at++;
    }
  }

  /** A string in single or double quotes; gives its text if that is constant. */
  #string(): string | undefined {
    const isSingle = isSingleQuote(this.#code());
    const isQuoteOf = isSingle ? isSingleQuote : isDoubleQuote;
    let text = '';
    let isConstant = true;
    this.#at++;
    while (this.#at < this.#text.length) {
      const code = this.#code();
      if (isQuoteOf(code)) {
        this.#at++;
        if (!isQuoteOf(this.#code())) {
          return isConstant ? text : undefined;
        }
        text += this.#text[this.#at]!;
        this.#at++;
      } else if (!isSingle && code === Char.Backtick) {
        text += this.#text[this.#at + 1] ?? '';
        this.#at += 2;
      } else if (!isSingle && code === Char.Dollar && (this.#code(1) === Char.Open || this.#code(1) === Char.OpenCurly || isNameChar(this.#code(1)))) {
        isConstant = false;
        this.#expressionPart();
      } else {
        text += this.#text[this.#at]!;
        this.#at++;
      }
    }
    this.#endsIn ??= 'text';
    return undefined;
  }

  /** `@'…'@` and `@"…"@`; gives the text if it is constant. */
  #hereString(): string | undefined {
    const isSingle = isSingleQuote(this.#code(1));
    const isQuoteOf = isSingle ? isSingleQuote : isDoubleQuote;
    const start = endOfLine(this.#text, this.#at);
    let isConstant = true;
    this.#at = start;
    while (this.#at < this.#text.length) {
      const code = this.#code();
      if (code === Char.LineFeed && isQuoteOf(this.#code(1)) && this.#code(2) === Char.At) {
        const text = this.#text.slice(start, this.#at).replace(/^\r?\n/, '').replace(/\r$/, '');
        this.#at += 3;
        return isConstant ? text : undefined;
      }
      if (!isSingle && code === Char.Backtick) {
        this.#at += 2;
      } else if (!isSingle && code === Char.Dollar && (this.#code(1) === Char.Open || isNameChar(this.#code(1)))) {
        isConstant = false;
        this.#expressionPart();
      } else {
        this.#at++;
      }
    }
    this.#endsIn ??= 'text';
    return undefined;
  }

  #word(): string {
    const start = this.#at;
    while (!Number.isNaN(this.#code()) && !endsWord(this.#code()) && this.#code() !== Char.Equals) {
      this.#at += this.#code() === Char.Backtick ? 2 : 1;
    }
    return this.#text.slice(start, this.#at);
  }

  /** The first character of what comes next within brackets; undefined where they, or the script, end. */
  #nextWithin(): number | undefined {
    this.#skipBlanksAndLines();
    const code = this.#code();
    return Number.isNaN(code) || isClosing(code) ? undefined : code;
  }

  /** Whether a word that was just read ends where one may end. */
  #endsWord(): boolean {
    const code = this.#code();
    return Number.isNaN(code) || endsWord(code);
  }

  #skipRedirection(): boolean {
    if (!this.#skip(redirection)) {
      return false;
    }
    const isMerging = this.#code(-2) === Char.Ampersand;
    this.#skipBlanks();
    if (!isMerging && !(isDash(this.#code()) && isLetter(this.#code(1)))) {
      this.#argument();
    }
    return true;
  }

  /** Goes behind what a sticky pattern matches here, if it does. */
  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const matches = pattern.test(this.#text);
    this.#at = matches ? pattern.lastIndex : this.#at;
    return matches;
  }

  #skipBlanks(): void {
    for (;;) {
      const code = this.#code();
      if (isBlank(code)) {
        this.#at++;
      } else if (code === Char.Backtick && isLineBreak(this.#code(1))) {
        this.#at += this.#code(1) === Char.CarriageReturn && this.#code(2) === Char.LineFeed ? 3 : 2;
      } else if (code === Char.Hash) {
        this.#comment(endOfLine(this.#text, this.#at));
      } else if (code === Char.Less && this.#code(1) === Char.Hash) {
        const end = this.#text.indexOf('#>', this.#at + 2);
        this.#comment(end < 0 ? this.#text.length : end + 2, end >= 0);
      } else {
        return;
      }
    }
  }

  #comment(end: number, isClosed = false): void {
    this.#at = end;
    if (end === this.#text.length && !isClosed) {
      this.#endsIn ??= 'text';
    }
  }

  #skipBlanksAndLines(): void {
    for (;;) {
      this.#skipBlanks();
      if (!isLineBreak(this.#code())) {
        return;
      }
      this.#at++;
    }
  }

  /** NaN behind the end. */
  #code(ahead = 0): number {
    return this.#text.charCodeAt(this.#at + ahead);
  }
}

/** `<ServerName>`, which instructions put where something is to be filled in. PowerShell has no use for `<`. */
const placeholder = /<[\p{L}\d][\p{L}\d _.-]*>/uy;

function firstValue(elements: readonly CommandElement[]): string | undefined {
  return elements.find((element) => element.kind === 'argument')?.values?.[0]?.text;
}

const redirection = /(?:[1-6*]?>>?(?:&[12])?|<)(?!#)/y;
