import { finish, type Steps } from '../steps';
import type { ArgumentElement, ConstantValue } from './script';
import { Char, endOfLine, endsArgument, isDoubleQuote, isLetter, isLineBreak, isNameChar, isQuote, isSingleQuote, isWordStart } from './script-characters';
import { ScriptCursor } from './script-cursor';

/** Deeper nesting than anybody writes; what lies below is not read. */
export const deepest = 200;

/** Reads the values of PowerShell: arguments of commands, strings, variables, and what stands in brackets. */
export abstract class ValueReader extends ScriptCursor {
  /** In how many brackets what is read stands. */
  protected depth = 0;

  /** Reads statements up to a closing bracket, which it leaves: its own, or that of something around what was never closed. */
  protected abstract statements(): Steps<void>;

  /** A value in a command, with those that follow it behind commas. */
  protected argument(): ArgumentElement | undefined {
    const start = this.at;
    let values: ConstantValue[] | undefined = [];
    for (;;) {
      const partStart = this.at;
      const value = this.argumentPart();
      if (this.at === partStart) {
        return this.at === start ? undefined : { kind: 'argument', start, end: this.at, values: undefined };
      }
      if (value) {
        values?.push(value);
      } else {
        values = undefined;
      }
      const end = this.at;
      this.skipBlanks();
      if (this.code() !== Char.Comma) {
        this.at = end;
        return { kind: 'argument', start, end, values };
      }
      this.at++;
      this.skipBlanksAndLines();
    }
  }

  /** A string, variable or something in brackets; gives the text of a here-string that is constant. */
  protected expressionPart(): string | undefined {
    const code = this.code();
    const next = this.code(1);
    if (isQuote(code)) {
      return this.string();
    }
    if (code === Char.At && isQuote(next)) {
      return this.hereString();
    }
    // `@(`, `$(`, `@{`
    if ((code === Char.At || code === Char.Dollar) && (next === Char.Open || (code === Char.At && next === Char.OpenCurly))) {
      this.at++;
      return this.expressionPart();
    }
    if (code === Char.Open) {
      this.nested(Char.Close, () => finish(this.statements()));
    } else if (code === Char.OpenCurly) {
      this.nested(Char.CloseCurly, () => finish(this.statements()));
    } else if (code === Char.OpenSquare) {
      this.nested(Char.CloseSquare, () => this.typeOrIndex());
    } else if (code === Char.Dollar) {
      this.at++;
      this.variableName();
    } else {
      this.at++;
    }
    return undefined;
  }

  /** Reads what stands between the bracket here and its counterpart, with both. */
  protected nested(close: number, read: () => void): void {
    this.at++;
    if (this.depth >= deepest) {
      this.at = this.text.length;
      return;
    }
    this.depth++;
    read();
    this.depth--;
    this.close(close);
  }

  /** Goes behind a closing bracket, if it is there. */
  protected close(bracket: number): void {
    if (this.code() === bracket) {
      this.at++;
    } else if (this.at >= this.text.length) {
      this.endsIn ??= 'code';
    }
  }

  protected variableName(): void {
    if (this.code() === Char.OpenCurly) {
      const close = this.text.indexOf('}', this.at);
      this.at = close < 0 ? this.text.length : close + 1;
      return;
    }
    if (/[$?^]/.test(this.text[this.at] ?? '')) {
      this.at++;
      return;
    }
    while (isNameChar(this.code()) || (this.code() === Char.Colon && this.code(1) !== Char.Colon && isNameChar(this.code(1)))) {
      this.at++;
    }
  }

  /** One value, up to a blank or comma; gives what it is if that can be told. */
  private argumentPart(): ConstantValue | undefined {
    const start = this.at;
    let text = '';
    let isConstant = true;
    let isQuoted = false;
    for (;;) {
      const code = this.code();
      if (isQuote(code)) {
        const string = this.string();
        isConstant &&= string !== undefined;
        text += string ?? '';
        isQuoted = true;
      } else if (this.isAtExpression()) {
        const before = this.at;
        const string = this.expressionPart();
        isConstant &&= string !== undefined;
        text += string ?? '';
        isQuoted ||= string !== undefined;
        if (this.at === before) {
          break;
        }
        // Members of a value, not of a word: `(Get-Date).AddDays(1)`, `$list[0]`.
        this.members();
      } else if (Number.isNaN(code) || endsArgument(code)) {
        break;
      } else if (code === Char.Backtick) {
        if (isLineBreak(this.code(1))) {
          break;
        }
        text += this.text[this.at + 1] ?? '';
        this.at += 2;
      } else {
        text += this.text[this.at]!;
        this.at++;
      }
    }
    return isConstant && this.at > start ? { text, start, end: this.at, isQuoted } : undefined;
  }

  /** Whether a variable, a here-string, or something in round or curly brackets begins here. */
  private isAtExpression(): boolean {
    const code = this.code();
    if (code === Char.At) {
      const next = this.code(1);
      return next === Char.Open || next === Char.OpenCurly || isQuote(next);
    }
    return code === Char.Dollar || code === Char.Open || code === Char.OpenCurly;
  }

  /** Whether `$name`, `${name}` or `$(…)` is here, which a string in double quotes expands. */
  private isAtExpansion(): boolean {
    const next = this.code(1);
    return this.code() === Char.Dollar && (next === Char.Open || next === Char.OpenCurly || isNameChar(next));
  }

  /** What stands in square brackets: words are types and attributes there, and call nothing. */
  private typeOrIndex(): void {
    for (let code = this.nextWithin(); code !== undefined; code = this.nextWithin()) {
      const start = this.at;
      if (isWordStart(code)) {
        this.word();
      } else {
        this.expressionPart();
      }
      this.at = Math.max(this.at, start + 1);
    }
  }

  /** `.Name`, `::Name`, `(…)` and `[…]` behind a value. */
  private members(): void {
    for (;;) {
      const code = this.code();
      const next = this.code(1);
      if (code === Char.Dot && (isLetter(next) || isQuote(next) || next === Char.Dollar)) {
        this.at++;
        this.memberName();
      } else if (code === Char.Colon && next === Char.Colon) {
        this.at += 2;
        this.memberName();
      } else if (code === Char.Open || code === Char.OpenSquare) {
        this.expressionPart();
      } else {
        return;
      }
    }
  }

  private memberName(): void {
    if (this.code() === Char.Dollar || isQuote(this.code())) {
      this.expressionPart();
    } else {
      this.skipName();
    }
  }

  /** A string in single or double quotes; gives its text if that is constant. */
  private string(): string | undefined {
    const isSingle = isSingleQuote(this.code());
    const isQuoteOf = isSingle ? isSingleQuote : isDoubleQuote;
    let text = '';
    let isConstant = true;
    this.at++;
    while (this.at < this.text.length) {
      const code = this.code();
      if (isQuoteOf(code)) {
        this.at++;
        if (!isQuoteOf(this.code())) {
          return isConstant ? text : undefined;
        }
        text += this.text[this.at]!;
        this.at++;
      } else if (!isSingle && code === Char.Backtick) {
        text += this.text[this.at + 1] ?? '';
        this.at += 2;
      } else if (!isSingle && this.isAtExpansion()) {
        isConstant = false;
        this.expressionPart();
      } else {
        text += this.text[this.at]!;
        this.at++;
      }
    }
    this.endWithinText();
    return undefined;
  }

  /** `@'…'@` and `@"…"@`; gives the text if it is constant. */
  private hereString(): string | undefined {
    const isSingle = isSingleQuote(this.code(1));
    const isQuoteOf = isSingle ? isSingleQuote : isDoubleQuote;
    const start = endOfLine(this.text, this.at);
    let isConstant = true;
    this.at = start;
    while (this.at < this.text.length) {
      const code = this.code();
      if (code === Char.LineFeed && isQuoteOf(this.code(1)) && this.code(2) === Char.At) {
        const text = this.text.slice(start, this.at).replace(/^\r?\n/, '').replace(/\r$/, '');
        this.at += 3;
        return isConstant ? text : undefined;
      }
      if (!isSingle && code === Char.Backtick) {
        this.at += 2;
      } else if (!isSingle && this.isAtExpansion()) {
        isConstant = false;
        this.expressionPart();
      } else {
        this.at++;
      }
    }
    this.endWithinText();
    return undefined;
  }
}
