import { example, lineOf } from '../support/example.mjs';

/** What can be done with the entry under the cursor. */
export async function show(workbench) {
  await workbench.open(example, lineOf('name: Anna Nowak'));
  await workbench.page.locator('.squiggly-error').first().waitFor();
  await workbench.pressUntil('Control+.', workbench.page.locator('.action-widget', { hasText: 'End this assignment' }));
}
