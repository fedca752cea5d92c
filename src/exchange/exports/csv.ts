import Papa from 'papaparse';
import { say, type Sentence } from '../../core/text/sentence';
import { foreignForm } from './foreign-form';
import type { Steps } from '../steps';

/** One row of a table; cells are trimmed. */
export interface Row {
  /** As a spreadsheet counts it: the header is row 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** A table as it stands in a CSV file. */
export interface CsvTable {
  readonly header: readonly string[];
  /** Without those that are empty, and without the last one where it is cut off. */
  readonly rows: readonly Row[];
  /** Whether the file ends within a row. */
  readonly isCutOff: boolean;
  /** A text in which letters that ASCII doesn't have were written as `?`; undefined where there is none. */
  readonly lostLetters: string | undefined;
}

/** Why a text is no table: a predicate that follows the file's name in a sentence. */
export interface NoTable {
  readonly problem: Sentence;
}

/** Characters that are parsed in one step. */
const stepSize = 2 ** 17;

/** A row that is longer than this is no row: a quote that was opened is never closed. */
const longestRow = 2 ** 20;

/** Reads a CSV text with commas, semicolons or tabs, with or without the `#TYPE` line of PowerShell. */
export function* readCsv(text: string): Steps<CsvTable | NoTable> {
  const foreign = foreignForm(text);
  if (foreign) {
    return { problem: foreign };
  }
  // Excel writes, and heeds, a first line `sep=;`.
  const [preamble] = /^(?:#TYPE[^\n]*\n|sep=[^\n]*\n|\s*\n)*/i.exec(text)!;
  const content = text.slice(preamble.length);
  const skipped = preamble.split('\n').length - 1;
  const delimiter = /sep=(.)/i.exec(preamble)?.[1] ?? separatorOf(content);
  let header: string[] | undefined;
  const rows: Row[] = [];
  let number = skipped;
  let ragged = false;
  let isOpen = false;
  let lostLetters: string | undefined;
  for (const { data, hasOpenQuote } of parse(content, delimiter)) {
    for (const raw of data) {
      number++;
      const cells = raw.map(cell => cell.trim());
      if (cells.every(cell => cell === '')) {
        continue;
      }
      if (header) {
        rows.push({ number, cells });
        ragged = cells.length < header.length;
        lostLetters ??= cells.find(cell => /\p{L}\?\p{L}|\?\p{Ll}/u.test(cell) && !/[:/=]/.test(cell));
      } else {
        header = cells;
      }
    }
    isOpen ||= hasOpenQuote;
    yield;
  }
  if (!header) {
    return { problem: say`is empty. Save or export it again.` };
  }
  // Every writer ends its last row; a row with cells missing and no end is half a row.
  const endsWithin = ragged && !content.endsWith('\n');
  return { header, rows: endsWithin ? rows.slice(0, -1) : rows, isCutOff: isOpen || endsWithin, lostLetters };
}

interface Parsed {
  readonly data: readonly (readonly string[])[];
  readonly hasOpenQuote: boolean;
}

/** The rows of a text, piece by piece; without one that a quote leaves open. */
function* parse(text: string, delimiter: string): Generator<Parsed, void> {
  let parsed: Parsed = nothing;
  let handle: Papa.Parser | undefined;
  let isDone = false;
  let waiting = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    chunkSize: stepSize,
    chunk({ data, errors }: Papa.ParseResult<string[]>, parser: Papa.Parser) {
      const hasOpenQuote = errors.some(({ code }) => code === 'MissingQuotes');
      parsed = { data: hasOpenQuote ? data.slice(0, -1) : data, hasOpenQuote };
      handle = parser;
      parser.pause();
    },
    complete() {
      isDone = true;
    },
  });
  while (!isDone && handle) {
    yield parsed;
    waiting = parsed.data.length > 0 ? 0 : waiting + stepSize;
    if (waiting > longestRow) {
      yield { data: [], hasOpenQuote: true };
      return;
    }
    parsed = nothing;
    handle.resume();
  }
}

const nothing: Parsed = { data: [], hasOpenQuote: false };

/** The sign that separates most cells of the header; a comma where there is but one. */
function separatorOf(text: string): string {
  const counts = new Map([[',', 0], [';', 0], ['\t', 0]]);
  let isQuoted = false;
  for (const character of text.slice(0, 2 ** 16)) {
    if (character === '"') {
      isQuoted = !isQuoted;
    } else if (character === '\n' && !isQuoted) {
      break;
    } else if (!isQuoted && counts.has(character)) {
      counts.set(character, counts.get(character)! + 1);
    }
  }
  return [...counts].reduce((most, each) => each[1] > most[1] ? each : most)[0];
}
