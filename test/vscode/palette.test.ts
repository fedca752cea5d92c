import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, pause, workspaceFile } from './editor';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string; readonly title: string }[] };
}

const { contributes } = vscode.extensions.all.find(({ id }) => id.endsWith('.exchange-license-register'))!.packageJSON as Manifest;

/** Runs a command without arguments until it is over, called off wherever it asks. */
async function callOff(command: string): Promise<void> {
  let isOver = false;
  const run = Promise.resolve(vscode.commands.executeCommand(command)).finally(() => {
    isOver = true;
  });
  for (let waited = 0; !isOver; waited++) {
    assert.ok(waited < 200, `${command} is not over after it was called off`);
    await pause(50);
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('notifications.clearAll');
  }
  await run;
}

describe('each command of the palette', () => {
  afterEach(closeAll);

  for (const { command, title } of contributes.commands) {
    it(`comes to an end where no register is open, and changes nothing: ${title}`, async () => {
      await callOff(command);
      const other = await open(workspaceFile('people.yaml'));
      const before = other.document.getText();
      await callOff(command);
      assert.equal(other.document.getText(), before);
    });
  }
});
