import { CodeAction, CodeActionKind, type CodeActionContext, type CodeActionProvider, type Diagnostic, type Range, type TextDocument, type Uri } from 'vscode';
import type { Finding, Fix, FixEdit } from '../core/findings/finding';
import { safeEdits } from '../core/fixes/safe-edits';
import { diagnosticSource, toRange } from './diagnostics';
import { toWorkspaceEdit } from './workspace-edit';

/** Fixes that may run unasked, as `editor.codeActionsOnSave` does. */
export const fixAllKind = CodeActionKind.SourceFixAll.append('licenseRegister');

export const codeActionKinds = [CodeActionKind.QuickFix, fixAllKind];

/** The findings of a document as it stands, with what mends them. */
export interface Mendable {
  readonly findings: readonly Finding[];
  readonly fixes: (finding: Finding) => readonly Fix[];
  readonly safeFixes: (finding: Finding) => readonly Fix[];
  readonly silencers: (finding: Finding) => readonly Fix[];
  /** The address of another file of the register; without a path, of the document itself. */
  readonly uriOf: (path?: string) => Uri;
  /** The version in which a file is open; undefined for one that nobody has open. */
  readonly versionOf: (uri: Uri) => number | undefined;
}

/** Edits are handed out when an action is chosen, and only if the documents are still what they were made for. */
class FixAction extends CodeAction {
  constructor(
    title: string,
    kind: CodeActionKind,
    readonly edits: readonly FixEdit[],
    readonly mendable: Mendable,
    readonly versions = versionsOf(edits, mendable),
  ) {
    super(title, kind);
  }
}

/** Offers the fixes of findings, and what silences them, where they stand; and all safe fixes of a document at once. */
export class CodeActions implements CodeActionProvider<FixAction> {
  private readonly mendableOf: (document: TextDocument) => Mendable | undefined;

  /** @param mendableOf undefined for what is no register, or isn't checked as it stands */
  constructor(mendableOf: (document: TextDocument) => Mendable | undefined) {
    this.mendableOf = mendableOf;
  }

  provideCodeActions(document: TextDocument, range: Range, { only, diagnostics }: CodeActionContext): FixAction[] {
    const wants = (kind: CodeActionKind) => (only ? only.contains(kind) : kind === CodeActionKind.QuickFix);
    const mendable = codeActionKinds.some(wants) ? this.mendableOf(document) : undefined;
    if (!mendable) {
      return [];
    }
    return [
      ...(wants(CodeActionKind.QuickFix) ? quickFixes(mendable, range, diagnostics) : []),
      ...(wants(fixAllKind) ? fixAll(mendable, mendable.findings, 'Fix all that is safe to fix in this register', fixAllKind) : []),
    ];
  }

  resolveCodeAction(action: FixAction): FixAction {
    const { edits, mendable, versions } = action;
    if (JSON.stringify(versionsOf(edits, mendable)) === JSON.stringify(versions)) {
      action.edit = toWorkspaceEdit(edits, mendable.uriOf);
    }
    return action;
  }
}

function quickFixes(mendable: Mendable, range: Range, diagnostics: readonly Diagnostic[]): FixAction[] {
  const findings = mendable.findings.filter(finding => toRange(finding.range).intersection(range));
  const diagnosticsOf = (finding: Finding) => diagnostics.filter(diagnostic => tellsOf(diagnostic, finding));
  const actionsFor = (finding: Finding, fixes: readonly Fix[]) =>
    fixes.map(({ title, edits, safe }) => {
      const action = new FixAction(title, CodeActionKind.QuickFix, edits, mendable);
      action.diagnostics = diagnosticsOf(finding);
      action.isPreferred = safe;
      return action;
    });
  return [
    ...findings.flatMap(finding => actionsFor(finding, mendable.fixes(finding))),
    ...[...new Set(findings.map(({ rule }) => rule))].flatMap(rule => {
      const ofRule = mendable.findings.filter(finding => finding.rule === rule);
      const actions = ofRule.length > 1 ? fixAll(mendable, ofRule, `Fix all "${rule}" that are safe to fix`, CodeActionKind.QuickFix) : [];
      return actions.filter(({ edits }) => edits.length > 1);
    }),
    ...findings.flatMap(finding => actionsFor(finding, mendable.silencers(finding))),
  ];
}

function fixAll(mendable: Mendable, findings: readonly Finding[], title: string, kind: CodeActionKind): FixAction[] {
  const { edits } = safeEdits(findings, mendable.safeFixes);
  return edits.length > 0 ? [new FixAction(title, kind, edits, mendable)] : [];
}

function tellsOf({ source, code, range }: Diagnostic, finding: Finding): boolean {
  return source === diagnosticSource && typeof code === 'object' && code.value === finding.rule && range.isEqual(toRange(finding.range));
}

function versionsOf(edits: readonly FixEdit[], { uriOf, versionOf }: Mendable): (number | undefined)[] {
  return edits.map(({ path }) => versionOf(uriOf(path)));
}
