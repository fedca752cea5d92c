import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, configure, edit, open, pause, problems, replaceInLine, until, untilProblems, workspaceFile } from './editor';
import { registerProblems } from './register-problems';

const register = workspaceFile('license-register.yaml');
const clean = workspaceFile('clean.license-register.yml');

describe('diagnostics', () => {
  afterEach(closeAll);

  it('stand in a register when it is opened, and go when it is closed', async () => {
    const { document } = await open(register);
    await untilProblems(register, registerProblems);
    await closeAll();
    await until('the document is closed', () => document.isClosed);
    await untilProblems(register, []);
    assert.deepEqual(vscode.languages.getDiagnostics(register), []);
  });

  it('carry source, message, other places and the page of their rule', async () => {
    await open(register);
    await untilProblems(register, registerProblems);
    const [overAssigned] = vscode.languages.getDiagnostics(register);
    assert.ok(overAssigned);
    assert.equal(overAssigned.source, 'license-register');
    assert.match(overAssigned.message, /"PO-1"/);
    assert.deepEqual(
      overAssigned.relatedInformation?.map(({ location: { uri, range } }) => [uri.toString(), range.start.line + 1]),
      [
        [register.toString(), 9],
        [register.toString(), 14],
      ],
    );
    assert.ok(typeof overAssigned.code === 'object');
    assert.equal(overAssigned.code.target.toString(), 'license-register-rule:/over-assigned-purchase.md');
  });

  it('change with the text, and come back when the edit is undone', async () => {
    const editor = await open(register);
    await untilProblems(register, registerProblems);
    await replaceInLine(editor, 5, '1', '2');
    await untilProblems(register, registerProblems.slice(1));
    await replaceInLine(editor, 21, 'emploee', 'employee');
    await untilProblems(register, registerProblems.slice(2));
    await edit(editor, builder => builder.insert(new vscode.Position(0, 0), '# One line more.\n'));
    await untilProblems(register, ['25:15-19 error purchase-unknown']);
    for (let undone = 0; undone < 3; undone++) {
      await vscode.commands.executeCommand('undo');
    }
    await untilProblems(register, registerProblems);
  });

  it('are those of a fresh check after edits of all kinds', async () => {
    const editor = await open(register);
    await untilProblems(register, registerProblems);
    const type = (text: string) => vscode.commands.executeCommand('type', { text });
    const cursors = (...places: [number, number][]) => {
      editor.selections = places.map(([line, character]) => new vscode.Selection(line, character, line, character));
    };
    cursors([8, 9], [13, 9], [18, 9]);
    await type('"');
    await type('x');
    await vscode.commands.executeCommand('deleteLeft');
    cursors([12, 18], [17, 18]);
    await type('\n');
    await type('note: "a');
    cursors([7, 0]);
    await vscode.commands.executeCommand('editor.action.moveLinesDownAction');
    await vscode.commands.executeCommand('editor.action.commentLine');
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    await edit(editor, builder => builder.setEndOfLine(vscode.EndOfLine.CRLF));
    await vscode.commands.executeCommand('editor.action.insertSnippet', { snippet: '# ${1:kept}\n$0' });
    await edit(editor, builder => {
      builder.insert(new vscode.Position(0, 0), '# One\n# two\n');
      builder.delete(editor.document.lineAt(5).rangeIncludingLineBreak);
      builder.insert(new vscode.Position(editor.document.lineCount, 0), '  - name: Maria\n');
    });
    const copy = workspaceFile('copy.license-register.yaml');
    await vscode.workspace.fs.writeFile(copy, new TextEncoder().encode(editor.document.getText()));
    await open(copy);
    const expected = await until('the copy is checked', () => problems(copy).length > 0 && problems(copy));
    assert.ok(expected.some(problem => problem.endsWith('purchase-document-missing')));
    assert.ok(expected.some(problem => problem.endsWith('required-field')));
    await untilProblems(register, expected);
  });

  it('stand in an untitled register', async () => {
    const untitled = vscode.Uri.parse('untitled:new.license-register.yaml');
    const editor = await open(untitled);
    await edit(editor, builder => builder.insert(new vscode.Position(0, 0), '- name: Anna Nowak\n  email: anna.nowak@contoso.example\n'));
    await untilProblems(untitled, ['1:3-7 error required-field', '1:3-7 error required-field']);
  });

  it('stand in no other file, whatever shows it', async () => {
    const people = workspaceFile('people.yaml');
    const scheme = 'other-side-of-a-diff';
    const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent: () => '- nmae: Anna\n' });
    try {
      const otherSide = vscode.Uri.from({ scheme, path: '/license-register.yaml' });
      await open(people);
      await open(otherSide);
      await open(register);
      await untilProblems(register, registerProblems);
      assert.deepEqual(vscode.languages.getDiagnostics(people), []);
      assert.deepEqual(vscode.languages.getDiagnostics(otherSide), []);
    } finally {
      provider.dispose();
    }
  });

  it('go when a register becomes a document of another language, and come back', async () => {
    const { document } = await open(register);
    await untilProblems(register, registerProblems);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await untilProblems(register, []);
    await vscode.languages.setTextDocumentLanguage(document, 'yaml');
    await untilProblems(register, registerProblems);
  });

  it('are not touched by a register without any', async () => {
    await open(register);
    await untilProblems(register, registerProblems);
    const editor = await open(clean);
    await replaceInLine(editor, 2, 'email', 'emial');
    await untilProblems(clean, ['1:3-7 error required-field', '2:3-8 warning unknown-key']);
    await untilProblems(register, registerProblems);
  });
});

describe('settings', () => {
  afterEach(async () => {
    for (const name of ['files', 'severities', 'run']) {
      await configure(name, undefined);
    }
    await closeAll();
  });

  it('give rules other severities', async () => {
    await open(register);
    await untilProblems(register, registerProblems);
    await configure('severities', { 'over-assigned-purchase': 'hint', 'unknown-key': 'off', 'no-such-rule': 'off', 'purchase-unknown': 'fatal' });
    await untilProblems(register, ['5:15-16 hint over-assigned-purchase', '24:15-19 error purchase-unknown']);
    await configure('severities', undefined);
    await untilProblems(register, registerProblems);
  });

  it('make registers of more files', async () => {
    const contoso = workspaceFile('licenses/contoso.yaml');
    await open(contoso);
    await configure('files', ['licenses/*.yaml']);
    await untilProblems(contoso, ['1:9-19 warning purchase-missing']);
    await configure('files', undefined);
    await untilProblems(contoso, []);
    await configure('files', [1, '**/contoso.yaml']);
    await untilProblems(contoso, ['1:9-19 warning purchase-missing']);
  });

  it('put checks off until a register is saved', async () => {
    await configure('run', 'onSave');
    const editor = await open(clean);
    await replaceInLine(editor, 2, 'email', 'emial');
    await pause(1000);
    assert.deepEqual(problems(clean), []);
    await editor.document.save();
    await untilProblems(clean, ['1:3-7 error required-field', '2:3-8 warning unknown-key']);
    await replaceInLine(editor, 2, 'emial', 'email');
    await editor.document.save();
    await untilProblems(clean, []);
  });
});
