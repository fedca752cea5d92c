import type { Script } from './script';
import { Char, endOfLine, endsWord, isBlank, isClosing, isLineBreak, isNameChar } from './script-characters';

/** A place in a PowerShell script that moves on as what stands there is read. */
export class ScriptCursor {
  /** Where what is read next begins. */
  protected at = 0;
  /** Where the script ends, once it has ended within something that was never closed. */
  protected endsIn: Script['endsIn'] | undefined;

  constructor(protected readonly text: string) {}

  /** The code of the character here, or so many further on; NaN behind the end. */
  protected code(ahead = 0): number {
    return this.text.charCodeAt(this.at + ahead);
  }

  /** The first character of what comes next within brackets; undefined where they, or the script, end. */
  protected nextWithin(): number | undefined {
    this.skipBlanksAndLines();
    const code = this.code();
    return Number.isNaN(code) || isClosing(code) ? undefined : code;
  }

  /** Reads what is left of a word. */
  protected word(): string {
    const start = this.at;
    while (!this.isAtWordEnd() && this.code() !== Char.Equals) {
      this.at += this.code() === Char.Backtick ? 2 : 1;
    }
    return this.text.slice(start, this.at);
  }

  /** Whether a word may end here. */
  protected isAtWordEnd(): boolean {
    const code = this.code();
    return Number.isNaN(code) || endsWord(code);
  }

  /** Goes behind what a sticky pattern matches here, if it does. */
  protected skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const matches = pattern.test(this.text);
    this.at = matches ? pattern.lastIndex : this.at;
    return matches;
  }

  /** Goes behind the name of a parameter, an operator or a member. */
  protected skipName(): void {
    while (isNameChar(this.code())) {
      this.at++;
    }
  }

  protected skipBlanksAndLines(): void {
    for (;;) {
      this.skipBlanks();
      if (!isLineBreak(this.code())) {
        return;
      }
      this.at++;
    }
  }

  /** Skips blanks, comments, and line breaks behind a backtick. */
  protected skipBlanks(): void {
    for (;;) {
      const code = this.code();
      if (isBlank(code)) {
        this.at++;
      } else if (code === Char.Backtick && isLineBreak(this.code(1))) {
        this.at += this.code(1) === Char.CarriageReturn && this.code(2) === Char.LineFeed ? 3 : 2;
      } else if (code === Char.Hash) {
        this.skipComment();
      } else if (code === Char.Less && this.code(1) === Char.Hash) {
        this.skipBlockComment();
      } else {
        return;
      }
    }
  }

  /** Notes that the script ends within a comment or a string. */
  protected endWithinText(): void {
    this.endsIn ??= 'text';
  }

  private skipComment(): void {
    this.at = endOfLine(this.text, this.at);
    if (this.at === this.text.length) {
      this.endWithinText();
    }
  }

  private skipBlockComment(): void {
    const close = this.text.indexOf('#>', this.at + 2);
    if (close < 0) {
      this.at = this.text.length;
      this.endWithinText();
    } else {
      this.at = close + 2;
    }
  }
}
