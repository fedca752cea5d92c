/* global describe, it */
import { newPage } from '../host/browser.mjs';
import { installHost } from '../host/install.mjs';
import { withVSCode } from '../host/session.mjs';
import { Workbench } from '../host/workbench.mjs';
import { workspace } from '../bundle.mjs';

describe('the language status', function () {
  this.timeout(5 * 60_000);

  it('tells of the register of the active editor, leads to its findings, and is no more for other documents', async () => {
    await installHost();
    await withVSCode(workspace, { installed: true }, async ({ server, browser, folder }) => {
      const page = await newPage(browser);
      const workbench = new Workbench(page);
      await workbench.load(server.url({ folder }));
      const status = page.locator('[id="status.languageStatus"]');
      const told = page.locator('.hover-language-status', { hasText: '3 people covered · 1 CAL · 2 errors' });

      await workbench.open('license-register.yaml');
      await page.locator('.squiggly-error').first().waitFor();
      await workbench.hoverUntil(status, told);
      await told.getByText('Show Problems').click();
      await page.locator('.markers-panel .monaco-list-row').first().waitFor();

      await workbench.open('people.yaml');
      await status.waitFor({ state: 'hidden' });
    });
  });
});
