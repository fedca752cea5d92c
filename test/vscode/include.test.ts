import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, replaceInLine, untilProblems, workspaceFile } from './editor';

const register = workspaceFile('including/license-register.yaml');
const people = workspaceFile('including/people/warsaw.license-register.yaml');
const further = workspaceFile('including/people/berlin.yaml');

const ofRegister = ['10:5-16 warning include-empty'];
const unknownPurchase = '10:13-17 error purchase-unknown';

describe('files that a register includes', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(further).then(undefined, () => undefined);
  });

  it('are checked with it, open or not, and no longer once it is closed', async () => {
    await open(register);
    await untilProblems(people, [unknownPurchase]);
    await closeAll();
    await untilProblems(people, []);
  });

  it('are checked with it when they are opened after it, and alone when it is closed', async () => {
    await open(register);
    await untilProblems(people, [unknownPurchase]);
    const editor = await open(people);
    await replaceInLine(editor, 10, 'PO-8', 'PO-7');
    await untilProblems(people, []);
    await untilProblems(register, ofRegister);
    await replaceInLine(editor, 5, 'PO-7', 'PO-8');
    await untilProblems(people, ['5:13-17 error purchase-unknown']);
    await vscode.commands.executeCommand('undo');
    await untilProblems(people, []);
  });

  it('change what is said of the register when they change, come and go on the disk', async () => {
    await open(register);
    await untilProblems(people, [unknownPurchase]);
    const entries = ['ewa', 'piotr', 'li'].map((name) =>
      `- { name: ${name} Nowak, email: ${name}@contoso.example, assigned: 2025-09-08, type: Exchange Server SE Standard User CAL, purchase: PO-7 }\n`);
    await vscode.workspace.fs.writeFile(further, new TextEncoder().encode(entries.join('')));
    await untilProblems(register, ['5:15-16 error over-assigned-purchase', ...ofRegister]);
    const [overAssigned] = vscode.languages.getDiagnostics(register);
    const files = overAssigned!.relatedInformation!.map(({ location }) => location.uri.path.split('/').at(-1));
    assert.deepEqual(files, ['berlin.yaml', 'berlin.yaml', 'berlin.yaml', 'warsaw.license-register.yaml']);
    await vscode.workspace.fs.delete(further);
    await untilProblems(register, ofRegister);
  });
});
