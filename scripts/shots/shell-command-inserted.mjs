import { example, lineOf } from '../support/example.mjs';

/** A command in a script beside the register, with what the register knows at its places. */
export async function show(workbench) {
  const { page } = workbench;
  await workbench.open(example, lineOf('name: Anna Nowak'));
  await page.locator('.squiggly-error').first().waitFor();
  await workbench.beginCommand('Exchange: Insert Management Shell Command', page.getByPlaceholder('Search by task'));
  await page.keyboard.type('check one');
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Check one person' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.editor-instance .view-line', { hasText: 'Test-MAPIConnectivity' }).waitFor();
}
