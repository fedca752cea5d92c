import type { Day } from '../core/calendar';
import type { Change } from './account';
import type { Product } from './purchases';

/** What stands in a cell of a table: a number where it can be added up. */
export type Cell = string | number;

/** A column of a table. */
export interface Column {
  readonly title: string;
  /** Of days or of numbers; `alarm` of numbers that are to catch the eye above 0. */
  readonly kind?: 'day' | 'number' | 'alarm';
}

/** A table whose first column names what a row is about. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** How many rows a page shows; all if left out. */
  readonly most?: number;
  /** Where all of them are, as a sentence. */
  readonly elsewhere?: string;
}

/** Owned and assigned of one license type, day by day. */
export interface Chart {
  readonly title: string;
  readonly changes: readonly Change[];
  readonly shortages: NonNullable<Product['shortages']>;
  /** The last day. */
  readonly day: Day;
}

/** A part of a report under a heading of its own. */
export interface Section {
  readonly heading: string;
  readonly texts: readonly string[];
  readonly charts?: readonly Chart[];
  /** The table, with the name by which it can be asked for; without rows, the last of the texts says so. */
  readonly table?: Table;
}

/** The sections of a report that have a table, by the names of the tables. */
export const tableNames = ['people', 'products', 'shortages', 'purchases', 'lines', 'devices', 'servers', 'ended', 'uncounted', 'exchange', 'causes', 'findings'] as const;
/** A section by its table. */
export type TableName = (typeof tableNames)[number];
/** A section, with or without a table. */
export type SectionName = TableName | 'overview' | 'limits' | 'privacy';

/** A report in words, for all formats that people read. All texts are on one line and printable. */
export interface ReportDocument {
  readonly title: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** In the order in which they are shown. */
  readonly sections: ReadonlyMap<SectionName, Section>;
}
