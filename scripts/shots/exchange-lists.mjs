import { example, lineOf } from '../support/example.mjs';

/** Who stands behind the figures of the comparison, beside the register. */
export async function show(workbench) {
  await workbench.open(example, lineOf('exports:'));
  await workbench.page.locator('.squiggly-error').first().waitFor();
  await workbench.begin('Exchange: Compare with Exchange');
  await workbench.answer('How do the register and Exchange differ', { row: 'Show everything that differs' });
  await workbench.page.locator('.tab.active', { hasText: 'Compare with Exchange' }).waitFor();
  await workbench.page.locator('.editor-instance .view-line', { hasText: 'julia.mazur' }).first().waitFor();
}
