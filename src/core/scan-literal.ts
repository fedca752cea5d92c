import { Char } from './char';
import type { ScalarNode } from './node';

/**
 * Reads a literal text, which starts with `|` or `|-` and goes on in the lines below.
 * @param column the column of the collection that holds it
 * @returns undefined where it isn't sure
 */
export function scanLiteral(text: string, start: number, column: number): ScalarNode | undefined {
  const isStripped = text.charCodeAt(start + 1) === Char.Dash;
  const headerEnd = spacesEnd(text, start + (isStripped ? 2 : 1));
  const first = lineFeedAfter(text, headerEnd) + 1;
  const indent = spacesEnd(text, first) - first;
  if (headerEnd !== contentEnd(text, first - 1) || indent <= column || first + indent >= contentEnd(text, lineFeedAfter(text, first))) {
    return undefined;
  }
  let value = '';
  let breaks = '';
  let end = first;
  for (let at = first; at < text.length;) {
    const lineFeed = lineFeedAfter(text, at);
    const stop = contentEnd(text, lineFeed);
    const deep = spacesEnd(text, at) - at;
    if (at + deep < stop) {
      if (deep < indent) {
        break;
      }
      value += breaks + text.slice(at + indent, stop);
      breaks = '';
      end = Math.min(lineFeed + 1, text.length);
    } else if (deep > indent) {
      // Blanks that may be part of the text.
      return undefined;
    }
    breaks += '\n';
    at = lineFeed + 1;
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
function lineFeedAfter(text: string, at: number): number {
  const lineFeed = text.indexOf('\n', at);
  return lineFeed < 0 ? text.length : lineFeed;
}

/** The end of a line's content, given its line feed: a return before that belongs to it. */
function contentEnd(text: string, lineFeed: number): number {
  return text.charCodeAt(lineFeed - 1) === Char.Return ? lineFeed - 1 : lineFeed;
}
