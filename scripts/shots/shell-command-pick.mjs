import { example, lineOf } from '../support/example.mjs';

/** The commands of the Management Shell, as they are chosen. */
export async function show(workbench) {
  const { page } = workbench;
  await workbench.open(example, lineOf('name: EX02'));
  await page.locator('.squiggly-error').first().waitFor();
  await workbench.open('activate.ps1', 3);
  await workbench.beginCommand('Exchange: Insert Management Shell Command', page.getByPlaceholder('Search by task'));
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Open an Exchange session' }).waitFor();
}
