import { example, lineOf } from '../support/example.mjs';

/** Purchases with what is free, the fitting one first. */
export async function show(workbench) {
  const { page } = workbench;
  await workbench.open(example, lineOf('Zofia Maj') + 4);
  await page.keyboard.press('End');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('Backspace');
  await workbench.suggest('0147');
}
