import { example, lineOf } from '../support/example.mjs';

/** The commands that the light bulb at a server of a register leads to. */
export async function show(workbench) {
  const { page } = workbench;
  await workbench.open(example, lineOf('name: EX02'));
  await page.locator('.squiggly-error').first().waitFor();
  await workbench.pressUntil('Control+.', page.locator('.action-widget', { hasText: 'Commands for EX02' }));
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Is this server licensed?' }).waitFor();
}
