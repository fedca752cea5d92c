import { Char } from '../text/char';
import type { ScalarNode } from './node';

/**
 * Reads a literal text, which starts with `|` or `|-` and goes on in the lines below.
 * @param column the column of the collection that holds it
 * @returns undefined where it isn't sure
 */
export function scanLiteral(text: string, start: number, column: number): ScalarNode | undefined {
  const isStripped = text.charCodeAt(start + 1) === Char.Dash;
  const headerEnd = spacesEnd(text, start + (isStripped ? 2 : 1));
  const headerBreak = lineBreakAfter(text, headerEnd);
  const first = headerBreak + 1;
  const indent = spacesEnd(text, first) - first;
  if (headerEnd !== contentEnd(text, headerBreak) || indent <= column) {
    return undefined;
  }
  let value = '';
  let breaks = '';
  let end = start;
  for (let at = first; at < text.length;) {
    const lineBreak = lineBreakAfter(text, at);
    const stop = contentEnd(text, lineBreak);
    const spaces = spacesEnd(text, at) - at;
    if (at + spaces < stop) {
      if (spaces < indent) {
        break;
      }
      value += breaks + text.slice(at + indent, stop);
      breaks = '';
      end = Math.min(lineBreak + 1, text.length);
    } else if (spaces > indent || at === first) {
      // Such blanks are part of the text, or count for where it starts.
      return undefined;
    }
    breaks += '\n';
    at = lineBreak + 1;
  }
  if (!isStripped) {
    value += '\n';
  }
  return { kind: 'scalar', value, source: value, style: 'block', start, end };
}

function spacesEnd(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === Char.Space) {
    at++;
  }
  return at;
}

/** The line feed that ends a line, or the end of the text. */
function lineBreakAfter(text: string, at: number): number {
  const lineFeed = text.indexOf('\n', at);
  return lineFeed < 0 ? text.length : lineFeed;
}

/** Where a line's content ends, before the whole of its line break. */
function contentEnd(text: string, lineBreak: number): number {
  return text.charCodeAt(lineBreak - 1) === Char.Return ? lineBreak - 1 : lineBreak;
}
