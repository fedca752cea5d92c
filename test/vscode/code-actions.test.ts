import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { RegisterCheck } from '../../src/core/check';
import { CodeActions } from '../../src/vscode/code-actions';
import { closeAll, edit, open, until, untilProblems, workspaceFile } from './editor';

const register = vscode.Uri.parse('untitled:mended.license-register.yaml');
const text = `- name: Anna Nowak
  email: anna.nowak@contoso.example
  assigned: 04.03.2024
  type: Exchange Server 2019 Standard User CAL
  purchase: 0147
- { name: Jan Kowal, email: jan.kowal@contoso.example, assigned: 2024-3-4, type: Exchange Server 2019 Standard User CAL, purchase: 0148 }
- name: Ewa Lis
  email: ewa.lis@contoso.example
  assigned: 2024-03-04
  type: Exchange Server 2019 Standard User CAL
`;
const mended = text.replace('04.03.2024', '2024-03-04').replace('2024-3-4', '2024-03-04').replace('0147', '"0147"').replace('0148', '"0148"');

const textProblems = [
  '3:13-23 error date-invalid',
  '5:13-17 warning unquoted-scalar',
  '6:66-74 error date-invalid',
  '6:132-136 warning unquoted-scalar',
  '7:9-16 warning purchase-missing',
];

async function openWith(content: string): Promise<vscode.TextEditor> {
  const editor = await open(register);
  await edit(editor, builder => builder.replace(new vscode.Range(0, 0, editor.document.lineCount, 0), content));
  return editor;
}

/** The actions that VS Code offers on a line (from 1), with their edits. */
function actionsOn(line: number, kind?: vscode.CodeActionKind): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', register, new vscode.Range(line - 1, 14, line - 1, 14), kind?.value, 100);
}

async function choose(line: number, title: string): Promise<vscode.CodeAction> {
  const actions = await actionsOn(line);
  const action = actions.find(each => each.title === title);
  assert.ok(action, `"${title}" is not among ${actions.map(each => each.title).join('; ')}`);
  return action;
}

describe('code actions', () => {
  afterEach(closeAll);

  it('mend a finding where it stands, and are preferred only where that is safe', async () => {
    const editor = await openWith(text);
    await untilProblems(register, textProblems);
    const action = await choose(5, 'Put "0147" in quotes');
    assert.equal(action.isPreferred, true);
    assert.equal(action.kind?.value, vscode.CodeActionKind.QuickFix.value);
    assert.ok(await vscode.workspace.applyEdit(action.edit!));
    await untilProblems(register, textProblems.filter(problem => !problem.startsWith('5:')));
    assert.equal(editor.document.lineAt(4).text, '  purchase: "0147"');
    for (const { title, isPreferred } of await actionsOn(7)) {
      assert.notEqual(isPreferred, true, title);
    }
  });

  it('leave to the admin what only the admin knows', async () => {
    const editor = await openWith(text);
    await untilProblems(register, textProblems);
    await vscode.workspace.applyEdit((await choose(7, 'Add `purchase`')).edit!);
    await until('the key is there', () => editor.document.getText().includes('  purchase: document or order number\n'));
  });

  it('suppress a finding with a reason', async () => {
    const editor = await openWith(text);
    await untilProblems(register, textProblems);
    await vscode.workspace.applyEdit((await choose(7, 'Suppress "purchase-missing" here, with a reason')).edit!);
    await untilProblems(register, textProblems.slice(0, -1));
    assert.match(editor.document.lineAt(6).text, / # license-register-disable-line purchase-missing -- reason$/);
  });

  it('mend all findings of one rule', async () => {
    await openWith(text);
    await untilProblems(register, textProblems);
    await vscode.workspace.applyEdit((await choose(5, 'Fix all "unquoted-scalar" that are safe to fix')).edit!);
    await untilProblems(register, textProblems.filter(problem => !problem.endsWith('unquoted-scalar')));
  });

  it('mend all that is safe at once, just after typing too', async () => {
    const editor = await openWith(text);
    await untilProblems(register, textProblems);
    await edit(editor, builder => builder.insert(new vscode.Position(0, 0), '# One line more.\n'));
    const [action, ...others] = await actionsOn(1, vscode.CodeActionKind.SourceFixAll.append('licenseRegister'));
    assert.deepEqual(others, []);
    assert.ok(await vscode.workspace.applyEdit(action!.edit!));
    assert.equal(editor.document.getText(), `# One line more.\n${mended}`);
  });

  it('mend what is safe when a register is saved, where the settings say so', async () => {
    const uri = workspaceFile('saved.license-register.yaml');
    const settings = vscode.workspace.getConfiguration('editor');
    try {
      await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
      await settings.update('codeActionsOnSave', { 'source.fixAll.licenseRegister': 'explicit' }, vscode.ConfigurationTarget.Workspace);
      const editor = await open(uri);
      await untilProblems(uri, textProblems);
      await edit(editor, builder => builder.insert(new vscode.Position(0, 0), '# Saved at once.\n'));
      await vscode.commands.executeCommand('workbench.action.files.save');
      assert.equal(editor.document.isDirty, false);
      assert.equal(Buffer.from(await vscode.workspace.fs.readFile(uri)).toString(), `# Saved at once.\n${mended}`);
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), `# Saved at once.\n${text}`);
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('come to nothing when the document has moved on before they are chosen', async () => {
    const { document } = await openWith(text);
    const check = new RegisterCheck(text, { today: 20_000 });
    check.work();
    const provider = new CodeActions(() => ({
      findings: check.findings(),
      fixes: finding => check.fixes(finding),
      safeFixes: finding => check.safeFixes(finding),
      silencers: finding => check.silencers(finding),
      uriOf: () => register,
      versionOf: () => document.version,
    }));
    const range = new vscode.Range(4, 14, 4, 14);
    const [action] = provider.provideCodeActions(document, range, { diagnostics: [], only: undefined, triggerKind: vscode.CodeActionTriggerKind.Invoke });
    assert.equal(action!.title, 'Put "0147" in quotes');
    assert.ok(provider.resolveCodeAction(action!).edit);
    const [late] = provider.provideCodeActions(document, range, { diagnostics: [], only: undefined, triggerKind: vscode.CodeActionTriggerKind.Invoke });
    await edit(vscode.window.activeTextEditor!, builder => builder.insert(new vscode.Position(0, 0), '# Moved down\n'));
    assert.equal(provider.resolveCodeAction(late!).edit, undefined);
  });

  it('are none in a file that is no register', async () => {
    const other = vscode.Uri.parse('untitled:other.yaml');
    const editor = await open(other);
    await edit(editor, builder => builder.insert(new vscode.Position(0, 0), text));
    const actions: vscode.CodeAction[] = await vscode.commands.executeCommand('vscode.executeCodeActionProvider', other, new vscode.Range(4, 14, 4, 14));
    assert.deepEqual(actions.filter(({ title }) => title.includes('0147')), []);
  });
});
