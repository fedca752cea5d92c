import { example, lineOf } from '../support/example.mjs';

/** The license position beside its register. */
export async function show(workbench) {
  await workbench.page.setViewportSize({ width: 1280, height: 900 });
  await workbench.open(example, lineOf('quantity: 4'));
  await workbench.page.locator('.squiggly-error').first().waitFor();
  await workbench.page.locator('.codelens-decoration', { hasText: 'short by' }).waitFor();
  await workbench.command('Exchange: Show License Position');
  const page = workbench.page.frameLocator('iframe.webview').frameLocator('iframe');
  await page.getByRole('heading', { name: 'Owned and assigned' }).waitFor();
}
