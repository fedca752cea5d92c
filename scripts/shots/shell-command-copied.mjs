import { example, lineOf } from '../support/example.mjs';

/** Whom a command is about, before it is copied. */
export async function show(workbench) {
  const { page } = workbench;
  await workbench.open(example, lineOf('name: EX02'));
  await page.locator('.squiggly-error').first().waitFor();
  await workbench.beginCommand('Exchange: Copy Management Shell Command', page.getByPlaceholder('Search by task'));
  await page.keyboard.type('logon of one');
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'When was this mailbox last used?' }).waitFor();
  await page.keyboard.press('Enter');
  await workbench.untilAsked('For whom?');
}
