/** Where the line ends on which an offset lies, before its line break. */
export function endOfLine(text: string, offset: number): number {
  const lineFeed = text.indexOf('\n', offset);
  const end = lineFeed < 0 ? text.length : lineFeed;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** Where the line starts on which an offset lies. */
export function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}
