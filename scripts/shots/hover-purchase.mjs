import { example, lineOf } from '../support/example.mjs';

/** What is told of a purchase where an assignment names it. */
export async function show(workbench) {
  await workbench.open(example, lineOf('name: Anna Nowak') + 4);
  const id = workbench.page.locator('.view-line', { hasText: 'purchase: PO-2024-0031' }).first().locator('span', { hasText: /^PO-2024-0031$/ }).last();
  // When the figures come, lines move and the hover goes.
  await workbench.page.locator('.codelens-decoration', { hasText: 'people covered' }).waitFor();
  await workbench.hoverUntil(id, workbench.page.locator('.monaco-hover', { hasText: 'bought' }));
}
