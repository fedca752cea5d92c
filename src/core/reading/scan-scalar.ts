import { Char } from '../text/char';
import type { ScalarNode } from './node';
import { plainValue } from './plain-value';

/** Reads the scalars of YAML that stand on one line. Every method gives undefined where it isn't sure. */
export class ScalarScanner {
  /** What is read next. */
  protected at = 0;

  constructor(protected readonly text: string) {}

  protected charAt(at: number): number {
    return at < this.text.length ? this.text.charCodeAt(at) : Char.None;
  }

  protected skipSpaces(): void {
    while (this.charAt(this.at) === Char.Space) {
      this.at++;
    }
  }

  /** Where the next line starts, if nothing or only a comment stands between here and there; otherwise -1. */
  protected nextLine(): number {
    const { text, at } = this;
    const char = this.charAt(at);
    if (char === Char.LineFeed) {
      return at + 1;
    }
    if (char === Char.Return && this.charAt(at + 1) === Char.LineFeed) {
      return at + 2;
    }
    if (char === Char.Hash && (at === 0 || isBlank(text.charCodeAt(at - 1)))) {
      const lineFeed = text.indexOf('\n', at);
      return lineFeed < 0 ? text.length : lineFeed + 1;
    }
    return -1;
  }

  protected scalar(inFlow: boolean): ScalarNode | undefined {
    switch (this.charAt(this.at)) {
      case Char.DoubleQuote:
        return this.doubleQuoted();
      case Char.SingleQuote:
        return this.singleQuoted();
      default:
        return this.plain(inFlow);
    }
  }

  /** A value where nothing stands. */
  protected empty(at: number): ScalarNode {
    return { kind: 'scalar', value: null, source: '', style: 'plain', start: at, end: at };
  }

  private plain(inFlow: boolean): ScalarNode | undefined {
    const { text, at: start } = this;
    if (!this.mayStartPlain(inFlow)) {
      return undefined;
    }
    let end = start;
    for (let at = start; at < text.length; at++) {
      const char = text.charCodeAt(at);
      if (char > Char.Colon) {
        if (inFlow && isBracket(char)) {
          break;
        }
        if (char === Char.ByteOrderMark) {
          return undefined;
        }
      } else if (char === Char.Space) {
        if (this.charAt(at + 1) === Char.Hash) {
          break;
        }
        continue;
      } else if (char === Char.Colon) {
        const next = this.charAt(at + 1);
        if (isBlank(next) || (inFlow && isFlowIndicator(next))) {
          break;
        }
      } else if (char < Char.Space) {
        if (char === Char.LineFeed || (char === Char.Return && this.charAt(at + 1) === Char.LineFeed)) {
          break;
        }
        return undefined;
      } else if (inFlow && char === Char.Comma) {
        break;
      }
      end = at + 1;
    }
    this.at = end;
    const source = text.slice(start, end);
    return { kind: 'scalar', value: plainValue(source), source, style: 'plain', start, end };
  }

  private mayStartPlain(inFlow: boolean): boolean {
    const char = this.charAt(this.at);
    if (isAlphanumeric(char) || char >= 0x80) {
      return true;
    }
    if (char === Char.Dash || char === Char.Question || char === Char.Colon) {
      const next = this.charAt(this.at + 1);
      return !isBlank(next) && !(inFlow && (isFlowIndicator(next) || char === Char.Colon));
    }
    return harmlessStarts.has(char);
  }

  private singleQuoted(): ScalarNode | undefined {
    const { text, at: start } = this;
    let hasQuote = false;
    for (let at = start + 1; at < text.length; at++) {
      const char = text.charCodeAt(at);
      if (char === Char.SingleQuote) {
        if (this.charAt(at + 1) !== Char.SingleQuote) {
          const inner = text.slice(start + 1, at);
          return this.quoted('single', hasQuote ? inner.replaceAll('\'\'', '\'') : inner, at + 1);
        }
        hasQuote = true;
        at++;
      } else if (!isText(char)) {
        return undefined;
      }
    }
    return undefined;
  }

  private doubleQuoted(): ScalarNode | undefined {
    const { text, at: start } = this;
    let hasEscape = false;
    for (let at = start + 1; at < text.length; at++) {
      const char = text.charCodeAt(at);
      if (char === Char.DoubleQuote) {
        const inner = text.slice(start + 1, at);
        return this.quoted('double', hasEscape ? unescaped(inner) : inner, at + 1);
      }
      if (char === Char.Backslash) {
        hasEscape = true;
        at++;
      } else if (!isText(char)) {
        return undefined;
      }
    }
    return undefined;
  }

  private quoted(style: 'single' | 'double', value: string | undefined, end: number): ScalarNode | undefined {
    if (value === undefined) {
      return undefined;
    }
    const start = this.at;
    this.at = end;
    return { kind: 'scalar', value, source: value, style, start, end };
  }
}

/** Whether a character is a blank, part of a line break or the end of the text. */
export function isBlank(char: number): boolean {
  return char === Char.Space || char === Char.LineFeed || char === Char.Return || char === Char.Tab || char === Char.None;
}

function isBracket(char: number): boolean {
  return char === Char.OpenBracket || char === Char.CloseBracket || char === Char.OpenBrace || char === Char.CloseBrace;
}

function isFlowIndicator(char: number): boolean {
  return char === Char.Comma || isBracket(char);
}

function isAlphanumeric(char: number): boolean {
  const lower = char | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (char >= Char.Zero && char <= Char.Nine);
}

/** What isn't text ends a line, or is left to a reader that knows it. */
function isText(char: number): boolean {
  return char >= Char.Space && char !== Char.ByteOrderMark;
}

/** Marks without a meaning of their own at the start of a plain text. */
const harmlessStarts = new Set([...'$()+./;<=\\^_~'].map(start => start.charCodeAt(0)));

const escapes = new Map([
  ['0', '\0'], ['a', '\x07'], ['b', '\b'], ['t', '\t'], ['n', '\n'], ['v', '\v'], ['f', '\f'], ['r', '\r'], ['e', '\x1b'],
  [' ', ' '], ['"', '"'], ['/', '/'], ['\\', '\\'], ['N', '\x85'], ['_', '\xa0'], ['L', '\u2028'], ['P', '\u2029'],
]);
const numericEscape = /x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})/y;

function unescaped(inner: string): string | undefined {
  let value = '';
  let from = 0;
  for (let at = inner.indexOf('\\'); at >= 0; at = inner.indexOf('\\', from)) {
    value += inner.slice(from, at);
    const simple = escapes.get(inner[at + 1]!);
    if (simple !== undefined) {
      value += simple;
      from = at + 2;
      continue;
    }
    numericEscape.lastIndex = at + 1;
    const match = numericEscape.exec(inner);
    if (!match) {
      return undefined;
    }
    value += String.fromCharCode(parseInt(match[1] ?? match[2]!, 16));
    from = numericEscape.lastIndex;
  }
  return value + inner.slice(from);
}
