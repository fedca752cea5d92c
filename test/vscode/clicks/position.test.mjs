/* global describe, it, document */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { workspace } from '../bundle.mjs';
import { inWorkbench } from './in-workbench.mjs';

const register = 'license-register.yaml';

describe('the license position', function () {
  this.timeout(5 * 60_000);

  it('is read by keyboard, and follows what is typed', async () => {
    await inWorkbench(workspace, async (workbench, page) => {
      await workbench.open(register);
      await page.locator('.squiggly-error').first().waitFor();
      await workbench.command('Exchange: Show License Position');

      const shown = page.frameLocator('iframe.webview').frameLocator('iframe');
      await shown.getByRole('heading', { name: 'License position', level: 1 }).waitFor();
      assert.equal(await shown.locator('body script').count(), 0);
      await shown.getByText('Exchange Server SE Standard User CAL: 1 short. 2 assigned, 1 owned.').waitFor();

      // The links to the sections are the first that Tab comes to.
      const link = shown.getByRole('link', { name: 'About this report' });
      await shown.getByRole('link', { name: 'Overview' }).press('Tab');
      assert.equal(await shown.getByRole('link', { name: 'Owned and assigned' }).evaluate(element => element === document.activeElement), true);
      await link.press('Enter');
      await shown.getByRole('heading', { name: 'About this report' }).evaluate(async heading => {
        for (const deadline = Date.now() + 10_000; heading.getBoundingClientRect().top > heading.ownerDocument.defaultView.innerHeight;) {
          if (Date.now() > deadline) {
            throw new Error('The link leads nowhere.');
          }
          await new Promise(resolve => heading.ownerDocument.defaultView.setTimeout(resolve, 50));
        }
      });

      await page.locator('.editor-instance .view-line', { hasText: 'quantity' }).click();
      await page.keyboard.press('End');
      await page.keyboard.press('Backspace');
      await page.keyboard.type('7');
      await shown.getByText('no license type shows more assigned than owned').waitFor();
    });
  });

  it('is saved where the dialog says, as the name of the file ends', async () => {
    await inWorkbench(workspace, async (workbench, page, folder) => {
      await workbench.open(register);
      await page.locator('.squiggly-error').first().waitFor();
      const saveAs = async name => {
        await workbench.begin('Exchange: Save License Position As');
        const place = (await workbench.untilAsked('Save License Position')).locator('input.input').first();
        await page.waitForFunction(input => /license-position-[\d-]+\.html$/.test(input.value), await place.elementHandle());
        if (name !== undefined) {
          await place.fill(path.join(folder, name));
        }
        const file = await place.inputValue();
        // It looks the place up before it takes the answer, and shows nothing of that.
        await page.waitForTimeout(2000);
        await page.keyboard.press('Enter');
        await place.waitFor({ state: 'hidden' });
        return file;
      };
      const untilSaved = async (file, begin) => {
        for (const deadline = Date.now() + 20_000; Date.now() < deadline && !existsSync(file); ) {
          await page.waitForTimeout(50);
        }
        assert.equal(path.dirname(file), folder);
        assert.ok(readFileSync(file, 'utf8').startsWith(begin), file);
      };

      await untilSaved(await saveAs(), '<!DOCTYPE html>');
      await untilSaved(await saveAs('position.md'), '# License position');
    });
  });
});
