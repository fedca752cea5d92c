import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import snippets from '../../snippets/exchange-shell.json';
import { expandSnippet, parseSnippet } from '../../src/exchange/shell/snippet';
import { closeAll, edit, open, until, workspaceFile } from './editor';

describe('snippets in a PowerShell script', () => {
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    editor = await open(workspaceFile('shell.ps1'));
    assert.equal(editor.document.languageId, 'powershell');
  });

  afterEach(closeAll);

  for (const [name, { body }] of Object.entries(snippets)) {
    it(`insert "${name}"`, async () => {
      await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'powershell', name });
      assert.equal(editor.document.getText().replaceAll('\r\n', '\n'), expandSnippet(parseSnippet(body.join('\n'))));
    });
  }

  it("are suggested while one types, the guide's commands last", async () => {
    await edit(editor, builder => builder.insert(new vscode.Position(0, 0), 'exch'));
    let prefixes: string[] = [];
    const ask = async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', editor.document.uri, new vscode.Position(0, 4));
      prefixes = items.map(({ label }) => (typeof label === 'string' ? label : label.label)).filter(label => label.startsWith('exch'));
    };
    // VS Code reads the files of snippets only when they are first needed.
    await until('the snippets are there', () => {
      void ask();
      return prefixes.length > 0;
    });
    assert.deepEqual(prefixes, Object.values(snippets).map(({ prefix }) => prefix).sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
    assert.deepEqual(prefixes.slice(-2), ['exchWrongGuideCertificate', 'exchWrongGuideServer']);
  });
});
