import { example, lineOf } from '../support/example.mjs';

/** What is told of a server: what runs on it, and by what it is licensed. */
export async function show(workbench) {
  await workbench.open(example, lineOf('name: EX02'));
  await workbench.page.locator('.squiggly-error').first().waitFor();
  const name = workbench.page.locator('.view-line span', { hasText: /^EX02$/ }).last();
  // When the figures come, lines move and the hover goes.
  await workbench.page.locator('.codelens-decoration', { hasText: 'people covered' }).waitFor();
  await workbench.hoverUntil(name, workbench.page.locator('.monaco-hover', { hasText: 'Licensed by PO-2024-0031' }));
}
