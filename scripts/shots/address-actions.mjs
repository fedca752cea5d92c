import { example, lineOf } from '../support/example.mjs';

/** What can be done with an address under the cursor. */
export async function show(workbench) {
  const { page } = workbench;
  await workbench.open(example, lineOf('email: anna.nowak'));
  await page.locator('.squiggly-error').first().waitFor();
  await page.keyboard.press('End');
  await workbench.pressUntil('Control+.', page.locator('.action-widget', { hasText: 'keep the old one' }));
}
