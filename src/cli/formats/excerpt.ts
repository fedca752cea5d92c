import { printable } from '../../core/text/printable';
import { displayWidth } from './display-width';

/** A line of source with what stands beneath it. */
export interface Excerpt {
  readonly source: string;
  /** Blanks, then a caret beneath every column of the marked stretch. */
  readonly underline: string;
}

/** A letter as a reader sees it: with its accents, or a whole emoji. */
interface Letter {
  readonly shown: string;
  readonly width: number;
  /** Its place in the line, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

const tab = '    ';
const ellipsis = '\u2026';

/**
 * Shows `line` within `columns`, marked from `start` to `end` (UTF-16 units). Of a line that is too long, the part
 * around the mark is shown; a mark without a letter in it stands where it begins.
 */
export function excerptOf(line: string, start: number, end: number, columns: number): Excerpt {
  const from = Math.min(start, line.length);
  const letters = lettersNear(line, from, columns);
  const { first, last } = windowOf(letters, line.length, from, end, columns);
  const shown = letters.slice(first, last);
  const before = (shown[0]?.start ?? 0) > 0 ? ellipsis : '';
  const after = (shown.at(-1)?.end ?? line.length) < line.length ? ellipsis : '';
  // A letter is marked as a whole even when the mark covers only some of its units.
  const marked = shown.filter(letter => letter.end > from && letter.start < end);
  const unmarked = shown.filter(letter => letter.end <= from);
  return {
    source: before + shown.map(letter => letter.shown).join('') + after,
    underline: ' '.repeat(before.length + widthOf(unmarked)) + '^'.repeat(Math.max(1, widthOf(marked))),
  };
}

/** A line may be a megabyte long: only what may come to be shown is taken apart. */
function lettersNear(line: string, start: number, columns: number): Letter[] {
  const from = wholeCharacter(line, Math.max(0, start - columns));
  const until = wholeCharacter(line, Math.min(line.length, start + 2 * columns));
  const near = line.slice(from, until);
  const shown = printable(near);
  let at = 0;
  return graphemesOf(near).map(grapheme => {
    const start = at;
    at += grapheme.length;
    return {
      shown: grapheme === '\t' ? tab : shown.slice(start, at),
      width: grapheme === '\t' ? tab.length : displayWidth(grapheme),
      start: from + start,
      end: from + at,
    };
  });
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

function graphemesOf(text: string): string[] {
  // Below the first combining mark every unit is a letter of its own; the segmenter takes many times as long.
  return /^[\0-\u02ff]*$/.test(text)
    ? text.split('')
    : Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** `offset`, or the one before it where it would part a surrogate pair. */
function wholeCharacter(line: string, offset: number): number {
  const unit = line.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff && offset > 0 ? offset - 1 : offset;
}

function windowOf(
  letters: readonly Letter[],
  lineLength: number,
  start: number,
  end: number,
  columns: number,
): { first: number; last: number } {
  const startsLine = (letters[0]?.start ?? 0) === 0;
  const endsLine = (letters.at(-1)?.end ?? lineLength) === lineLength;
  if (startsLine && endsLine && widthOf(letters) <= columns) {
    return { first: 0, last: letters.length };
  }
  const space = columns - 2 * ellipsis.length;
  let first = 0;
  if (!startsLine || widthOf(letters.filter(letter => letter.start < end)) > space) {
    const marked = letters.findIndex(letter => letter.end > start);
    const before = letters.slice(0, marked < 0 ? letters.length : marked);
    // A third of the space for what stands before the mark: enough to recognize the place.
    first = before.length - countWithin(before.toReversed(), space / 3);
  }
  return { first, last: first + countWithin(letters.slice(first), space) };
}

/** How many of the first letters fit into `space` columns. */
function countWithin(letters: readonly Letter[], space: number): number {
  let width = 0;
  const over = letters.findIndex(letter => (width += letter.width) > space);
  return over < 0 ? letters.length : over;
}

function widthOf(letters: readonly Letter[]): number {
  return letters.reduce((sum, { width }) => sum + width, 0);
}
