/* global describe, it */
import assert from 'node:assert/strict';
import { workspace } from '../bundle.mjs';
import { inWorkbench } from './in-workbench.mjs';

describe('the language status', function () {
  this.timeout(5 * 60_000);

  it('tells of the register of the active editor, leads to its findings, and is no more for other documents', async () => {
    await inWorkbench(workspace, async (workbench, page) => {
      const status = page.locator('[id="status.languageStatus"]');
      const told = page.locator('.hover-language-status', { hasText: '3 people covered · 1 CAL · 2 errors' });

      await workbench.open('license-register.yaml');
      await page.locator('.squiggly-error').first().waitFor();
      await workbench.hoverUntil(status, told);
      assert.match(await status.locator('a').getAttribute('aria-label'), /License register: 3 people covered · 1 CAL · 2 errors/);
      await told.getByText('Show Problems').click();
      await page.locator('.markers-panel .monaco-list-row').first().waitFor();

      await workbench.open('people.yaml');
      await status.waitFor({ state: 'hidden' });
    });
  });
});
