import { example, lineOf } from '../support/example.mjs';

/** Where the license position goes, under a name that tells its day. */
export async function show(workbench) {
  await workbench.open(example, lineOf('quantity: 4'));
  await workbench.page.locator('.squiggly-error').first().waitFor();
  await workbench.command('Exchange: Show License Position');
  const page = workbench.page.frameLocator('iframe.webview').frameLocator('iframe');
  await page.getByRole('heading', { name: 'Owned and assigned' }).waitFor();
  await workbench.begin('Exchange: Save License Position As');
  await workbench.untilAsked('Save License Position');
  await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'people.csv' }).waitFor();
  // The name stands behind a long path.
  await workbench.page.keyboard.press('End');
}
