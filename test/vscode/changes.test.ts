import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, edit, open, pause, until, untilProblems, workspaceFile } from './editor';

const register = vscode.Uri.parse('untitled:changed.license-register.yaml');
const text = `purchases:
  - id: PO-2019
    date: 2019-03-01
    type: Exchange Server 2019 Standard User CAL
    quantity: 2
    document: a.pdf
  - id: PO-SE
    date: 2020-01-10
    type: Exchange Server SE Standard User CAL
    quantity: 2
    document: b.pdf
mailboxes:
  - { email: scan@contoso.example }   # on the first floor
  - email: anna.nowak@contoso.example
  - email: jan.kowal@contoso.example
assignments:
    # the first
  - name: 'Anna Nowak'
    email: anna.nowak@contoso.example
    assigned: 2024-03-04
    type: Exchange Server 2019 Standard User CAL
    purchase: PO-2019
  - { name: Jan Kowal, email: jan.kowal@contoso.example, assigned: 2024-03-05, type: Exchange Server 2019 Standard User CAL, purchase: PO-2019 }
`;
const asFound = ['2:9-16 hint server-license-not-recorded', '10:15-16 hint unassigned-seats', '13:14-34 error mailbox-without-cal'];

async function openWith(content: string): Promise<vscode.TextEditor> {
  const editor = await open(register);
  await edit(editor, builder => builder.replace(new vscode.Range(0, 0, editor.document.lineCount, 0), content));
  await edit(editor, builder => builder.setEndOfLine(vscode.EndOfLine.LF));
  return editor;
}

function lineOf(start: string): number {
  return text.slice(0, text.indexOf(start)).split('\n').length - 1;
}

/** The actions for the entry on a line that holds `start`, by their titles. None are offered while the register is just being checked: then it asks again. */
async function actionsAt(start: string, kind?: vscode.CodeActionKind): Promise<Map<string, vscode.CodeAction>> {
  const range = new vscode.Range(lineOf(start), 8, lineOf(start), 8);
  for (let attempt = 1; ; attempt++) {
    const all = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', register, range, kind?.value);
    const actions = all.filter(action => action.kind?.value === 'refactor.licenseRegister');
    if (actions.length > 0 || attempt === 5) {
      return new Map(actions.map(action => [action.title, action]));
    }
    await pause(200);
  }
}

/** Runs an action's command, and confirms what is filled in or offered first until that has changed the document. */
async function acceptAll({ command }: vscode.CodeAction, document: vscode.TextDocument): Promise<void> {
  const { version } = document;
  const run = vscode.commands.executeCommand(command!.command, ...(command!.arguments as unknown[]));
  await until('the register has changed', () => {
    void vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return document.version !== version;
  });
  await run;
}

describe('changes', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closeAll();
  });

  it('are offered on the entry that they change, and not among the quick fixes', async () => {
    await openWith(text);
    await untilProblems(register, asFound);
    assert.deepEqual([...(await actionsAt("name: 'Anna"))].map(([title]) => title), ['End this assignment...', 'Hand over this seat...']);
    assert.deepEqual([...(await actionsAt('id: PO-2019', vscode.CodeActionKind.Refactor)).keys()], ['Assign a CAL from this purchase...', 'Move everybody to another purchase...']);
    assert.deepEqual([...(await actionsAt('id: PO-SE')).keys()], ['Assign a CAL from this purchase...']);
    assert.deepEqual([...(await actionsAt('{ email: scan')).keys()], ['Needs no CAL because...']);
    assert.deepEqual([...(await actionsAt("name: 'Anna", vscode.CodeActionKind.QuickFix)).keys()], []);
    assert.deepEqual([...(await actionsAt('assignments:')).keys()], []);
  });

  for (const [breaks, eol] of [['LF', vscode.EndOfLine.LF], ['CRLF', vscode.EndOfLine.CRLF]] as const) {
    it(`are one edit that one undo takes back (${breaks})`, async () => {
      const editor = await openWith(text);
      await edit(editor, builder => builder.setEndOfLine(eol));
      await untilProblems(register, asFound);
      const before = editor.document.getText();
      const today = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
      const lines = (written: string) => written.replaceAll('\n', breaks === 'LF' ? '\n' : '\r\n');

      await acceptAll((await actionsAt("name: 'Anna")).get('End this assignment...')!, editor.document);
      assert.equal(editor.document.getText(), before.replace(lines('purchase: PO-2019\n'), lines(`purchase: PO-2019\n    ended: ${today}\n    reason: left\n`)));
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), before);

      await acceptAll((await actionsAt('{ email: scan')).get('Needs no CAL because...')!, editor.document);
      assert.equal(editor.document.getText(), before.replace('assignments:', lines('noCal:\n  - email: scan@contoso.example\n    reason: service\nassignments:')));
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), before);

      await acceptAll((await actionsAt('id: PO-2019')).get('Move everybody to another purchase...')!, editor.document);
      assert.equal(editor.document.getText().split(`assigned: ${today}`).length, 3);
      assert.equal(editor.document.getText().split(`ended: ${today}`).length, 3);
      assert.match(editor.document.lineAt(editor.selection.active).text, /name: .?Anna Nowak/);
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), before);
    });
  }

  it('write nothing for an entry that changes while questions are asked', async () => {
    const editor = await openWith(text);
    await untilProblems(register, asFound);
    const { command } = (await actionsAt("name: 'Anna")).get('End this assignment...')!;
    const run = vscode.commands.executeCommand(command!.command, ...(command!.arguments as unknown[]));
    await edit(editor, builder => builder.insert(new vscode.Position(lineOf("name: 'Anna"), 11), 'Maria '));
    const changed = editor.document.getText();
    let isOver = false;
    void run.then(() => {
      isOver = true;
    });
    await until('the command is over', () => {
      void vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      void vscode.commands.executeCommand('notifications.clearAll');
      return isOver;
    });
    assert.equal(editor.document.getText(), changed);
  });

  it('go into the file in which the entry is', async () => {
    await open(workspaceFile('including/license-register.yaml'));
    const list = workspaceFile('including/people/warsaw.license-register.yaml');
    const editor = await open(list);
    // Which tells that it is checked as part of the register.
    await untilProblems(list, ['10:13-17 error purchase-unknown']);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', list, new vscode.Range(0, 4, 0, 4));
    const end = actions.find(({ title }) => title === 'End this assignment...');
    await acceptAll(end!, editor.document);
    assert.match(editor.document.getText(), /\n {2}ended: \d{4}-\d\d-\d\d\n {2}reason: left\n/);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), list.toString());
    await vscode.commands.executeCommand('undo');
  });

  it('begin with an argument of any kind', async () => {
    await openWith(text);
    await untilProblems(register, asFound);
    for (const argument of [null, 7, 'x', { uri: 'untitled:none.yaml', line: 0, character: 0 }, { uri: register.toString(), line: -1, character: 0.5 }]) {
      const run = vscode.commands.executeCommand('exchangeLicenseRegister.endAssignment', argument);
      let isOver = false;
      void run.then(() => {
        isOver = true;
      });
      await until('the command is called off', () => {
        void vscode.commands.executeCommand('workbench.action.closeQuickOpen');
        return isOver;
      });
    }
  });
});
