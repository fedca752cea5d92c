import type { CommandElement, ParameterElement } from './script';
import { Char, endOfLine, endsCommand, isDash, isLetter } from './script-characters';
import { ValueReader } from './value-reader';

/** `<ServerName>`, which instructions put where something is to be filled in. PowerShell has no use for `<`. */
const placeholder = /<[\p{L}\d][\p{L}\d _.-]*>/uy;

const redirection = /(?:[1-6*]?>>?(?:&[12])?|<)(?!#)/y;

/** Reads what a command is given: parameters, arguments, and what can't be seen. */
export abstract class CommandReader extends ValueReader {
  /** The elements of a command up to where it ends. */
  protected elements(): CommandElement[] {
    const elements: CommandElement[] = [];
    for (;;) {
      this.skipBlanks();
      const start = this.at;
      const code = this.code();
      if (Number.isNaN(code) || endsCommand(code) || this.isAtAnd()) {
        return elements;
      }
      if (code === Char.Ampersand) {
        // A job in the background.
        this.at++;
        return elements;
      }
      if (code === Char.Equals && elements.length === 0) {
        this.at++;
        elements.push({ kind: 'argument', start, end: this.at, values: [{ text: '=', start, end: this.at, isQuoted: false }] });
        // What follows is a statement of its own.
        return elements;
      }
      const element = this.element();
      if (element) {
        elements.push(element);
      }
      this.at = Math.max(this.at, start + 1);
    }
  }

  /** `2>&1`, `> file`: goes behind a redirection, if one is here. */
  protected skipRedirection(): boolean {
    if (!this.skip(redirection)) {
      return false;
    }
    const isMerging = this.code(-2) === Char.Ampersand;
    this.skipBlanks();
    if (!isMerging && !(isDash(this.code()) && isLetter(this.code(1)))) {
      this.argument();
    }
    return true;
  }

  /** Whether `&&` is here. */
  protected isAtAnd(): boolean {
    return this.code() === Char.Ampersand && this.code(1) === Char.Ampersand;
  }

  /** One element of a command; undefined where a redirection stands, or nothing that can be read. */
  private element(): CommandElement | undefined {
    const start = this.at;
    const code = this.code();
    const next = this.code(1);
    if (code === Char.Less && this.skip(placeholder)) {
      return { kind: 'argument', start, end: this.at, values: undefined };
    }
    if (this.skipRedirection()) {
      return undefined;
    }
    // `--%` hands on the rest of the line as it stands.
    if (isDash(code) && isDash(next) && this.text[start + 2] === '%') {
      this.at = endOfLine(this.text, start);
      return { kind: 'unseen', start, end: this.at };
    }
    if (isDash(code) && isLetter(next)) {
      return this.parameter();
    }
    // `@parameters` hands on all that a variable holds.
    if (code === Char.At && isLetter(next)) {
      this.at++;
      this.variableName();
      return { kind: 'unseen', start, end: this.at };
    }
    return this.argument();
  }

  private parameter(): ParameterElement {
    const start = this.at;
    this.at++;
    this.skipName();
    const name = this.text.slice(start + 1, this.at);
    const nameEnd = this.at;
    let value: ParameterElement['value'];
    if (this.code() === Char.Colon) {
      this.at++;
      this.skipBlanks();
      value = this.argument();
    } else if (!this.isAtWordEnd()) {
      // `-foo.bar`, `-split"x"`: no parameter's name, but one argument.
      this.argument();
    }
    return { kind: 'parameter', start, end: this.at, name, nameEnd, value };
  }
}
