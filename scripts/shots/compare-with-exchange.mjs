import { example, lineOf } from '../support/example.mjs';

/** How the register and Exchange differ, with what can be done about it. */
export async function show(workbench) {
  await workbench.open(example, lineOf('exports:'));
  await workbench.page.locator('.squiggly-error').first().waitFor();
  await workbench.begin('Exchange: Compare with Exchange');
  await workbench.untilAsked('How do the register and Exchange differ');
}
