import { example, lineOf } from '../support/example.mjs';

/** The purchase that an assignment names, shown where it is named. */
export async function show(workbench) {
  const { page } = workbench;
  await workbench.open(example, lineOf('purchase:'));
  await page.keyboard.press('End');
  await workbench.pressUntil('Control+Shift+F10', page.locator('.peekview-widget'));
}
