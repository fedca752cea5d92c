import type { CsvTable, Row } from './csv';

/** A column of a table: gives its cell of a row, `''` where the row has none. */
export type Column = (row: Row) => string;

/** The columns of a table by the names that Exchange gives them, in any case and order; others don't matter. */
export class Columns {
  private readonly indexes: ReadonlyMap<string, number>;

  constructor({ header }: Pick<CsvTable, 'header'>) {
    // Of two columns of one name the first counts.
    this.indexes = new Map(header.map((name, index) => [name.toLowerCase(), index] as const).reverse());
  }

  /** The first of these columns that the table has. */
  find(...names: readonly string[]): Column | undefined {
    const index = names.map(name => this.indexes.get(name.toLowerCase())).find(found => found !== undefined);
    return index === undefined ? undefined : ({ cells }) => cells[index] ?? '';
  }

  /** The same, or a column of nothing. */
  findOrEmpty(...names: readonly string[]): Column {
    return this.find(...names) ?? empty;
  }
}

const empty: Column = () => '';

/** What a value was replaced with when a list was exported as it is: the name of its type. */
export function isTypeName(text: string): boolean {
  return /^(?:Deserialized\.)?(?:System|Microsoft)\.[\w.]+(?:`\d.*|\[\])?$/.test(text);
}
