import { example, lineOf } from './example.mjs';

/** What is told of a finding under the pointer. */
export async function show(workbench) {
  await workbench.open(example, lineOf('quantity: 4'));
  const squiggle = workbench.page.locator('.squiggly-error').first();
  await squiggle.waitFor();
  await workbench.hoverUntil(squiggle, workbench.page.locator('.monaco-hover', { hasText: 'over-assigned-purchase' }));
}
