import type { Measurement, Measurements, Report, TargetResult } from './report';
import { freshCli, freshCore, longestSlice } from './measure';

type Figures = Pick<Report, 'sizes' | 'activation' | 'bundleKB'>;

interface Target {
  readonly target: string;
  readonly limit: number;
  readonly unit: string;
  readonly atLeast?: boolean;
  readonly value: (figures: Figures) => number | undefined;
}

const at = ({ sizes }: Figures, size: number): Measurements => sizes[size] ?? {};

/** The slowest part over all registers. */
const worst = (measurement: Measurement | undefined, part: string) => measurement && Math.max(
  ...[measurement, ...Object.values(measurement.registers)].map(({ parts }) => parts[part]?.p95 ?? 0),
);

const quotient = (a: number | undefined, b: number | undefined) => a === undefined || b === undefined ? undefined : a / b;

/** Their median by our 95th percentile: the comparison that favors us least. */
function timesLess(measurements: Measurements): number | undefined {
  const theirs = Object.entries(measurements.keystroke?.peers ?? {}).find(([name]) => name.startsWith('yaml-language-server'))?.[1];
  return quotient(theirs?.median, measurements.keystroke?.ours.p95);
}

const targets: readonly Target[] = [
  { target: 'keystroke at 10,000, 95th percentile', limit: 2, unit: 'ms', value: figures => at(figures, 10_000).keystroke?.ours.p95 },
  { target: 'keystroke at 100,000, 95th percentile', limit: 5, unit: 'ms', value: figures => at(figures, 100_000).keystroke?.ours.p95 },
  { target: 'keystroke at 100,000 by the one at 10,000, medians', limit: 4, unit: 'times', value: figures => quotient(at(figures, 100_000).keystroke?.ours.median, at(figures, 10_000).keystroke?.ours.median) },
  { target: 'yaml-language-server by our keystroke, at 10,000', limit: 500, unit: 'times', atLeast: true, value: figures => timesLess(at(figures, 10_000)) },
  { target: 'yaml-language-server by our keystroke, at 100,000', limit: 500, unit: 'times', atLeast: true, value: figures => timesLess(at(figures, 100_000)) },
  { target: 'whole check at 10,000, warm', limit: 120, unit: 'ms', value: figures => at(figures, 10_000).wholeCheck?.ours.median },
  { target: 'whole check at 10,000, command line', limit: 400, unit: 'ms', value: figures => at(figures, 10_000).wholeCheck?.parts[freshCli]?.median },
  { target: 'license position at 10,000, command line', limit: 1000, unit: 'ms', value: figures => at(figures, 10_000).position?.ours.p95 },
  { target: 'whole check at 10,000, core in a fresh process', limit: 400, unit: 'ms', value: figures => at(figures, 10_000).wholeCheck?.parts[freshCore]?.median },
  { target: 'whole check at 100,000, warm', limit: 2500, unit: 'ms', value: figures => at(figures, 100_000).wholeCheck?.ours.median },
  { target: 'longest slice of a first check at 10,000, any register', limit: 50, unit: 'ms', value: figures => worst(at(figures, 10_000).open, longestSlice) },
  { target: 'longest slice of a first check at 100,000, any register', limit: 50, unit: 'ms', value: figures => worst(at(figures, 100_000).open, longestSlice) },
  { target: 'memory at 100,000', limit: 600, unit: 'MB', value: figures => at(figures, 100_000).memoryMB?.ours.median },
  { target: 'what Node loads without a register', limit: 300, unit: 'kB', value: ({ bundleKB }) => bundleKB?.ours.median },
  { target: 'activation', limit: 30, unit: 'ms', value: ({ activation }) => activation?.ours.median },
];

/** How far the figures are from what they should be. */
export function compareWithTargets(figures: Figures): TargetResult[] {
  return targets.map(({ target, limit, unit, atLeast = false, value: valueOf }) => {
    const value = valueOf(figures);
    return value === undefined
      ? { target, limit, atLeast, unit }
      : { target, limit, atLeast, unit, value: Number(value.toPrecision(4)), met: atLeast ? value >= limit : value <= limit };
  });
}
