import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, pause, replaceInLine, until, untilProblems, workspaceFile } from './editor';
import { registerProblems } from './register-problems';

const view = 'exchangeLicenseRegister.position';
const report = workspaceFile('position.json');

/** The tab of a license position; undefined where none is shown. */
function positionTab(): vscode.Tab | undefined {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(view));
}

async function remove(uri: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.delete(uri).then(undefined, () => {});
}

/** Saves the position that is shown, and reads it. */
async function saved(): Promise<{ readonly day: string; readonly products: readonly { readonly name: string; readonly assigned: number; readonly owned: number }[] } | undefined> {
  await remove(report);
  await vscode.commands.executeCommand('exchangeLicenseRegister.savePosition', report);
  try {
    return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(report))) as Awaited<ReturnType<typeof saved>>;
  } catch {
    // The register was being checked.
    return undefined;
  }
}

async function untilSaved(isRight: (position: NonNullable<Awaited<ReturnType<typeof saved>>>) => boolean): Promise<void> {
  let last: unknown;
  for (let attempt = 0; attempt < 40; attempt++) {
    const position = await saved();
    if (position && isRight(position)) {
      return;
    }
    last = position;
    await pause(100);
  }
  assert.fail(JSON.stringify(last));
}

describe('the license position', () => {
  const register = workspaceFile('license-register.yaml');

  afterEach(async () => {
    await closeAll();
    for (const ending of ['json', 'html', 'csv', 'md']) {
      await remove(workspaceFile(`position.${ending}`));
    }
  });

  it('is shown beside the register, once', async () => {
    await open(register);
    await untilProblems(register, registerProblems);
    await vscode.commands.executeCommand('exchangeLicenseRegister.showPosition');
    const tab = await until('the position is shown', positionTab);
    assert.equal(tab.label, 'License Position: license-register.yaml');
    assert.notEqual(tab.group.viewColumn, vscode.ViewColumn.One);
    await open(register);
    await vscode.commands.executeCommand('exchangeLicenseRegister.showPosition');
    assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputWebview).length, 1);
  });

  it('follows what is typed, and is saved as it is shown', async () => {
    const editor = await open(register);
    await vscode.commands.executeCommand('exchangeLicenseRegister.showPosition');
    await untilSaved(({ products }) => products.length > 0);
    const before = (await saved())!.products[0]!;
    await replaceInLine(editor, 24, 'PO-2', 'PO-1');
    await untilSaved(({ products }) => products[0]!.assigned === before.assigned + 1);
  });

  it('is saved as a page, as Markdown and for spreadsheets, by the name of the file', async () => {
    await open(register);
    await vscode.commands.executeCommand('exchangeLicenseRegister.showPosition');
    await untilSaved(() => true);
    for (const [ending, start] of [['html', '<!DOCTYPE html>'], ['md', '# License position'], ['csv', '\ufeffName']] as const) {
      const uri = workspaceFile(`position.${ending}`);
      await vscode.commands.executeCommand('exchangeLicenseRegister.savePosition', uri);
      const bytes = await vscode.workspace.fs.readFile(uri);
      assert.ok(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).startsWith(start), ending);
    }
  });

  it('goes on following a register whose editor was closed', async () => {
    await open(register);
    await vscode.commands.executeCommand('exchangeLicenseRegister.showPosition');
    await until('the position is shown', positionTab);
    const tab = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ input }) => input instanceof vscode.TabInputText)!;
    await vscode.window.tabGroups.close(tab);
    await untilSaved(({ products }) => products.length > 0);
  });
});
