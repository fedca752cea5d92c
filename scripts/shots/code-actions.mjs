import { example, lineOf } from '../support/example.mjs';

/** What mends a finding, and what silences it. */
export async function show(workbench) {
  const { page } = workbench;
  await workbench.open(example, lineOf('assigned: 04.03.2024'));
  await page.locator('.squiggly-error').first().waitFor();
  await page.keyboard.press('End');
  await workbench.pressUntil('Control+.', page.locator('.action-widget', { hasText: 'Suppress' }));
}
