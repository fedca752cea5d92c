import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, problems, replaceInLine, until, untilProblems, workspaceFile } from './editor';

const register = workspaceFile('including/license-register.yaml');
const people = workspaceFile('including/people/warsaw.license-register.yaml');
const further = workspaceFile('including/people/berlin.yaml');

const noFile = '10:5-16 warning include-empty';
const ofRegister = ['5:15-16 hint unassigned-seats', noFile];
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
    await untilProblems(register, [noFile]);
    await replaceInLine(editor, 5, 'PO-7', 'PO-8');
    await untilProblems(people, ['5:13-17 error purchase-unknown']);
    await vscode.commands.executeCommand('undo');
    await untilProblems(people, []);
  });

  it('change what is said of the register when they change, come and go on the disk', async () => {
    await open(register);
    await untilProblems(people, [unknownPurchase]);
    const entries = ['ewa', 'piotr', 'li'].map(name =>
      `- { name: ${name} Nowak, email: ${name}@contoso.example, assigned: 2025-09-08, type: Exchange Server SE Standard User CAL, purchase: PO-7 }\n`);
    await vscode.workspace.fs.writeFile(further, new TextEncoder().encode(entries.join('')));
    await untilProblems(register, ['5:15-16 error over-assigned-purchase', noFile]);
    const [overAssigned] = vscode.languages.getDiagnostics(register);
    const files = overAssigned!.relatedInformation!.map(({ location }) => location.uri.path.split('/').at(-1));
    assert.deepEqual(files, ['berlin.yaml', 'berlin.yaml', 'berlin.yaml', 'warsaw.license-register.yaml']);
    await vscode.workspace.fs.delete(further);
    await untilProblems(register, ofRegister);
  });

  it('are written in, told of and renamed in as the register itself', async () => {
    await vscode.workspace.fs.writeFile(further, new TextEncoder().encode(
      `- name: Ewa Lis\r\n  email: ewa@contoso.example\r\n  employee: 0123\r\n  assigned: 2025-09-08\r\n  type: Exchange Server SE Standard User CAL\r\n  purchase: "PO-7"   # of the register\r\n- name: Piotr Maj\r\n  employee: '0123'\r\n  type: Exchange Server SE Standard User CAL\r\n  assigned: 2025-09-08\r\n  purchase: \r\n`));
    await open(register);
    const { document } = await open(further);
    await until('it is checked as part of the register', () => problems(further).length > 0);
    const at = (text: string, offset = 1) => document.positionAt(document.getText().indexOf(text) + offset);
    const placesOf = (locations: readonly vscode.Location[]) => locations.map(({ uri, range: { start } }) => `${uri.path.split('/').at(-1)} ${start.line + 1}:${start.character + 1}`);

    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', further, at('purchase: \r', 'purchase: '.length));
    assert.deepEqual(items.map(({ label }) => label).filter(label => typeof label === 'object'), [{ label: 'PO-7', description: 'SE Standard User CAL · none of 2 free' }]);
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', further, at('PO-7'));
    assert.match(hover!.contents.map(content => (content as vscode.MarkdownString).value).join('\n'), /2 bought\\, 2 assigned today/);

    const everywhere = ['license-register.yaml 2:9', 'berlin.yaml 6:14', 'warsaw.license-register.yaml 5:13'];
    assert.deepEqual(placesOf(await vscode.commands.executeCommand('vscode.executeReferenceProvider', further, at('PO-7'))), everywhere);
    assert.deepEqual(placesOf(await vscode.commands.executeCommand('vscode.executeReferenceProvider', register, new vscode.Position(1, 9))), everywhere);
    const staffNumber = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', further, at('0123'));
    assert.deepEqual(staffNumber.map(({ range: { start } }) => `${start.line + 1}:${start.character + 1}`), ['3:13', '8:14']);

    const rename = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', register, new vscode.Position(1, 9), '0147');
    assert.deepEqual(rename.entries().flatMap(([uri, edits]) => edits.map(({ newText }) => `${uri.path.split('/').at(-1)} ${newText}`)).sort(),
      ['berlin.yaml "0147"', 'license-register.yaml "0147"', 'warsaw.license-register.yaml "0147"']);
  });
});
