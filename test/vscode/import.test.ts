import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, edit, open, pause, until, workspaceFile } from './editor';

const register = vscode.Uri.parse('untitled:imported.license-register.yaml');
const list = workspaceFile('list.csv');
const cal = 'Exchange Server 2019 Standard User CAL';
const text = `purchases:
  - id: PO-1
    date: 2024-01-10
    type: ${cal}
    quantity: 20000
assignments:
  - name: Anna Nowak
    email: anna.nowak@contoso.example
    assigned: 2024-03-04
    type: ${cal}
    purchase: PO-1
`;

async function openWith(content: string): Promise<vscode.TextEditor> {
  const editor = await open(register);
  await edit(editor, builder => builder.replace(new vscode.Range(0, 0, editor.document.lineCount, 0), content));
  await edit(editor, builder => builder.setEndOfLine(vscode.EndOfLine.LF));
  return editor;
}

/** Imports a list, and confirms what is offered first until that has changed the register. */
async function importList(rows: readonly string[], { document }: vscode.TextEditor): Promise<void> {
  const csv = ['Imię;Nazwisko;E-mail;Licencja;Data przypisania;Faktura', ...rows].map(row => `${row}\r\n`).join('');
  await vscode.workspace.fs.writeFile(list, Buffer.from(`\ufeff${csv}`, 'utf16le'));
  const { version } = document;
  void vscode.commands.executeCommand('exchangeLicenseRegister.importAssignments', list);
  await until('the register has changed', () => {
    void vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return document.version !== version;
  });
}

describe('a list that is imported', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closeAll();
    await vscode.workspace.fs.delete(list).then(undefined, () => undefined);
  });

  it('becomes assignments by one edit, which one undo takes back', async () => {
    const editor = await openWith(text);
    await importList([`Łukasz;Zieliński;lukasz@contoso.example;${cal};04.03.2024;PO-1`, `Anna;Nowak;anna.nowak@contoso.example;${cal};04.03.2024;PO-1`], editor);
    assert.equal(editor.document.getText(), `${text}  - name: Łukasz Zieliński
    email: lukasz@contoso.example
    assigned: 2024-03-04
    type: ${cal}
    purchase: PO-1
`);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), text);
    await vscode.commands.executeCommand('redo');
    assert.equal(editor.document.lineCount, text.split('\n').length + 5);
  });

  it('may have 10,000 rows', async () => {
    const editor = await openWith(text);
    await importList(Array.from({ length: 10_000 }, (_, index) => `Łukasz;Zieliński${index};p${index}@contoso.example;${cal};04.03.2024;PO-1`), editor);
    assert.equal(editor.document.lineCount, text.split('\n').length + 50_000);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), text);
  });

  it('that is empty, no list or not there changes nothing', async () => {
    const editor = await openWith(text);
    const { version } = editor.document;
    for (const content of ['', 'Name,E-mail,License\r\n', 'PK\x03\x04', undefined]) {
      await (content === undefined ? vscode.workspace.fs.delete(list) : vscode.workspace.fs.writeFile(list, Buffer.from(content)));
      void vscode.commands.executeCommand('exchangeLicenseRegister.importAssignments', list);
      await pause(300);
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    }
    assert.equal(editor.document.version, version);
  });

  it('goes into no other YAML', async () => {
    const { document } = await open(workspaceFile('people.yaml'));
    const { version } = document;
    await vscode.workspace.fs.writeFile(list, Buffer.from(`Name,E-mail,License\r\nEwa Lis,ewa@contoso.example,${cal}\r\n`));
    let isOver = false;
    void vscode.commands.executeCommand('exchangeLicenseRegister.importAssignments', list).then(() => {
      isOver = true;
    });
    await until('the command is over', () => {
      void vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      void vscode.commands.executeCommand('notifications.clearAll');
      return isOver;
    });
    assert.equal(document.version, version);
  });
});
