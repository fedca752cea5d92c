import { example, lineOf } from '../support/example.mjs';

/** A register with its findings, in the text and in Problems. */
export async function show(workbench) {
  await workbench.open(example, lineOf('Olga Nowicka'));
  await workbench.page.locator('.squiggly-error').first().waitFor();
  await workbench.command('Problems: Focus on Problems View');
  // Without the places that belong to the first finding, the others fit in.
  await workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'over-assigned-purchase' }).locator('.monaco-tl-twistie').click();
  await workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'unknown-key' }).waitFor();
}
