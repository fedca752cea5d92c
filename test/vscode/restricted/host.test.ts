import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the VS Code that runs the tests in Restricted Mode', () => {
  it("doesn't trust its workspace", () => {
    assert.equal(vscode.workspace.isTrusted, false);
  });
});
