import type { Severity } from '../core/findings/finding';
import { severities } from '../core/findings/finding';

/** What the process returns, a contract with scripts. */
export const exitCode = {
  fine: 0,
  findings: 1,
  wrongArguments: 2,
  /** A file that can't be read, or a fault of ours. */
  unchecked: 3,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** How many findings there are of each severity. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

/** From which severity on findings make the run fail. */
export const failThresholds = [...severities, 'never'] as const;
export type FailThreshold = (typeof failThresholds)[number];

/** The exit code of a check that found `counts` and could not check `unchecked` of what it was given. */
export function exitCodeOf(
  counts: SeverityCounts,
  unchecked: number,
  failOn: FailThreshold,
  maxWarnings: number | undefined,
): ExitCode {
  if (unchecked > 0) {
    return exitCode.unchecked;
  }
  const failing = failOn === 'never' ? [] : severities.slice(0, severities.indexOf(failOn) + 1);
  if (failing.some(severity => counts[severity] > 0)) {
    return exitCode.findings;
  }
  return maxWarnings !== undefined && counts.warning > maxWarnings ? exitCode.findings : exitCode.fine;
}
