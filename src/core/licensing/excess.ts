import type { Day, Excess } from '../calendar';
import type { Severity } from '../findings/finding';

/** Too many assignments for the seats there are, as a finding tells it. */
export interface DescribedExcess {
  readonly firstDay: Day;
  /** The day on which most are too many, with the seats taken and held on it. */
  readonly peakDay: Day;
  readonly taken: number;
  readonly held: number;
  readonly severity: Severity;
}

/**
 * The run of days that a finding tells, with its severity: one over today is an error, one in the
 * future a warning, one in the past worth knowing; while overuse may still be ordered, a warning in any case.
 */
export function describeExcess(runs: readonly Excess[], today: Day, trueUp: Day | undefined): DescribedExcess | undefined {
  const now = runs.find(({ start, end }) => start <= today && today < end);
  const run = now ?? runs.find(({ start }) => start > today) ?? runs[0];
  if (!run) {
    return undefined;
  }
  const [taken = 0, held = 0] = run.peak.values;
  const severity = trueUp !== undefined && trueUp >= today ? 'warning' : severityOf(run, today);
  return { firstDay: run.start, peakDay: run.peak.day, taken, held, severity };
}

function severityOf({ start, end }: Excess, today: Day): Severity {
  if (start > today) {
    return 'warning';
  }
  return today < end ? 'error' : 'info';
}
