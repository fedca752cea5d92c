import { example, lineOf } from '../support/example.mjs';

/** What is told of a finding under the pointer. */
export async function show(workbench) {
  await workbench.open(example, lineOf('quantity: 4'));
  const squiggle = workbench.page.locator('.squiggly-error').first();
  await squiggle.waitFor();
  // When the figures come, lines move and the hover goes.
  await workbench.page.locator('.codelens-decoration', { hasText: 'short by' }).waitFor();
  await workbench.hoverUntil(squiggle, workbench.page.locator('.monaco-hover', { hasText: 'over-assigned-purchase' }));
}
