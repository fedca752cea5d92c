import { csv, type SeparatorName } from './csv';
import { documentOf, type TableName } from './document';
import { html } from './html';
import { json } from './json';
import { markdown } from './markdown';
import type { Position } from './position';

export { positionOf, type Position, type PositionOptions } from './position';
export { separatorFor, separators, type SeparatorName } from './csv';
export { tableNames, type TableName } from './document';

export const reportFormats = ['html', 'markdown', 'csv', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** What CSV needs beside a position: it holds one table. */
export interface CsvOptions {
  readonly table: TableName;
  readonly separator: SeparatorName;
}

/** A position as the text of a file. */
export function render(position: Position, format: ReportFormat, { table, separator }: CsvOptions): string {
  if (format === 'json') {
    return json(position);
  }
  const document = documentOf(position);
  switch (format) {
    case 'html': return html(document);
    case 'markdown': return markdown(document);
    case 'csv': return csv(document.sections.get(table)!.table!, separator);
  }
}
