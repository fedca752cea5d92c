import { example, lineOf } from '../support/example.mjs';

/** What a register consists of, beside its text. */
export async function show(workbench) {
  const { page } = workbench;
  await workbench.open(example, lineOf('Olga Nowicka'));
  await workbench.command('Explorer: Focus on Outline View');
  await page.locator('.outline-tree .monaco-list-row').first().waitFor();
  // Without the files there is room for it.
  await page.locator('.explorer-viewlet .pane-header', { hasText: 'examples' }).click();
  await page.locator('.outline-tree .monaco-list-row', { hasText: 'Olga Nowicka' }).waitFor();
}
