import { parseLicenseType } from '../../core/licensing/license-type';
import type { CsvTable, Row } from '../exports/csv';
import { dateOrders, readDate } from '../exports/dates';
import { headerWords, importFields, type ColumnMapping, type ImportField } from './fields';

/** A list as it is to be imported. */
export interface ImportTable {
  /** The names of its columns; made up where it has none. */
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

/** So many rows tell what a column holds. */
const sampleSize = 200;

/** Titles above the header are looked past, so many rows at most. */
const mostTitles = 10;

const fieldByWord = new Map(importFields.flatMap(field => headerWords[field].map(word => [word, field] as const)));

/** Finds the header of a table: titles may stand above it, or there may be none, and the first row is a person's. */
export function findHeader({ header, rows }: CsvTable): ImportTable {
  if (knownWords(header) > 0) {
    return { header, rows };
  }
  const at = rows.slice(0, mostTitles).findIndex(({ cells }) => knownWords(cells) > 1);
  if (at >= 0) {
    return { header: rows[at]!.cells, rows: rows.slice(at + 1) };
  }
  if (header.some(cell => isAddress(cell) || isDate(cell) || parseLicenseType(cell))) {
    const width = Math.max(header.length, ...rows.slice(0, sampleSize).map(({ cells }) => cells.length));
    return { header: Array.from({ length: width }, (_, index) => `Column ${index + 1}`), rows: [{ number: 1, cells: header }, ...rows] };
  }
  return { header, rows };
}

/** Which column holds what, by its name and by what stands in it; a field without a likely column is left out. */
export function guessMapping({ header, rows }: ImportTable): ColumnMapping {
  const candidates = header.flatMap((name, column) => {
    const content = contentOf(rows, column);
    return importFields.map(field => ({ field, column, score: scoreOfName(field, fold(name)) + evidence(field, content) }));
  });
  const mapping: Partial<Record<ImportField, number>> = {};
  const taken = new Set<number>();
  for (const { field, column, score } of candidates.sort((a, b) => b.score - a.score)) {
    if (score > 0 && mapping[field] === undefined && !taken.has(column)) {
      mapping[field] = column;
      taken.add(column);
    }
  }
  return mapping;
}

/** The shares of a column's cells that are of some form; of none when it is empty. */
interface Content {
  readonly isEmpty: boolean;
  readonly addresses: number;
  readonly domainLogins: number;
  readonly dates: number;
  readonly types: number;
}

function contentOf(rows: readonly Row[], column: number): Content {
  const cells = rows.slice(0, sampleSize).map(row => row.cells[column] ?? '').filter(cell => cell !== '');
  const share = (test: (cell: string) => boolean) => cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
  return {
    isEmpty: cells.length === 0,
    addresses: share(isAddress),
    domainLogins: share(cell => /^[^\\\s]+\\[^\\\s]+$/.test(cell)),
    dates: share(isDate),
    types: share(cell => parseLicenseType(cell) !== undefined),
  };
}

function scoreOfName(field: ImportField, words: string): number {
  if (fieldByWord.get(words) === field) {
    return 10;
  }
  const hasWord = headerWords[field].some(word => word.length > 3 && ` ${words} `.includes(` ${word} `));
  return hasWord ? 4 : 0;
}

/** What the cells say for a field; far below 0 where they rule it out. */
function evidence(field: ImportField, { isEmpty, addresses, domainLogins, dates, types }: Content): number {
  const ruledOut = isEmpty ? 0 : -20;
  const unlessOfOthers = addresses > 0.5 || dates > 0.5 ? ruledOut : 0;
  const ifSomeDates = dates > 0 ? 0 : ruledOut;
  switch (field) {
    case 'email': return addresses > 0.5 ? 6 : ruledOut;
    case 'login': return domainLogins > 0.5 ? 6 : unlessOfOthers;
    case 'type': return types > 0.3 ? 6 : unlessOfOthers;
    case 'assigned': return dates > 0.5 ? 3 : ifSomeDates;
    case 'ended': return ifSomeDates;
    default: return types > 0.5 ? ruledOut : unlessOfOthers;
  }
}

function knownWords(cells: readonly string[]): number {
  return cells.filter(cell => fieldByWord.has(fold(cell))).length;
}

/** A header as it is compared: in lower case, without accents and signs. */
function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/g, 'l').replace(/[^a-z0-9]+/g, ' ').trim();
}

function isAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text);
}

function isDate(text: string): boolean {
  return dateOrders.some(order => readDate(text, order) !== undefined);
}
