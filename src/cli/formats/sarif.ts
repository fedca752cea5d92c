import { version } from '../../../package.json';
import type { Severity } from '../../core/findings/finding';
import type { Range } from '../../core/text/text';
import type { Report } from './format';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** The report as SARIF 2.1.0, for code scanning and viewers of static analysis. */
export function sarif({ registers }: Report): string {
  const rules = [...new Set(registers.flatMap(({ findings }) => findings.map(({ rule }) => rule)))].sort();
  const report = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'exchange-license-register', version, rules: rules.map(id => ({ id })) } },
      columnKind: 'utf16CodeUnits',
      results: registers.flatMap(({ path, findings }) =>
        findings.map(({ rule, severity, message, range, related }) => ({
          ruleId: rule,
          ruleIndex: rules.indexOf(rule),
          level: levels[severity],
          message: { text: message },
          locations: [locationOf(path, range)],
          ...(related.length > 0 && {
            relatedLocations: related.map(place => ({ ...locationOf(place.path ?? path, place.range), message: { text: place.message } })),
          }),
        })),
      ),
    }],
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function locationOf(path: string, { start, end }: Range) {
  return {
    physicalLocation: {
      artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/') },
      region: { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 },
    },
  };
}
