import { example, lineOf } from '../support/example.mjs';

/** Figures above the sections and purchases, and those who use one of them. */
export async function show(workbench) {
  await workbench.open(example, lineOf('purchases:'));
  const lens = workbench.page.locator('.codelens-decoration a', { hasText: 'short by 1' });
  await lens.waitFor();
  await lens.click();
  await workbench.page.locator('.peekview-widget').waitFor();
}
