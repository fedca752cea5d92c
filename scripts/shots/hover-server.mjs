import { example, lineOf } from './example.mjs';

/** What is told of a server: by what it is licensed and how long its version is supported. */
export async function show(workbench) {
  await workbench.open(example, lineOf('name: EX02'));
  await workbench.page.locator('.squiggly-error').first().waitFor();
  const name = workbench.page.locator('.view-line span', { hasText: /^EX02$/ }).last();
  await workbench.hoverUntil(name, workbench.page.locator('.monaco-hover', { hasText: 'Licensed by PO-2024-0031' }));
}
