import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, configure, edit, open, pause, problems, replaceInLine, until, workspaceFile } from './editor';

const register = vscode.Uri.parse('untitled:told.license-register.yaml');
const day = (fromToday: number) => new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);
const cal = 'Exchange Server SE Standard User CAL';
const text = `purchases:
  - id: PO-1
    date: 2025-09-01
    type: ${cal}
    quantity: 3
    document: invoices/PO-1.pdf
    subscription: { from: 2025-09-01, until: ${day(100)} }
assignments:
  - name: Anna Nowak
    email: anna.nowak@contoso.example
    assigned: 2025-09-08
    type: ${cal}
    purchase: PO-1
`;

async function lenses(uri: vscode.Uri): Promise<vscode.CodeLens[]> {
  return vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);
}

async function titles(uri: vscode.Uri): Promise<string[]> {
  return (await lenses(uri)).map(({ range, command }) => `${range.start.line + 1} ${command?.title}`);
}

async function hints(uri: vscode.Uri, lines = new vscode.Range(0, 0, 1000, 0)): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', uri, lines);
  return found.map(({ position, label }) => `${position.line + 1}:${position.character + 1} ${typeof label === 'string' ? label : label.map(({ value }) => value).join('')}`);
}

async function untilTold(tell: () => Promise<string[]>, expected: readonly string[]): Promise<void> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline && JSON.stringify(await tell()) !== JSON.stringify(expected);) {
    await pause(50);
  }
  assert.deepEqual(await tell(), expected);
}

async function untilHints(expected: RegExp): Promise<void> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline && !expected.test((await hints(register)).join());) {
    await pause(50);
  }
  assert.match((await hints(register)).join(), expected);
}

async function show(content: string): Promise<vscode.TextEditor> {
  const editor = await open(register);
  await edit(editor, builder => builder.replace(new vscode.Range(0, 0, editor.document.lineCount, 0), content));
  return editor;
}

const toldLenses = ['1 3 CALs', '2 1 of 3 assigned · 2 free', '8 1 person covered'];
// The day is that of the local calendar, which may be another than that of UTC.
const left = /^7:\d+ (?:99|100|101) days left$/;

describe('Lenses and hints', () => {
  afterEach(async () => {
    await configure('codeLenses', undefined);
    await configure('inlayHints', undefined);
    await configure('run', undefined);
    await closeAll();
  });

  it('tell of a register, and follow when it changes', async () => {
    const editor = await show(text);
    await untilTold(() => titles(register), toldLenses);
    await untilHints(left);
    await replaceInLine(editor, 5, '3', '1');
    await untilTold(() => titles(register), ['1 1 CAL', '2 1 of 1 assigned', '8 1 person covered']);
  });

  it('lead to the license position, and to those who use a purchase', async () => {
    await show(text);
    await untilTold(() => titles(register), toldLenses);
    const [position, purchase] = (await lenses(register)).map(({ command }) => command!);
    assert.equal(position!.command, 'exchangeLicenseRegister.showPosition');
    assert.equal(purchase!.command, 'exchangeLicenseRegister.showUsers');
    await vscode.commands.executeCommand(purchase!.command, ...(purchase!.arguments as unknown[]));
  });

  it('stay as they are and move along while nothing is checked', async () => {
    const editor = await show(text);
    await untilTold(() => titles(register), toldLenses);
    await untilHints(left);
    await configure('run', 'onSave');
    await pause(300);
    await edit(editor, builder => builder.insert(new vscode.Position(0, 0), '# Licenses\n'));
    await replaceInLine(editor, 6, '3', 'x');
    await pause(300);
    assert.deepEqual(await titles(register), ['2 3 CALs', '3 1 of 3 assigned · 2 free', '9 1 person covered']);
    assert.match((await hints(register)).join(), /^8:\d+ \d+ days left$/);
    await edit(editor, builder => builder.delete(new vscode.Range(2, 0, 8, 0)));
    assert.deepEqual(await titles(register), ['2 3 CALs', '3 1 person covered']);
    assert.deepEqual(await hints(register), []);
  });

  it('are given for the lines that are asked for', async () => {
    await show(text);
    await untilTold(() => titles(register), toldLenses);
    await untilHints(left);
    assert.deepEqual(await hints(register, new vscode.Range(0, 0, 5, 0)), []);
    assert.equal((await hints(register, new vscode.Range(6, 0, 7, 0))).length, 1);
  });

  it('can be turned off, each for itself', async () => {
    await show(text);
    await untilTold(() => titles(register), toldLenses);
    await configure('codeLenses', false);
    await untilTold(() => titles(register), []);
    await untilHints(left);
    await configure('codeLenses', undefined);
    await configure('inlayHints', false);
    await untilTold(() => titles(register), toldLenses);
    assert.deepEqual(await hints(register), []);
  });

  it('tell of all files of a register in the one that includes them, and nothing of other YAML', async () => {
    const including = workspaceFile('including/license-register.yaml');
    const people = workspaceFile('including/people/warsaw.license-register.yaml');
    await open(including);
    await until('the register is checked', () => problems(people).length > 0);
    await untilTold(() => titles(including), ['1 2 CALs', '2 1 of 2 assigned · 1 free']);
    await open(people);
    assert.deepEqual(await titles(people), []);
    const other = await vscode.workspace.openTextDocument({ language: 'yaml', content: text });
    assert.deepEqual(await titles(other.uri), []);
    assert.deepEqual(await hints(other.uri), []);
  });
});
