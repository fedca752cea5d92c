import { Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location, Range, type Uri } from 'vscode';
import type { Finding } from '../core/findings/finding';
import type { Range as PlainRange } from '../core/text/text';
import { rulePageUri } from './rule-pages';

/** Who says it, in Problems and hovers. */
export const diagnosticSource = 'license-register';

const severityOf = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

const tagOf = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
} as const;

/**
 * A finding as VS Code shows it; its code leads to the rule's page.
 * @param uriOf the address of another file of the register; without a path, of the finding's own
 * @param pageUri the address of a rule's page
 */
export function toDiagnostic(finding: Finding, uriOf: (path?: string) => Uri, pageUri = rulePageUri): Diagnostic {
  const diagnostic = new Diagnostic(toRange(finding.range), finding.message, severityOf[finding.severity]);
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: finding.rule, target: pageUri(finding.rule) };
  diagnostic.relatedInformation = finding.related.map(
    ({ path, range, message }) => new DiagnosticRelatedInformation(new Location(uriOf(path), toRange(range)), message),
  );
  diagnostic.tags = finding.tags.map(tag => tagOf[tag]);
  return diagnostic;
}

/** A range as VS Code has it. */
export function toRange({ start, end }: PlainRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
