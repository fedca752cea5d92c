import { example, lineOf } from '../support/example.mjs';

/** A purchase that is about to be renamed, with all places that change, and why the new name can't be had. */
export async function show(workbench) {
  const { page } = workbench;
  await workbench.open(example, lineOf('purchase:'));
  await page.keyboard.press('End');
  const name = page.locator('.rename-box input');
  await workbench.pressUntil('F2', name);
  await name.fill('0147');
  await name.press('Enter');
  await page.locator('.monaco-editor-overlaymessage, .notification-toast').first().waitFor();
}
