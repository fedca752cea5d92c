import type { Severity } from '../../core/findings/finding';
import type { Report } from './format';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

/**
 * Workflow commands of GitHub Actions, which show each finding on its lines in a pull request.
 * Source: the runner's ActionCommand, which takes what is escaped here.
 */
export function github({ registers }: Report): string {
  const lines: string[] = [];
  for (const { path, findings } of registers) {
    for (const { range: { start, end }, severity, message, rule } of findings) {
      const properties = {
        file: path,
        line: start.line + 1,
        endLine: end.line + 1,
        col: start.character + 1,
        endColumn: end.character + 1,
        title: rule,
      };
      const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
      lines.push(`::${commands[severity]} ${written.join(',')}::${escapeData(message)}\n`);
    }
  }
  return lines.join('');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
