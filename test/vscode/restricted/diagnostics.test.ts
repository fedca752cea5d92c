import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, configure, open, replaceInLine, untilProblems, workspaceFile } from '../editor';
import { registerProblems } from '../register-problems';

const register = workspaceFile('license-register.yaml');

describe('a register in Restricted Mode', () => {
  before(() => assert.equal(vscode.workspace.isTrusted, false));

  afterEach(async () => {
    await configure('severities', undefined);
    await closeAll();
  });

  it('is checked when it is opened and while it is edited', async () => {
    const editor = await open(register);
    await untilProblems(register, registerProblems);
    await replaceInLine(editor, 5, '1', '2');
    await untilProblems(register, registerProblems.slice(1));
  });

  it('is checked by the settings of the workspace', async () => {
    await open(register);
    await configure('severities', { 'unknown-key': 'off' });
    await untilProblems(register, registerProblems.filter(problem => !problem.endsWith('unknown-key')));
  });
});
