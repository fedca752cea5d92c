import { printable } from '../../core/text/printable';
import type { Report } from './format';

/** A line for each finding: `path:line:column: severity message [rule]`, and nothing else. */
export function compact({ registers }: Report): string {
  const lines: string[] = [];
  for (const { path, findings } of registers) {
    for (const { range, severity, message, rule } of findings) {
      const place = `${printable(path)}:${range.start.line + 1}:${range.start.character + 1}`;
      lines.push(`${place}: ${severity} ${printable(message)} [${rule}]\n`);
    }
  }
  return lines.join('');
}
