import type { Summary } from './statistics';

export const measures = {
  open: 'open: from the text to the findings, in slices, in a fresh process (ms)',
  keystroke: 'keystroke: edit, check, list of findings (ms)',
  wholeCheck: 'whole check: from the text to all findings, warm (ms)',
  memoryMB: 'memory: heap in use with the check alive (MB)',
  position: 'license position: from the file to the page, by the command line with the start of Node (ms)',
  activation: 'activation without a register (ms)',
  bundleKB: 'what is loaded without a register, minified (kB)',
} as const;
export type Measure = keyof typeof measures;

/** One thing that was measured, for us and for what it is compared with. */
export interface Measurement {
  readonly ours: Summary;
  /** Parts of it, or other ways to take it. */
  readonly parts: Readonly<Record<string, Summary>>;
  readonly peers: Readonly<Record<string, Summary>>;
  /** With other registers than the ordinary one. */
  readonly registers: Readonly<Record<string, { readonly ours: Summary; readonly parts: Readonly<Record<string, Summary>> }>>;
}

export type Measurements = Partial<Record<Measure, Measurement>>;

export interface RegisterFacts {
  readonly bytes: number;
  readonly lines: number;
}

/** The figures, in the form of `--json`. */
export interface Report {
  readonly version: 1;
  readonly environment: {
    readonly node: string;
    readonly processors: string;
    readonly clock: string;
    readonly seed: number;
    /** Processes that wanted a processor before it began: with more than there are processors, figures are noisy. */
    readonly load: number;
  };
  readonly registers: Readonly<Record<string, RegisterFacts>>;
  /** By number of entries. */
  readonly sizes: Readonly<Record<string, Measurements>>;
  readonly activation?: Measurement | undefined;
  readonly bundleKB?: Measurement | undefined;
  readonly targets: readonly TargetResult[];
  readonly notes: readonly string[];
}

export interface TargetResult {
  readonly target: string;
  readonly limit: number;
  /** Where more is better. */
  readonly atLeast: boolean;
  readonly unit: string;
  /** Undefined where it wasn't measured. */
  readonly value?: number | undefined;
  readonly met?: boolean | undefined;
}
