/* global describe, it */
import assert from 'node:assert/strict';
import path from 'node:path';
import { example, lineOf } from '../../../scripts/support/example.mjs';
import { root } from '../../../scripts/support/run.mjs';
import { inWorkbench } from './in-workbench.mjs';


describe('the commands of the Management Shell', function () {
  this.timeout(5 * 60_000);

  it('are found, told of, filled and copied by keyboard', async () => {
    await inWorkbench(path.join(root, 'examples'), async (workbench, page) => {
      const rows = page.locator('.quick-input-list .monaco-list-row');
      const choose = async (title, text, row) => {
        await workbench.beginCommand(title, page.getByPlaceholder('Search by task'));
        await page.keyboard.type(text);
        await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: row }).waitFor();
      };
      const lines = text => page.locator('.editor-instance .view-line', { hasText: text });
      // EX01 comes back into service, so that there are two servers.
      await workbench.open(example, lineOf('retired:'));
      await page.locator('.squiggly-error').first().waitFor();
      await page.keyboard.press('Control+Shift+K');

      await workbench.open('activate.ps1', 3);
      await choose('Exchange: Insert Management Shell Command', 'Set-ClientAccessService', 'Autodiscover address of a server');
      const told = await rows.first().getAttribute('aria-label');
      assert.match(told, /^Autodiscover address of a server, changes · Shows the internal Autodiscover address .*, Get-ClientAccessService -Identity 'EX01' \| /);

      // Tab leads to the buttons of the command: Copy, and what shows all of it.
      const dialog = page.getByRole('dialog', { name: 'Autodiscover address of a server' });
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await dialog.getByText('Changes something: shows the internal Autodiscover address').waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      const again = page.getByPlaceholder('Search by task').and(page.locator(':focus'));
      await again.waitFor();
      assert.equal(await again.inputValue(), 'Set-ClientAccessService');
      await page.keyboard.press('Escape');
      await rows.first().waitFor({ state: 'hidden' });

      // Both servers are offered, and what is chosen stands at both places.
      await choose('Exchange: Insert Management Shell Command', 'Set-ClientAccessService', 'Autodiscover address of a server');
      await page.keyboard.press('Enter');
      await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'EX02' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await lines("Get-ClientAccessService -Identity 'EX02'").waitFor();
      await lines("# Set-ClientAccessService -Identity 'EX02'").waitFor();

      // Somebody of the register is found by a part of the name; what was copied is said.
      await choose('Exchange: Copy Management Shell Command', 'logon of one', 'When was this mailbox last used?');
      await page.keyboard.press('Enter');
      await rows.filter({ hasText: 'Leave it open' }).waitFor();
      await page.keyboard.type('wrona tom');
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Tomasz Wrona' }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.notification-toast', { hasText: 'Copied "When was this mailbox last used?".' }).waitFor();

      // Left open, it is said what is to be filled in.
      await choose('Exchange: Copy Management Shell Command', 'binds an', 'Assign a certificate to services');
      await page.keyboard.press('Enter');
      await rows.filter({ hasText: 'Leave it open' }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.notification-toast', { hasText: 'Still to fill in: the server, the thumbprint.' }).waitFor();
    });
  });
});
