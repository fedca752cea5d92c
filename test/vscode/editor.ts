import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const patience = 20_000;

/** Waits until `probe` gives something, and gives that. */
export async function until<T>(what: string, probe: () => T | undefined | false): Promise<T> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await pause(50)) {
    const found = probe();
    if (found !== undefined && found !== false) {
      return found;
    }
  }
  throw new Error(`Waited ${patience / 1000} s in vain until ${what}.`);
}

/** Waits `milliseconds`: only to see that something does not happen. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

/** A file of the workspace that the tests have open. */
export function workspaceFile(name: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
}

/** Opens a document as a user does. VS Code keeps one that an extension opens for minutes after its tab was closed. */
export async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', uri);
  return until(`${uri.toString()} is open`, () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.toString() === uri.toString() && editor;
  });
}

/** Closes all tabs; what was changed is lost. */
export async function closeAll(): Promise<void> {
  while (vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

/** Puts `text` in the place of `old` in a line (from 1) of a document. */
export function replaceInLine(editor: vscode.TextEditor, line: number, old: string, text: string): Promise<void> {
  const start = editor.document.lineAt(line - 1).text.indexOf(old);
  assert.ok(start >= 0, `"${old}" is not in line ${line}`);
  return edit(editor, builder => builder.replace(new vscode.Range(line - 1, start, line - 1, start + old.length), text));
}

/** Edits a document. */
export async function edit(editor: vscode.TextEditor, change: (builder: vscode.TextEditorEdit) => void): Promise<void> {
  assert.equal(await editor.edit(change), true);
}

/** What VS Code shows of us for a document: `line:start-end severity rule`, from 1 as in the status bar. */
export function problems(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'license-register')
    .map(({ range: { start, end }, severity, code }) => {
      const name = vscode.DiagnosticSeverity[severity].toLowerCase();
      return `${start.line + 1}:${start.character + 1}-${end.character + 1} ${name} ${ruleOf(code)}`;
    });
}

function ruleOf(code: vscode.Diagnostic['code']): string {
  assert.ok(typeof code === 'object');
  return String(code.value);
}

/** Waits until VS Code shows just that. */
export async function untilProblems(uri: vscode.Uri, expected: readonly string[]): Promise<void> {
  await until('the problems are as expected', () => JSON.stringify(problems(uri)) === JSON.stringify(expected)).catch(() =>
    assert.deepEqual(problems(uri), expected),
  );
}

/** Sets one of our settings for the workspace; undefined takes it back. */
export async function configure(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('exchangeLicenseRegister').update(name, value, vscode.ConfigurationTarget.Workspace);
}

/** Follows the code of the first diagnostic of a document to its page, and gives what the tab shows that opens. */
export async function followFirstCode(uri: vscode.Uri): Promise<vscode.TabInputCustom> {
  const { code } = vscode.languages.getDiagnostics(uri)[0]!;
  assert.ok(typeof code === 'object');
  await vscode.commands.executeCommand('vscode.open', code.target);
  const input = await until('the page is open', () => {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    return tab?.input instanceof vscode.TabInputCustom && tab.input;
  });
  assert.equal(input.uri.toString(), code.target.toString());
  return input;
}
