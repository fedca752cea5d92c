import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, untilProblems, workspaceFile } from './editor';

const register = workspaceFile('exports/license-register.yaml');
const mailboxes = workspaceFile('exports/mailboxes.csv');

const csv = (...names: string[]) =>
  new TextEncoder().encode(`\ufeff"DisplayName","PrimarySmtpAddress","RecipientTypeDetails"\r\n${names.map((name) => `"${name}","${name}@contoso.example","UserMailbox"\r\n`).join('')}`);

describe('exports that a register names', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(mailboxes).then(undefined, () => undefined);
  });

  it('are compared with it, and again when they come, change and go', async () => {
    await open(register);
    await untilProblems(register, ['2:14-27 warning export-unreadable']);
    await vscode.workspace.fs.writeFile(mailboxes, csv('anna.nowak', 'ewa.lis'));
    await untilProblems(register, ['2:14-27 error mailbox-without-cal']);
    await vscode.workspace.fs.writeFile(mailboxes, csv('anna.nowak'));
    await untilProblems(register, []);
    await vscode.workspace.fs.delete(mailboxes);
    await untilProblems(register, ['2:14-27 warning export-unreadable']);
  });
});

describe('the command that imports assignments', () => {
  it('is there', async () => {
    assert.ok((await vscode.commands.getCommands(true)).includes('exchangeLicenseRegister.importAssignments'));
  });
});
