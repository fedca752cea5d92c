import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, until, untilProblems, workspaceFile } from './editor';

const register = workspaceFile('exports/license-register.yaml');
const mailboxes = workspaceFile('exports/mailboxes.csv');

const csv = (...names: string[]) =>
  new TextEncoder().encode(`\ufeff"DisplayName","PrimarySmtpAddress","RecipientTypeDetails"\r\n${names.map(name => `"${name}","${name}@contoso.example","UserMailbox"\r\n`).join('')}`);

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

describe('an export that is none', () => {
  const folder = workspaceFile('odd');
  const odd = workspaceFile('odd/license-register.yaml');
  const write = (name: string, content: string | Uint8Array) => vscode.workspace.fs.writeFile(workspaceFile(`odd/${name}`), Buffer.from(content));

  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(folder, { recursive: true }).then(undefined, () => undefined);
  });

  it('is told in a sentence, wherever it lies and whatever it holds', async () => {
    await write('empty.csv', '');
    await write('cut.csv', csv('anna.nowak').slice(0, -12));
    await write('large.csv', new Uint8Array(50_000_001));
    await write('book.csv', 'PK\x03\x04 and so on');
    await vscode.workspace.fs.createDirectory(workspaceFile('odd/folder.csv'));
    for (const [[first, said], [second, alsoSaid]] of [
      [['empty.csv', 'is empty. Save or export it again.'], ['cut.csv', 'ends in the middle of a row']],
      [['large.csv', 'is larger than 50 MB'], ['book.csv', 'is an Excel workbook']],
      [['folder.csv', 'cannot be read: it is a folder. Name a file.'], ['../../out.csv', 'lies outside the folder that this register may read']],
      [['none.csv', 'does not exist. Check how'], ['../people.yaml', 'has no column PrimarySmtpAddress']],
    ] as const) {
      await write('license-register.yaml', `exports:\n  cals: ${first}\n  mailboxes: ${second}\nassignments: []\n`);
      await open(odd);
      await until(`${first} and ${second} are told`, () => {
        const messages = vscode.languages.getDiagnostics(odd).map(({ message }) => message);
        return messages.some(message => message.startsWith(`"${first}" ${said}`)) && messages.some(message => message.startsWith(`"${second}" ${alsoSaid}`));
      });
      await closeAll();
    }
  });
});

/** The text of the list that is shown, once it holds `part`. */
function untilListed(part: string): Promise<string> {
  return until(`a list with "${part}" is shown`, () => {
    const document = vscode.window.activeTextEditor?.document;
    const text = document?.uri.scheme === 'license-register-list' ? document.getText() : '';
    return text.includes(part) && text;
  });
}

describe('who stands behind the figures of an export', () => {
  beforeEach(async () => {
    await vscode.workspace.fs.writeFile(mailboxes, csv('anna.nowak', 'ewa.lis', 'jan.kowal'));
    await open(register);
    await untilProblems(register, ['2:14-27 error mailbox-without-cal']);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closeAll();
    await vscode.workspace.fs.delete(mailboxes).then(undefined, () => undefined);
  });

  it('is listed from the finding, and the list follows the register', async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', register, new vscode.Range(1, 20, 1, 20), vscode.CodeActionKind.QuickFix.value);
    const action = actions.find(({ title }) => title === 'Show all 2 mailboxes of "mailbox-without-cal"');
    assert.ok(action, actions.map(({ title }) => title).join('; '));
    assert.ok(actions.some(({ title }) => title === 'Compare with Exchange...'));
    const [uri] = action.command!.arguments as [vscode.Uri];
    assert.ok(!/nowak|kowal|lis@/.test(decodeURIComponent(uri.toString())), 'The address of a tab is kept, and names nobody.');
    await vscode.commands.executeCommand(action.command!.command, uri);
    assert.match(await untilListed('2 mailboxes'), /^mailbox-without-cal: 2 mailboxes\n\newa\.lis {4}ewa\.lis@contoso\.example {4}Nobody holds[^]*\njan\.kowal /);
    await vscode.workspace.fs.writeFile(mailboxes, csv('anna.nowak', 'jan.kowal'));
    await untilListed(': 1 mailbox\n');
    const others = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', register, new vscode.Range(3, 0, 3, 0), vscode.CodeActionKind.QuickFix.value);
    assert.deepEqual(others.filter(({ title }) => title.startsWith('Show ')), []);
  });

  it('is listed from the comparison', async () => {
    void vscode.commands.executeCommand('exchangeLicenseRegister.compareWithExchange');
    await until('the list is shown', () => {
      void vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.activeTextEditor?.document.uri.scheme === 'license-register-list';
    });
    assert.match(await untilListed('\n2 missing:\n'), /^Exchange lists 3 mailboxes that people sign in to; the register covers 1 person\.\nExchange counts 2 more: 2 missing\.\n[^]* {2}jan\.kowal@contoso\.example\n/);
  });
});
