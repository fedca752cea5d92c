import { formatDay } from '../core/calendar';
import { csv, separatorFor, type SeparatorName } from './csv';
import type { TableName } from './document';
import { documentOf } from './document-of';
import { html } from './html';
import { json } from './json';
import { markdown } from './markdown';
import type { Position } from './position';

export { positionOf, type Position, type PositionOptions } from './position';
export { separatorFor, separators, type SeparatorName } from './csv';
export { tableNames, type TableName } from './document';

export const reportFormats = ['html', 'markdown', 'csv', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

const formatByEnding: Readonly<Record<string, ReportFormat>> = { html: 'html', htm: 'html', md: 'markdown', markdown: 'markdown', csv: 'csv', json: 'json' };

/** The format that the ending of a file's name asks for. */
export function reportFormatFor(fileName: string): ReportFormat | undefined {
  const ending = /\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(formatByEnding, ending) ? formatByEnding[ending] : undefined;
}

/** What CSV needs beside a position: it holds one table. */
export interface CsvOptions {
  /** The people if left out. */
  readonly table?: TableName;
  /** What Excel takes on this system if left out. */
  readonly separator?: SeparatorName | undefined;
}

/** What a file with a position is called, unless somebody has a better name. */
export function proposedName({ day }: Position): string {
  return `license-position-${formatDay(day)}.html`;
}

/** A position as the text of a file. */
export function render(position: Position, format: ReportFormat, { table = 'people', separator = separatorFor() }: CsvOptions = {}): string {
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
