/** What many runs come to. The 95th percentile of fewer than 20 runs is the slowest. */
export interface Summary {
  readonly median: number;
  readonly p95: number;
  readonly runs: number;
}

/** Sums up runs of one thing. Throws without any. */
export function summarize(values: readonly number[]): Summary {
  return summarizeEvenly([values]);
}

/**
 * Sums up runs of several things, each of which counts the same however often it ran: else the scenario
 * with the most edits would decide.
 */
export function summarizeEvenly(groups: readonly (readonly number[])[]): Summary {
  const weighted = groups
    .flatMap(values => values.map(value => ({ value, weight: 1 / values.length })))
    .sort((a, b) => a.value - b.value);
  return { median: quantile(weighted, 0.5), p95: quantile(weighted, 0.95), runs: weighted.length };
}

function quantile(sorted: readonly { readonly value: number; readonly weight: number }[], share: number): number {
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  let sum = 0;
  for (const { value, weight } of sorted) {
    sum += weight;
    // Sums of fractions miss their goal by a hair.
    if (sum >= share * total - 1e-9) {
      return rounded(value);
    }
  }
  throw new Error('Nothing was measured.');
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
