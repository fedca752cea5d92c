import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the VS Code that runs the tests', () => {
  it('trusts its workspace', () => {
    assert.equal(vscode.workspace.isTrusted, true);
  });

  it('has the extension that was built', () => {
    assert.ok(vscode.extensions.getExtension('exchange-license-register.exchange-license-register'));
  });
});
