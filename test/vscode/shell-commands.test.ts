import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseDay } from '../../src/core/calendar';
import { RegisterCheck } from '../../src/core/check';
import { SubjectActions } from '../../src/vscode/shell-commands/subject-actions';
import { closeAll, edit, open, pause, until, untilProblems, workspaceFile } from './editor';

const register = vscode.Uri.parse('untitled:shell.license-register.yaml');
const text = `servers:
  - name: EX07
    version: 2019
    edition: Trial
    installed: 2026-11-01
assignments:
  - name: Zofia O'Brien
    email: zofia.o'brien@contoso.example
    assigned: 2024-03-04
    type: Exchange Server 2019 Standard User CAL
    purchase: 0147
`;
const problems = ['3:14-18 warning server-unsupported', '4:14-19 information trial-running', '11:15-19 warning unquoted-scalar'];

async function showRegister(): Promise<vscode.TextEditor> {
  const editor = await open(register);
  await edit(editor, builder => builder.replace(new vscode.Range(0, 0, editor.document.lineCount, 0), text));
  await untilProblems(register, problems);
  return editor;
}

/** Begins a command of ours; the promise ends when all of its questions are answered. */
function begin(command: 'insert' | 'copy', argument?: unknown): Promise<unknown> {
  return Promise.resolve(vscode.commands.executeCommand(`exchangeLicenseRegister.${command}ShellCommand`, argument));
}

/** Accepts whatever is asked, the selected answer each time, until `answered` is done. */
async function accept(answered: Promise<unknown>): Promise<void> {
  let isDone = false;
  void answered.finally(() => (isDone = true));
  while (!isDone) {
    await pause(200);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }
  await answered;
}

/** The document that is active, once it isn't `former`. */
function opened(former: vscode.TextDocument | undefined): Promise<vscode.TextDocument> {
  return until('another document is active', () => {
    const document = vscode.window.activeTextEditor?.document;
    return document !== former && document !== undefined && document.getText() !== '' && document;
  });
}

async function actionsAt(line: number, character: number, uri = register): Promise<vscode.CodeAction[]> {
  const at = new vscode.Position(line - 1, character);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, new vscode.Range(at, at));
  return actions.filter(({ title }) => title.startsWith('Commands for '));
}

describe('Commands of the Management Shell', () => {
  beforeEach(() => vscode.env.clipboard.writeText(''));
  afterEach(closeAll);

  it('are inserted where the cursor is in a PowerShell editor, as far in as the line', async () => {
    const editor = await open(workspaceFile('shell.ps1'));
    await edit(editor, builder => builder.insert(new vscode.Position(0, 0), 'if ($true) {\n    \n}\n'));
    editor.selection = new vscode.Selection(1, 4, 1, 4);
    await accept(begin('insert'));
    const lines = editor.document.getText().split(/\r?\n/);
    assert.equal(lines[0], 'if ($true) {');
    assert.match(lines[1]!, /^ {4}\$session = New-PSSession .* -ConnectionUri 'http:\/\/ex01\.contoso\.example\/PowerShell\/' /);
    assert.match(lines[2]!, /^ {4}Import-PSSession \$session/);
    assert.equal(editor.document.getText(editor.selection), 'ex01.contoso.example');
  });

  it('get the server that a register knows', async () => {
    await showRegister();
    const editor = await open(workspaceFile('shell.ps1'));
    await accept(begin('insert'));
    assert.match(editor.document.getText(), /-ConnectionUri 'http:\/\/EX07\/PowerShell\/' /);
  });

  it('get what the register knows that was active last', async () => {
    const other = workspaceFile('license-register.yaml');
    for (const [last, server] of [[other, 'ex01.contoso.example'], [register, 'EX07']] as const) {
      await showRegister();
      await open(other);
      await open(last);
      const editor = await open(workspaceFile('shell.ps1'));
      await accept(begin('insert'));
      assert.ok(editor.document.getText().includes(`http://${server}/PowerShell/`), editor.document.getText());
      await closeAll();
    }
  });

  it('are inserted into a new PowerShell document where none is active', async () => {
    await accept(begin('insert'));
    const document = await opened(undefined);
    assert.deepEqual([document.languageId, document.isUntitled], ['powershell', true]);
    assert.match(document.getText(), /^\$session = New-PSSession /);
  });

  it('are inserted beside what cannot be written', async () => {
    const file = workspaceFile('shell.ps1');
    await vscode.workspace.getConfiguration('files').update('readonlyInclude', { '**/shell.ps1': true }, vscode.ConfigurationTarget.Workspace);
    try {
      const editor = await open(file);
      await accept(begin('insert'));
      const document = await opened(editor.document);
      assert.equal(editor.document.getText(), '');
      assert.match(document.getText(), /^\$session = New-PSSession /);
    } finally {
      await vscode.workspace.getConfiguration('files').update('readonlyInclude', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('are inserted beside a diff whose side cannot be written', async () => {
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('license-register-rule:/cal-key.md'));
    const left = await vscode.languages.setTextDocumentLanguage(page, 'powershell');
    const before = left.getText();
    await vscode.commands.executeCommand('vscode.diff', left.uri, workspaceFile('shell.ps1'));
    await vscode.commands.executeCommand('workbench.action.compareEditor.focusSecondarySide');
    await until('the left side is active', () => vscode.window.activeTextEditor?.document === left);
    await accept(begin('insert'));
    const document = await opened(left);
    assert.equal(left.getText(), before);
    assert.match(document.getText(), /^\$session = New-PSSession /);
  });

  it('about a server are offered on its entry', async () => {
    const { document } = await showRegister();
    const [action, ...others] = await actionsAt(2, 12);
    assert.deepEqual([action?.title, others], ['Commands for EX07...', []]);
    assert.equal((await actionsAt(2, 0)).length, 1);
    assert.equal((await actionsAt(4, 2)).length, 1);
    await accept(begin('insert', action!.command!.arguments![0]));
    const inserted = await opened(document);
    assert.equal(inserted.languageId, 'powershell');
    assert.match(inserted.getText(), /'http:\/\/EX07\/PowerShell\/'/);
    assert.equal(document.getText(), text);
  });

  it('about a person are offered on the entry, and get the name right', async () => {
    const { document } = await showRegister();
    const [action, ...others] = await actionsAt(7, 14);
    assert.deepEqual([action?.title, others], ["Commands for Zofia O'Brien...", []]);
    await accept(begin('insert', action!.command!.arguments![0]));
    const inserted = await opened(document);
    assert.match(inserted.getText(), /^Test-MAPIConnectivity -Identity 'zofia\.o''brien@contoso\.example' \|/);
  });

  it('about a person are offered in a file that a register includes', async () => {
    const people = workspaceFile('including/people/warsaw.license-register.yaml');
    await open(workspaceFile('including/license-register.yaml'));
    await untilProblems(people, ['10:13-17 error purchase-unknown']);
    await open(people);
    await untilProblems(people, ['10:13-17 error purchase-unknown']);
    const [action] = await actionsAt(6, 8, people);
    assert.equal(action?.title, 'Commands for Jan Kowal...');
  });

  it('are offered unasked only where the name stands', async () => {
    const { document } = await showRegister();
    const check = new RegisterCheck(text, { today: parseDay('2026-11-24')! });
    check.work();
    const actions = new SubjectActions({ registerOf: () => document, spotAt: (_, position) => check.spotAt(position) });
    const offered = async (line: number, character: number) => {
      const at = new vscode.Position(line - 1, character);
      const context = { diagnostics: [], only: undefined, triggerKind: vscode.CodeActionTriggerKind.Automatic };
      return (await actions.provideCodeActions(document, new vscode.Range(at, at), context)).length;
    };
    assert.deepEqual(await Promise.all([offered(2, 12), offered(7, 14), offered(7, 23)]), [1, 1, 1]);
    assert.deepEqual(await Promise.all([offered(2, 4), offered(3, 13), offered(8, 13), offered(9, 14)]), [0, 0, 0, 0]);
  });

  it('are not offered where there is neither', async () => {
    await showRegister();
    assert.deepEqual(await actionsAt(1, 2), []);
    assert.deepEqual(await actionsAt(6, 2), []);
  });

  it('are copied, and what is not known is named', async () => {
    await showRegister();
    const [action] = await actionsAt(7, 14);
    await accept(begin('copy', action!.command!.arguments![0]));
    assert.match(await vscode.env.clipboard.readText(), /^Test-MAPIConnectivity -Identity 'zofia\.o''brien@contoso\.example' \|/);
  });

  it('leave all as it is when the question is called off', async () => {
    const { document } = await showRegister();
    const answered = begin('insert');
    let isDone = false;
    void answered.finally(() => (isDone = true));
    while (!isDone) {
      await pause(200);
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    }
    assert.equal(vscode.window.activeTextEditor?.document, document);
    assert.equal(document.getText(), text);
    assert.equal(await vscode.env.clipboard.readText(), '');
  });

  it('take anything as an argument', async () => {
    for (const argument of [null, 7, 'EX07', {}, { kind: 'server', name: 'x', values: { server: [1] } }]) {
      await accept(begin('copy', argument));
      assert.match(await vscode.env.clipboard.readText(), /^\$session = New-PSSession /);
    }
  });
});
