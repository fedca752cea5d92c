import { example, lineOf } from '../support/example.mjs';

/** All that names a purchase. */
export async function show(workbench) {
  const { page } = workbench;
  await workbench.open(example, lineOf('purchase:'));
  await page.keyboard.press('End');
  await workbench.pressUntil('Shift+F12', page.locator('.peekview-widget .ref-tree .monaco-list-row'));
}
