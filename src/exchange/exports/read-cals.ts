import type { ExportedCal } from '../../core/exports/exports';
import { parseLicenseType } from '../../core/licensing/license-type';
import { counted, quote, say, type Sentence } from '../../core/text/sentence';
import { Columns } from './columns';
import type { CsvTable } from './csv';
import type { Table } from './read-table';
import { stepRows, type Steps } from '../steps';

/** What an export of Exchange's own estimate says. */
export interface CalRows {
  readonly rows: readonly ExportedCal[];
  /** Predicates that follow the file's name in a sentence. */
  readonly problems: readonly Sentence[];
}

/** Reads an export of Exchange's own estimate: who needs which license. */
export function* readCals(table: Table): Steps<CalRows> {
  const license = new Columns(table).find('LicenseName');
  const nameIndex = indexOfNames(table);
  if (!license || nameIndex === undefined) {
    return { rows: [], problems: [say`has no column ${license ? 'with addresses' : 'LicenseName'}, so it can't be told who needs which license. Export again with the command of this extension.`] };
  }
  const rows: ExportedCal[] = [];
  for (const [index, row] of table.rows.entries()) {
    const name = row.cells[nameIndex] ?? '';
    const licenseName = license(row);
    if (name && licenseName) {
      rows.push({ name, licenseName, type: parseLicenseType(licenseName) });
    }
    if (index % stepRows === 0) {
      yield;
    }
  }
  const unread = rows.filter(({ type }) => !type);
  return {
    rows,
    problems: unread.length === 0 ? [] : [say`has ${counted(unread.length, 'row', 'rows')} with a license name that is none, such as ${quote(unread[0]!.licenseName)}.`],
  };
}

/** The column of names; where none is called so, the first whose cells look like addresses or hosts. */
function indexOfNames({ header, rows }: CsvTable): number | undefined {
  const named = header.findIndex(name => name.toLowerCase() === 'name');
  const sample = rows.slice(0, 50);
  const index = named >= 0 ? named : header.findIndex((_, at) => sample.length > 0 && sample.every(({ cells }) => /^\S+[@.]\S+\.\S+$|^\S+@\S+$/.test(cells[at] ?? '')));
  return index < 0 ? undefined : index;
}
