import { counted } from '../core/text/sentence';
import type { Table } from './document';

/** The rows of a table that a page shows, and what it says of the others. */
export function shownRows({ rows, most = Infinity, elsewhere = '' }: Table): { readonly rows: Table['rows']; readonly remainder: string | undefined } {
  const left = rows.length - most;
  return left > 0
    ? { rows: rows.slice(0, most), remainder: `${counted(left, 'more row is', 'more rows are').text} left out. ${elsewhere}` }
    : { rows, remainder: undefined };
}
