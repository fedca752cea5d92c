import { severities, type Finding, type Severity } from '../core/findings/finding';
import { groupBy } from '../core/collections/group-by';
import type { Place } from './position';

/** The findings of one rule. */
export interface Cause {
  readonly rule: string;
  /** The gravest of them. */
  readonly severity: Severity;
  readonly findings: readonly { readonly place: Place; readonly severity: Severity; readonly message: string }[];
}

/** Findings by their rules, the gravest first, then those with most findings. */
export function causesOf(found: readonly { readonly finding: Finding; readonly place: Place }[]): Cause[] {
  return [...groupBy(found, ({ finding }) => finding.rule)]
    .map(([rule, ofRule]) => ({
      rule,
      severity: severities[Math.min(...ofRule.map(({ finding }) => severities.indexOf(finding.severity)))]!,
      findings: ofRule.map(({ finding: { severity, message }, place }) => ({ place, severity, message })),
    }))
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || b.findings.length - a.findings.length);
}
