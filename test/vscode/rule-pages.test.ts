import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { followFirstCode, closeAll, open, untilProblems, workspaceFile } from './editor';
import { registerProblems } from './register-problems';

const extension = vscode.extensions.getExtension('exchange-license-register.exchange-license-register')!;

describe('the page of a rule', () => {
  afterEach(closeAll);

  it('opens rendered when the code of a diagnostic is followed', async () => {
    const register = workspaceFile('license-register.yaml');
    await open(register);
    await untilProblems(register, registerProblems);
    const input = await followFirstCode(register);
    assert.equal(input.viewType, 'vscode.markdown.preview.editor');
  });

  it('is the one that ships with the extension, and cannot be written', async () => {
    const page = vscode.Uri.parse('license-register-rule:/over-assigned-purchase.md');
    const shipped = vscode.Uri.joinPath(extension.extensionUri, 'docs/rules/over-assigned-purchase.md');
    assert.deepEqual(await vscode.workspace.fs.readFile(page), await vscode.workspace.fs.readFile(shipped));
    assert.equal((await vscode.workspace.openTextDocument(page)).languageId, 'markdown');
    await assert.rejects(async () => vscode.workspace.fs.writeFile(page, new Uint8Array()));
    await assert.rejects(async () => vscode.workspace.fs.delete(page));
  });

  it('is all that can be read at such an address', async () => {
    for (const path of ['/no-such-rule.md', '/../../package.json', '/%2e%2e/%2e%2e/package.json', '/..%2f..%2fpackage.json', '/a/b.md']) {
      await assert.rejects(async () => vscode.workspace.fs.readFile(vscode.Uri.parse(`license-register-rule:${path}`)), vscode.FileSystemError, path);
    }
  });
});
