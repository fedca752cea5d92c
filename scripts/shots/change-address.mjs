import { example, lineOf } from '../support/example.mjs';

/** An address that is to change, and why the new one can't be had. */
export async function show(workbench) {
  const { page } = workbench;
  await workbench.open(example, lineOf('email: anna.nowak'));
  await page.locator('.squiggly-error').first().waitFor();
  await page.keyboard.press('End');
  await workbench.begin('Exchange: Change an Address and Keep the Old One');
  const question = await workbench.untilAsked('Change an Address and Keep the Old One');
  await question.locator('input').first().fill('ewa.lis@contoso.example');
  await page.locator('.quick-input-widget', { hasText: 'already names another person' }).waitFor();
}
