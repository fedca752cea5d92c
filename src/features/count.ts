import { severities, type Finding, type Severity } from '../core/findings/finding';
import { counted } from '../core/text/sentence';

/** How many there are, or at least are. */
export interface Count {
  readonly count: number;
  readonly isAtLeast: boolean;
}

/** `3 CALs`, or `3+ CALs` where there may be more; nothing where none is known. */
export function tellCount({ count, isAtLeast }: Count, one: string, many: string): string[] {
  return count === 0 ? [] : [isAtLeast ? `${count}+ ${many}` : counted(count, one, many).text];
}

/** How many there are together. */
export function sumOf(counts: readonly Count[]): Count {
  return { count: counts.reduce((sum, { count }) => sum + count, 0), isAtLeast: counts.some(({ isAtLeast }) => isAtLeast) };
}

/** The findings of one file by severity. Where not all are listed, the least grave of the listed ones may be more. */
export function countFindings(findings: readonly Finding[]): Readonly<Record<Severity, Count>> {
  const listed = findings.filter(({ rule }) => rule !== 'too-many-findings');
  const counts = severities.map(severity => listed.filter(finding => finding.severity === severity).length);
  const leastGrave = listed.length < findings.length ? counts.findLastIndex(count => count > 0) : severities.length;
  return Object.fromEntries(severities.map((severity, index) => [severity, { count: counts[index]!, isAtLeast: index >= leastGrave }])) as Record<Severity, Count>;
}
