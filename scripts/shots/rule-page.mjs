import { example, lineOf } from '../support/example.mjs';

/** The page of a rule, opened from Problems. */
export async function show(workbench) {
  const { page } = workbench;
  await workbench.open(example, lineOf('quantity: 4'));
  await page.locator('.squiggly-error').first().waitFor();
  await workbench.command('Problems: Focus on Problems View');
  await page.locator('.markers-panel a', { hasText: 'over-assigned-purchase' }).first().click();
  await page.locator('.tab.active', { hasText: 'over-assigned-purchase.md' }).waitFor();
  await page.frameLocator('iframe.webview').frameLocator('iframe').getByRole('heading', { name: 'over-assigned-purchase' }).first().waitFor();
}
