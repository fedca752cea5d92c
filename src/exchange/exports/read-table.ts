import { say } from '../../core/text/sentence';
import { readCsv, type CsvTable, type NoTable } from './csv';
import { decode, type DecodedText } from './decode';
import { workbookForm } from './foreign-form';
import type { Steps } from '../steps';

/** A larger file is none that Exchange wrote: 50,000 mailboxes take less than half of it. */
export const mostBytes = 50_000_000;

/** A CSV file that could be read, with the encoding that it turned out to have. */
export interface Table extends CsvTable {
  readonly encoding: DecodedText['encoding'];
}

/** Reads the bytes of a CSV file as a table. Never throws on bad input. */
export function* readTable(bytes: Uint8Array): Steps<Table | NoTable> {
  if (bytes.length > mostBytes) {
    return { problem: tooLarge };
  }
  const workbook = workbookForm(bytes);
  if (workbook) {
    return { problem: workbook };
  }
  const decoded = yield* decode(bytes);
  if (!decoded) {
    return { problem: say`holds bytes that are no text, so it is not a CSV file.` };
  }
  const table = yield* readCsv(decoded.text);
  return 'problem' in table ? table : { ...table, encoding: decoded.encoding, isCutOff: table.isCutOff || decoded.isCutOff };
}

/** Says that a file has more than {@link mostBytes}. */
export const tooLarge = say`is larger than 50 MB, which no export is. Check that it is the right file.`;
