export const enum Char {
  Tab = 9,
  LineFeed = 10,
  CarriageReturn = 13,
  Space = 32,
  DoubleQuote = 34,
  Hash = 35,
  Dollar = 36,
  Ampersand = 38,
  SingleQuote = 39,
  Open = 40,
  Close = 41,
  Plus = 43,
  Comma = 44,
  Dash = 45,
  Dot = 46,
  Colon = 58,
  Semicolon = 59,
  Less = 60,
  Equals = 61,
  Greater = 62,
  At = 64,
  OpenSquare = 91,
  CloseSquare = 93,
  Backtick = 96,
  OpenCurly = 123,
  Pipe = 124,
  CloseCurly = 125,
}

export function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : text[end - 1] === '\r' ? end - 1 : end;
}

export function isBlank(code: number): boolean {
  return code === Char.Space || code === Char.Tab || code === 0xa0 || code === 0x0b || code === 0x0c || code === 0xfeff;
}

export function isLineBreak(code: number): boolean {
  return code === Char.LineFeed || code === Char.CarriageReturn;
}

export function isClosing(code: number): boolean {
  return code === Char.Close || code === Char.CloseCurly || code === Char.CloseSquare;
}

export function endsCommand(code: number): boolean {
  return isLineBreak(code) || code === Char.Semicolon || code === Char.Pipe || code === Char.Close || code === Char.CloseCurly || code === Char.CloseSquare;
}

export function endsWord(code: number): boolean {
  return isBlank(code) || endsCommand(code) || code === Char.Ampersand || code === Char.Open || code === Char.OpenCurly || code === Char.Comma || isQuote(code) || code === Char.Dollar || code === Char.Less || code === Char.Greater;
}

/** Brackets that are square are part of an argument's word: `[string]`, `*[0-9]`. */
export function endsArgument(code: number): boolean {
  return isBlank(code) || isLineBreak(code) || code === Char.Semicolon || code === Char.Pipe || code === Char.Close || code === Char.CloseCurly || code === Char.Ampersand || code === Char.Comma || code === Char.Greater;
}

// PowerShell takes the dashes and quotes of word processors for the plain ones.
export function isDash(code: number): boolean {
  return code === Char.Dash || (code >= 0x2013 && code <= 0x2015);
}

export function isSingleQuote(code: number): boolean {
  return code === Char.SingleQuote || (code >= 0x2018 && code <= 0x201b);
}

export function isDoubleQuote(code: number): boolean {
  return code === Char.DoubleQuote || (code >= 0x201c && code <= 0x201e);
}

export function isQuote(code: number): boolean {
  return isSingleQuote(code) || isDoubleQuote(code);
}

export function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95 || (code > 0x7f && !isDash(code) && !isQuote(code) && code !== 0xa0);
}

export function isNameChar(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57);
}

export function isParameterChar(code: number): boolean {
  return isNameChar(code);
}

/** A word may start with these; a number and everything else starts an expression. */
export function isWordStart(code: number): boolean {
  return isLetter(code) || code === 92 || code === 47 || code === 42 || code === 37 || code === 63 || code === 126;
}

export function isOperator(code: number): boolean {
  return code === Char.Plus || isDash(code) || code === 42 || code === 47 || code === 37 || code === Char.Comma || code === 33;
}
