import type { Cell, Table } from './document';

/** What stands between the cells of a row. */
export const separators = { comma: ',', semicolon: ';', tab: '\t' } as const;
export type SeparatorName = keyof typeof separators;

/**
 * The separator that Excel takes where numbers are written as in a locale: it splits at semicolons where the comma
 * is the decimal mark.
 */
export function separatorFor(locale?: string): SeparatorName {
  const decimal = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value;
  return decimal === ',' ? 'semicolon' : 'comma';
}

/** A table as CSV (RFC 4180) that Excel opens as it is meant: with the mark of UTF-8, and no cell that it would calculate. */
export function csv({ columns, rows }: Table, separator: SeparatorName): string {
  const between = separators[separator];
  const line = (cells: readonly Cell[]) => `${cells.map(cell => quoted(cell, between)).join(between)}\r\n`;
  return `\ufeff${line(columns.map(({ title }) => title))}${rows.map(line).join('')}`;
}

function quoted(cell: Cell, between: string): string {
  const text = typeof cell === 'number' ? String(cell) : asText(cell);
  return text.includes(between) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What spreadsheets calculate: by its first character, that of wide letters too. */
const formula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** Numbers of documents that spreadsheets would change: 0147 to 147, 1e3 to 1000, 2024/02 to a month. A whole date is one. */
const changeable = /^(?:0\d+|\d{16,}|\d+(?:[.,]\d+)?e[+-]?\d+|\d{1,4}([-/.:])\d{1,4}(?:\1\d{1,4})?)$/i;
const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/** An apostrophe in front makes spreadsheets leave a cell as it is. */
function asText(cell: string): string {
  return formula.test(cell) || (changeable.test(cell) && !isoDay.test(cell)) ? `'${cell}` : cell;
}
