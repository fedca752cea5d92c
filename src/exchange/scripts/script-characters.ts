/** Codes of the characters that PowerShell's syntax is made of. */
export const enum Char {
  Tab = 9,
  LineFeed = 10,
  CarriageReturn = 13,
  Space = 32,
  Exclamation = 33,
  DoubleQuote = 34,
  Hash = 35,
  Dollar = 36,
  Percent = 37,
  Ampersand = 38,
  SingleQuote = 39,
  Open = 40,
  Close = 41,
  Asterisk = 42,
  Plus = 43,
  Comma = 44,
  Dash = 45,
  Dot = 46,
  Slash = 47,
  Zero = 48,
  Nine = 57,
  Colon = 58,
  Semicolon = 59,
  Less = 60,
  Equals = 61,
  Greater = 62,
  Question = 63,
  At = 64,
  UpperA = 65,
  UpperZ = 90,
  OpenSquare = 91,
  Backslash = 92,
  CloseSquare = 93,
  Underscore = 95,
  Backtick = 96,
  LowerA = 97,
  LowerZ = 122,
  OpenCurly = 123,
  Pipe = 124,
  CloseCurly = 125,
  Tilde = 126,
  LastAscii = 127,
  NoBreakSpace = 160,
}

/** Where the line of an offset ends, before its line break. */
export function endOfLine(text: string, at: number): number {
  const lineFeed = text.indexOf('\n', at);
  if (lineFeed < 0) {
    return text.length;
  }
  return text[lineFeed - 1] === '\r' ? lineFeed - 1 : lineFeed;
}

/** Whether a character is blank within a line; a byte order mark is, too. */
export function isBlank(code: number): boolean {
  return code === Char.Space || code === Char.Tab || code === Char.NoBreakSpace || code === 0x0b || code === 0x0c || code === 0xfeff;
}

/** Whether a character breaks lines, on its own or with another. */
export function isLineBreak(code: number): boolean {
  return code === Char.LineFeed || code === Char.CarriageReturn;
}

/** Whether a character closes brackets of any kind. */
export function isClosing(code: number): boolean {
  return code === Char.Close || code === Char.CloseCurly || code === Char.CloseSquare;
}

/** Whether a character ends a command: the next statement, pipe or closing bracket. */
export function endsCommand(code: number): boolean {
  return isLineBreak(code) || code === Char.Semicolon || code === Char.Pipe || isClosing(code);
}

/** Whether a character ends the name of a command, or a keyword. */
export function endsWord(code: number): boolean {
  return isBlank(code) || endsCommand(code) || isQuote(code)
    || code === Char.Ampersand || code === Char.Open || code === Char.OpenCurly || code === Char.Comma || code === Char.Dollar || code === Char.Less || code === Char.Greater;
}

/** Whether a character ends a value. Brackets that are square are part of a word there: `[string]`, `*[0-9]`. */
export function endsArgument(code: number): boolean {
  return isBlank(code) || isLineBreak(code)
    || code === Char.Semicolon || code === Char.Pipe || code === Char.Close || code === Char.CloseCurly || code === Char.Ampersand || code === Char.Comma || code === Char.Greater;
}

/** Whether PowerShell takes a character for a dash: those of word processors, too. */
export function isDash(code: number): boolean {
  return code === Char.Dash || (code >= 0x2013 && code <= 0x2015);
}

/** Whether PowerShell takes a character for a single quote: those of word processors, too. */
export function isSingleQuote(code: number): boolean {
  return code === Char.SingleQuote || (code >= 0x2018 && code <= 0x201b);
}

/** Whether PowerShell takes a character for a double quote: those of word processors, too. */
export function isDoubleQuote(code: number): boolean {
  return code === Char.DoubleQuote || (code >= 0x201c && code <= 0x201e);
}

/** Whether PowerShell takes a character for a quote of either kind. */
export function isQuote(code: number): boolean {
  return isSingleQuote(code) || isDoubleQuote(code);
}

/** Whether a character may begin a name; of those beyond ASCII any may that isn't a mark of the syntax. */
export function isLetter(code: number): boolean {
  return (code >= Char.UpperA && code <= Char.UpperZ) || (code >= Char.LowerA && code <= Char.LowerZ) || code === Char.Underscore
    || (code > Char.LastAscii && !isDash(code) && !isQuote(code) && code !== Char.NoBreakSpace);
}

/** Whether a name of a variable, parameter or member may go on with a character. */
export function isNameChar(code: number): boolean {
  return isLetter(code) || (code >= Char.Zero && code <= Char.Nine);
}

/** Whether a word may start with a character: a number and everything else starts an expression. */
export function isWordStart(code: number): boolean {
  return isLetter(code)
    || code === Char.Backslash || code === Char.Slash || code === Char.Asterisk || code === Char.Percent || code === Char.Question || code === Char.Tilde;
}

/** Whether a character is an operator, or begins one, in an expression. */
export function isOperator(code: number): boolean {
  return code === Char.Plus || isDash(code) || code === Char.Asterisk || code === Char.Slash || code === Char.Percent || code === Char.Comma || code === Char.Exclamation;
}
