import { formatDay } from '../../core/calendar';
import type { Position, Range } from '../../core/text/text';
import type { Report } from './format';

/** The report as JSON, a contract with other programs: lines and columns start at 1, columns count UTF-16 units. */
export function json({ today, registers, counts }: Report): string {
  const report = {
    version: 1,
    today: formatDay(today),
    files: registers.map(({ path, findings }) => ({
      path,
      findings: findings.map(({ rule, severity, message, range, related, fixes }) => ({
        rule,
        severity,
        message,
        range: rangeFromOne(range),
        related: related.map(place => ({ path: place.path ?? path, range: rangeFromOne(place.range), message: place.message })),
        fixes: fixes().map(({ title, safe }) => ({ title, safe })),
      })),
    })),
    summary: counts,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function rangeFromOne({ start, end }: Range): { start: PositionFromOne; end: PositionFromOne } {
  return { start: positionFromOne(start), end: positionFromOne(end) };
}

interface PositionFromOne {
  readonly line: number;
  readonly column: number;
}

function positionFromOne({ line, character }: Position): PositionFromOne {
  return { line: line + 1, column: character + 1 };
}
