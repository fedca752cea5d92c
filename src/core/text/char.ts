/** Codes of the characters that YAML's structure is made of. */
export const enum Char {
  /** Behind the end of a text. */
  None = -1,
  Tab = 0x09,
  LineFeed = 0x0a,
  Return = 0x0d,
  Space = 0x20,
  DoubleQuote = 0x22,
  Hash = 0x23,
  Percent = 0x25,
  SingleQuote = 0x27,
  Plus = 0x2b,
  Comma = 0x2c,
  Dash = 0x2d,
  Dot = 0x2e,
  Zero = 0x30,
  Nine = 0x39,
  Colon = 0x3a,
  Question = 0x3f,
  OpenBracket = 0x5b,
  Backslash = 0x5c,
  CloseBracket = 0x5d,
  LowerE = 0x65,
  LowerO = 0x6f,
  LowerX = 0x78,
  OpenBrace = 0x7b,
  Pipe = 0x7c,
  CloseBrace = 0x7d,
  ByteOrderMark = 0xfeff,
}

/** Whether a character code is one of the ASCII digits. */
export function isDigit(code: number): boolean {
  return code >= Char.Zero && code <= Char.Nine;
}
