import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, configure, edit, open, until } from './editor';

const register = vscode.Uri.parse('untitled:completed.license-register.yaml');
const text = `purchases:
  - id: "0147"
    date: 2024-02-12
    type: Exchange Server 2019 Standard User CAL
    quantity: 3
assignments:
  - name: Anna Nowak
    email: anna.nowak@contoso.example
    assigned: 2024-03-04
    type: Exchange Server 2019 Standard User CAL
    purchase: "0147"
`;

/** Shows a text with the cursor at its `|`. */
async function show(marked: string): Promise<vscode.TextEditor> {
  const editor = await open(register);
  await edit(editor, builder => builder.replace(new vscode.Range(0, 0, editor.document.lineCount, 0), marked.replace('|', '')));
  const cursor = editor.document.positionAt(marked.indexOf('|'));
  editor.selection = new vscode.Selection(cursor, cursor);
  return editor;
}

/** What is offered, but for the words of the document, which VS Code offers where nobody else offers anything. */
async function offered({ document, selection }: vscode.TextEditor, trigger?: string): Promise<vscode.CompletionItem[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, selection.active, trigger);
  return items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
}

const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

async function labels(marked: string, trigger?: string): Promise<string[]> {
  return (await offered(await show(marked), trigger)).map(labelOf);
}

/** Has suggestions shown and takes them, each time the one that is selected once the list shows, until the text is as expected. */
async function accept(editor: vscode.TextEditor, expected: string): Promise<void> {
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  await acceptShown(editor, expected);
}

/** Takes the suggestions that show by themselves until the text is as expected. */
async function acceptShown({ document }: vscode.TextEditor, expected: string): Promise<void> {
  await until('the suggestions are taken', () => {
    void vscode.commands.executeCommand('acceptSelectedSuggestion');
    return document.getText() === expected;
  }).catch(() => assert.equal(document.getText(), expected));
  await vscode.commands.executeCommand('hideSuggestWidget');
}

describe('Completions', () => {
  afterEach(closeAll);

  it('offer keys, purchases and people of the register', async () => {
    assert.deepEqual((await labels(`${text}  - name: Ewa Lis\n    |`)).slice(0, 2), ['email', 'assigned']);
    const [purchase] = await offered(await show(`${text}  - purchase: |`));
    assert.deepEqual(purchase!.label, { label: '0147', description: '2019 Standard User CAL · 2 of 3 free' });
    assert.equal(purchase!.insertText, '"0147"');
    assert.deepEqual(await labels(`${text}  - email: |`, ' '), ['anna.nowak@contoso.example']);
  });

  it('tell what a rule says', async () => {
    const { document, selection } = await show('settings:\n  severities:\n    cal-k|\n');
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, selection.active, undefined, 100);
    const { documentation } = items.find(item => labelOf(item) === 'cal-key')!;
    assert.equal((documentation as vscode.MarkdownString).value, 'An assignment has a `key`, but a CAL has no product key.');
  });

  it('are offered while the text has just changed, and in an empty document', async () => {
    const editor = await show(`${text}  - type: |`);
    assert.equal((await offered(editor)).map(labelOf)[0], 'Exchange Server 2019 Standard User CAL');
    await edit(editor, builder => builder.insert(editor.selection.active, 'Core'));
    assert.ok((await offered(editor)).map(labelOf).includes('Core CAL Suite'));
    assert.ok((await labels('|')).includes('New register'));
  });

  it('stay away where a blank is part of a text, and in other files', async () => {
    assert.deepEqual(await labels(`${text}    note: see |`, ' '), []);
    assert.deepEqual(await labels(`${text}    # see |`, ' '), []);
    assert.ok((await labels(`${text}    # license-register-disable-next-line |`, ' ')).includes('cal-key'));
    const other = await vscode.workspace.openTextDocument({ language: 'yaml', content: '- \n' });
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', other.uri, new vscode.Position(0, 2));
    assert.deepEqual(items.filter(({ kind }) => kind === vscode.CompletionItemKind.Property), []);
  });

  it('are written as they belong there when they are taken', async () => {
    const editor = await show(`${text}  - pu|`);
    await until('the purchase is known', () => vscode.languages.getDiagnostics(register).length > 0);
    // The list for the value opens by itself behind the key.
    await accept(editor, `${text}  - purchase: "0147"`);
  });

  it('are put where they belong when they are taken in another column', async () => {
    const today = new Date().toLocaleDateString('sv');
    await accept(await show('- name: Anna Nowak\nassi|'), `- name: Anna Nowak\n  assigned: ${today}`);
    await accept(await show('- name: Anna Nowak\n  email: anna@contoso.example\n  - |'), '- name: Anna Nowak\n  email: anna@contoso.example\n- name: First and last name\n  email: address\n  assigned: YYYY-MM-DD\n  type: license as on the invoice\n  purchase: document or order number');
  });

  it('write a whole entry, in the indentation and line ends of the register', async () => {
    const editor = await show('assignments:\n    - name: Anna Nowak\n    - New as|');
    await edit(editor, builder => builder.setEndOfLine(vscode.EndOfLine.CRLF));
    const lines = ['name: First and last name', 'email: address', 'assigned: YYYY-MM-DD', 'type: license as on the invoice', 'purchase: document or order number'];
    await accept(editor, `assignments:\r\n    - name: Anna Nowak\r\n    - ${lines.join('\r\n      ')}`);
    assert.equal(editor.document.getText(editor.selection), 'First and last name');
  });

  it('show by themselves at the places of a snippet, and lead from one to the next', async () => {
    const editor = await show(`${text}|`);
    await editor.insertSnippet(new vscode.SnippetString('  - email: ewa@contoso.example\n    assigned: ${1:YYYY-MM-DD}\n    type: ${2:license as on the invoice}\n    purchase: ${3:document or order number}\n'));
    const today = new Date().toLocaleDateString('sv');
    await acceptShown(editor, `${text}  - email: ewa@contoso.example\n    assigned: ${today}\n    type: Exchange Server 2019 Standard User CAL\n    purchase: "0147"\n`);
  });

  it('have keys and words unless a setting says otherwise, even where the document names a schema: nobody else offers them', async () => {
    const modeline = '# yaml-language-server: $schema=license-register.schema.json\n';
    try {
      assert.ok((await labels(`${modeline}${text}  - reason: |`)).includes('left'));
      await configure('schemaFeatures', 'off');
      assert.deepEqual((await labels(`${text}  - |`)).filter(label => label === 'name'), []);
      assert.deepEqual(await labels(`${text}  - reason: |`), []);
      assert.deepEqual(await labels(`${text}  - purchase: |`), ['0147']);
    } finally {
      await configure('schemaFeatures', undefined);
    }
  });
});
