import { example, lineOf } from '../support/example.mjs';

/** The way from a finding about an export to all mailboxes that it speaks of. */
export async function show(workbench) {
  const { page } = workbench;
  await workbench.open(example, lineOf('mailboxes: exports'));
  await page.locator('.squiggly-error').first().waitFor();
  await page.keyboard.press('End');
  await workbench.pressUntil('Control+.', page.locator('.action-widget', { hasText: 'mailboxes' }));
}
