import type { Day } from '../../core/calendar';
import type { Finding, Fix } from '../../core/findings/finding';
import type { Paint } from '../color';
import type { SeverityCounts } from '../exit-code';

/** A register that was checked. */
export interface CheckedRegister {
  /** Relative to the current folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly findings: readonly CheckedFinding[];
}

/** A finding with what mends it, made when it is asked for. */
export interface CheckedFinding extends Finding {
  readonly fixes: () => readonly Fix[];
}

/** The outcome of a check. */
export interface Report {
  /** The day that counted as today. */
  readonly today: Day;
  /** In the order of their paths, those without findings too. */
  readonly registers: readonly CheckedRegister[];
  /** How many of the paths given could not be checked. */
  readonly unchecked: number;
  readonly counts: SeverityCounts;
}

/** What a format may use of the place where it is shown. */
export interface Display {
  readonly paint: Paint;
  /** How many columns a line of source may take. */
  readonly columns: number;
}

/** Turns a report into the text of standard output. */
export type Format = (report: Report, display: Display) => string;
