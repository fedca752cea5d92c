import type { Day } from './calendar';
import type { Finding, SeveritySetting } from './finding';
import type { TextEdit } from './text';

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

/** A register under check: fed with edits, asked for findings. */
export class RegisterCheck {
  constructor(text: string, options: CheckOptions) {
    void text;
    void options;
  }

  /** Takes over edits of the text, each in the coordinates of the text after the ones before it. */
  update(edits: readonly TextEdit[]): void {
    void edits;
  }

  /** Takes over other options: another day, other severities. */
  setOptions(options: CheckOptions): void {
    void options;
  }

  /** The findings in the order of their places. */
  findings(): readonly Finding[] {
    return [];
  }
}

/** The findings of a whole register in the order of their places. Never throws on bad input. */
export function checkText(text: string, options: CheckOptions): readonly Finding[] {
  return new RegisterCheck(text, options).findings();
}
