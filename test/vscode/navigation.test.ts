import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, edit, open, until, untilProblems, workspaceFile } from './editor';

const register = vscode.Uri.parse('untitled:navigated.license-register.yaml');
const type = 'Exchange Server SE Standard User CAL';
const text = `exports:
  mailboxes: exports/mailboxes.csv
purchases:
  - id: "PO-1"
    date: 2026-01-05
    type: ${type}
    quantity: 3
    document: invoices/1.pdf
mailboxes:
  - email: anna@contoso.example
    delegates: [ewa@contoso.example]
assignments:
  - name: Anna Nowak
    email: anna@contoso.example
    assigned: 2026-01-05
    type: ${type}
    purchase: PO-1
  - name: Ewa Lis
    email: ewa@contoso.example
    assigned: 2026-01-05
    type: ${type}
    purchase: 'PO-1'
`;

async function show(content: string): Promise<vscode.TextEditor> {
  const editor = await open(register);
  await edit(editor, builder => builder.replace(new vscode.Range(0, 0, editor.document.lineCount, 0), content));
  await until('it is checked', () => vscode.languages.getDiagnostics(register).length > 0);
  return editor;
}

/** Where a text stands in the register, one character behind its start. */
function at(editor: vscode.TextEditor, what: string): vscode.Position {
  const offset = editor.document.getText().indexOf(what);
  assert.ok(offset >= 0, `"${what}" is not in the register`);
  return editor.document.positionAt(offset + 1);
}

const told = ({ start, end }: vscode.Range) => `${start.line + 1}:${start.character + 1}-${end.character + 1}`;

function run<T>(command: string, ...args: unknown[]): Thenable<T> {
  return vscode.commands.executeCommand<T>(command, ...args);
}

/** Why VS Code refuses a rename; undefined where it doesn't. */
async function refusal(position: vscode.Position, newName: string): Promise<string | undefined> {
  try {
    await run('vscode.prepareRename', register, position);
    await run('vscode.executeDocumentRenameProvider', register, position, newName);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('navigation', () => {
  afterEach(closeAll);

  it('leads from what is named to where it is recorded, and to all places', async () => {
    const editor = await show(text);
    const purchase = at(editor, "PO-1'");
    const [definition, ...more] = await run<vscode.LocationLink[]>('vscode.executeDefinitionProvider', register, purchase);
    assert.deepEqual([told(definition!.targetSelectionRange!), told(definition!.targetRange), told(definition!.originSelectionRange!), more.length], ['4:10-14', '4:5-29', '22:16-20', 0]);
    const references = await run<vscode.Location[]>('vscode.executeReferenceProvider', register, purchase);
    assert.deepEqual(references.map(({ range }) => told(range)), ['4:10-14', '17:15-19', '22:16-20']);
    const highlights = await run<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', register, purchase);
    assert.deepEqual(highlights.map(({ range }) => told(range)), ['4:10-14', '17:15-19', '22:16-20']);
    const [person] = await run<vscode.LocationLink[]>('vscode.executeDefinitionProvider', register, at(editor, 'ewa@'));
    assert.equal(told(person!.targetSelectionRange!), '19:12-31');
  });

  it('renames in one step, which one undo takes back, and tells why it does not', async () => {
    const editor = await show(text);
    const purchase = at(editor, 'PO-1"');
    const prepared = await run<{ range: vscode.Range; placeholder: string }>('vscode.prepareRename', register, purchase);
    assert.deepEqual([told(prepared.range), prepared.placeholder], ['4:10-14', 'PO-1']);
    const rename = await run<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', register, purchase, 'FV: 1');
    assert.ok(await vscode.workspace.applyEdit(rename));
    assert.equal(editor.document.getText(), text.replace('"PO-1"', '"FV: 1"').replace(' PO-1', ' "FV: 1"').replace("'PO-1'", "'FV: 1'"));
    await run('undo');
    assert.equal(editor.document.getText(), text);
    assert.match((await refusal(at(editor, 'ewa@'), 'anna@contoso.example'))!, /"anna@contoso\.example" already names another person/);
    assert.match((await refusal(at(editor, 'quantity'), 'x'))!, /Only purchase ids, servers, devices/);
  });

  it('renames in all files of a register', async () => {
    await open(workspaceFile('including/license-register.yaml'));
    const people = workspaceFile('including/people/warsaw.license-register.yaml');
    const problem = '10:13-17 error purchase-unknown';
    await untilProblems(people, [problem]);
    const editor = await open(people);
    const position = editor.document.positionAt(editor.document.getText().indexOf('PO-7') + 1);
    const rename = await run<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', people, position, 'PO-9');
    assert.deepEqual(rename.entries().map(([uri, edits]) => `${uri.path.split('/').at(-1)} ${edits.length}`).sort(), ['license-register.yaml 1', 'warsaw.license-register.yaml 1']);
  });

  it('offers to change an address and keep the old one', async () => {
    const editor = await show(text);
    const position = at(editor, 'ewa@');
    const ofAddress = (actions: readonly vscode.CodeAction[]) => actions.filter(({ title }) => title.includes('address'));
    const actions = await run<vscode.CodeAction[]>('vscode.executeCodeActionProvider', register, new vscode.Range(position, position), vscode.CodeActionKind.Refactor.value);
    assert.deepEqual(ofAddress(actions).map(({ title, command }) => `${title} ${command?.command}`), ['Change this address and keep the old one... exchangeLicenseRegister.changeAddress']);
    const others = await run<vscode.CodeAction[]>('vscode.executeCodeActionProvider', register, new vscode.Range(at(editor, 'PO-1'), at(editor, 'PO-1')), vscode.CodeActionKind.Refactor.value);
    assert.deepEqual(ofAddress(others), []);
  });

  it('outlines a register, also one that has just been opened', async () => {
    const uri = workspaceFile('license-register.yaml');
    await open(uri);
    const [first] = await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
    assert.ok(first);
    await show(text);
    const symbols = await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', register);
    const lines = (items: readonly vscode.DocumentSymbol[]): string[] => items.flatMap(({ name, detail, children }) => [`${name}: ${detail}`, ...lines(children)]);
    assert.deepEqual(lines(symbols), [
      'exports: ',
      'purchases: 1 entry', `PO-1: 3 × SE Standard User CAL, 2026-01-05`,
      'mailboxes: 1 entry', 'anna@contoso.example: ',
      'assignments: 2 entries', 'Anna Nowak: since 2026-01-05, SE Standard User CAL', 'Ewa Lis: since 2026-01-05, SE Standard User CAL',
    ]);
  });

  it('finds people in the registers that are open', async () => {
    await show(text);
    const symbols = await run<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'ewa');
    assert.deepEqual(symbols.map(({ name, containerName, location }) => `${name} ${containerName} ${told(location.range)}`), ['Ewa Lis ewa@contoso.example 18:11-18']);
  });

  it('links exports and included files, not documents of purchases', async () => {
    await show(text);
    const links = await run<vscode.DocumentLink[]>('vscode.executeLinkProvider', register);
    assert.deepEqual(links.map(({ range }) => told(range)), []);
    const including = workspaceFile('including/license-register.yaml');
    await open(including);
    const found = await run<vscode.DocumentLink[]>('vscode.executeLinkProvider', including);
    assert.deepEqual(found.map(({ target }) => target!.path.split('/').at(-1)), ['warsaw.license-register.yaml']);
    const exporting = workspaceFile('exports/license-register.yaml');
    await open(exporting);
    const exported = await run<vscode.DocumentLink[]>('vscode.executeLinkProvider', exporting);
    assert.ok(exported.length > 0 && exported.every(({ target }) => target!.path.endsWith('.csv')), JSON.stringify(exported));
  });

  it('leaves other YAML alone', async () => {
    const other = workspaceFile('people.yaml');
    await open(other);
    assert.equal((await run<unknown[] | undefined>('vscode.executeDocumentSymbolProvider', other))?.length ?? 0, 0);
    assert.deepEqual(await run('vscode.executeReferenceProvider', other, new vscode.Position(0, 4)), []);
    await assert.rejects(async () => run('vscode.prepareRename', other, new vscode.Position(0, 4)), /cannot rename/);
  });
});
