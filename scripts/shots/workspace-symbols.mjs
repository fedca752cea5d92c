import { example } from '../support/example.mjs';

/** People, purchases and servers of the register, found by a part of their names. */
export async function show(workbench) {
  const { page } = workbench;
  await workbench.open(example);
  await page.locator('.squiggly-error').first().waitFor();
  await page.keyboard.press('Control+t');
  const widget = page.locator('.quick-input-widget');
  await widget.locator('input').first().fill('#now');
  await widget.locator('.monaco-list-row', { hasText: 'Anna Nowak' }).waitFor();
}
