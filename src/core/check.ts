import type { Day } from './calendar';
import type { Finding, SeveritySetting } from './finding';

/** What a check depends on beside the register's text. */
export interface CheckOptions {
  /** The day that counts as today. */
  readonly today: Day;
  /** Severities from outside the register, by rule: they give way to the register's own `settings.severities`. */
  readonly severities?: Readonly<Record<string, SeveritySetting>>;
  /** Severities that win over everything, by rule: `--rule` of the command line. */
  readonly decreedSeverities?: Readonly<Record<string, SeveritySetting>>;
  /** The most findings that are given; the rest is counted in one `too-many-findings`. No limit by default. */
  readonly limit?: number;
}

/** The findings of a whole register in the order of their places. Never throws on bad input. */
export function checkText(text: string, options: CheckOptions): Finding[] {
  void text;
  void options;
  return [];
}
