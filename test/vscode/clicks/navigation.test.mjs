/* global describe, it */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { workspace } from '../bundle.mjs';
import { inWorkbench } from './in-workbench.mjs';

const register = 'license-register.yaml';

describe('navigation by keyboard', function () {
  this.timeout(5 * 60_000);

  it('renames where F2 is pressed, and changes an address that is kept as another one', async () => {
    await inWorkbench(workspace, async (workbench, page) => {
      // The editor shows other blanks than it holds.
      const line = text => page.locator('.editor-instance .view-line', { hasText: new RegExp(text.replace(/[.[\]]/g, '\\$&').replaceAll(' ', '\\s')) });

      await workbench.open(register, 13);
      await page.keyboard.press('End');
      const name = page.locator('.rename-box input');
      await workbench.pressUntil('F2', name);
      await name.fill('FV: 1');
      await name.press('Enter');
      await line('id: "FV: 1"').waitFor();
      await line('purchase: "FV: 1"').nth(1).waitFor();

      await workbench.open(register, 10);
      await page.keyboard.press('End');
      const input = page.locator('.quick-input-widget input');
      await workbench.beginCommand('Exchange: Change an Address and Keep the Old One', page.locator('.quick-input-widget', { hasText: 'stays as another address' }));
      await input.first().fill('jan.kowal@contoso.example');
      await page.locator('.quick-input-widget', { hasText: 'already names another person' }).waitFor();
      await input.first().fill('anna.lis@contoso.example');
      await page.keyboard.press('Enter');
      await line('email: anna.lis@contoso.example').waitFor();
      await line('otherAddresses: [anna.nowak@contoso.example]').waitFor();
    });
  });

  it('renames in all files of a register, which one undo takes back in all of them', async () => {
    await inWorkbench(path.join(workspace, 'including'), async (workbench, page, folder) => {
      const files = [register, 'people/warsaw.license-register.yaml'].map(file => path.join(folder, file));
      const before = files.map(file => readFileSync(file, 'utf8'));
      const renamed = before.map(text => text.replaceAll(/(id|purchase): PO-7/g, '$1: "0147"'));
      const untilSaved = async expected => {
        const read = () => files.map(file => readFileSync(file, 'utf8'));
        for (const deadline = Date.now() + 20_000; Date.now() < deadline && !isDeepStrictEqual(read(), expected); ) {
          await page.waitForTimeout(50);
        }
        assert.deepEqual(read(), expected);
      };

      await workbench.open(register, 2);
      await page.locator('.squiggly-warning').first().waitFor();
      await page.keyboard.press('End');
      const name = page.locator('.rename-box input');
      await workbench.pressUntil('F2', name);
      await name.fill('0147');
      await name.press('Enter');
      // VS Code saves what a rename has changed.
      await untilSaved(renamed);

      // A save goes on for a moment after its file is on the disk, and shows nothing of that.
      await page.waitForTimeout(2000);

      await page.keyboard.press('Control+z');
      await page.locator('.tab.dirty').nth(1).waitFor();
      await workbench.command('File: Save All');
      await untilSaved(before);
    });
  });
});
