import { example, lineOf } from '../support/example.mjs';

/** What is told of a person: whether and by what they are covered. */
export async function show(workbench) {
  await workbench.open(example, lineOf('name: Ewa Lis'));
  const name = workbench.page.locator('.view-line', { hasText: 'ewa.lis@contoso.example' }).first().locator('span', { hasText: /^ewa\.lis@contoso\.example$/ }).last();
  await workbench.hoverUntil(name, workbench.page.locator('.monaco-hover', { hasText: 'Covered today' }));
}
