/* global describe, it */
import { workspace } from '../bundle.mjs';
import { inWorkbench } from './in-workbench.mjs';

const register = 'license-register.yaml';

describe('the page of a rule', function () {
  this.timeout(5 * 60_000);

  it("opens where the rule's name is clicked, in Problems and in the hover, and leads on to other pages", async () => {
    await inWorkbench(workspace, async (workbench, page) => {

      await workbench.open(register, 5);
      await workbench.command('Problems: Focus on Problems View');
      await page.locator('.markers-panel a', { hasText: 'over-assigned-purchase' }).click();
      await shown(page, 'over-assigned-purchase');

      await workbench.open(register, 21);
      const link = page.locator('.monaco-hover a', { hasText: 'unknown-key' }).filter({ visible: true });
      await workbench.clickInHover(page.locator('.squiggly-warning').first(), link);
      const shownPage = await shown(page, 'unknown-key');

      await shownPage.locator('a[data-href="required-field.md"]').first().click();
      await shown(page, 'required-field');
    });
  });
});

/** Waits until the page of `rule` is rendered in the active tab, and gives the frame that holds it. */
async function shown(page, rule) {
  await page.locator('.tab.active', { hasText: `${rule}.md` }).waitFor();
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await page.waitForTimeout(200)) {
    for (const frame of page.frames()) {
      if (await frame.locator('h1', { hasText: rule }).isVisible().catch(() => false)) {
        return frame;
      }
    }
  }
  throw new Error(`The page of ${rule} was never rendered.`);
}
