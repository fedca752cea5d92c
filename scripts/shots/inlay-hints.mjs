import { example, lineOf } from '../support/example.mjs';

/** How long Software Assurance still runs, and what follows, under the pointer. */
export async function show(workbench) {
  await workbench.page.setViewportSize({ width: 1280, height: 480 });
  await workbench.open(example, lineOf('purchases:'));
  const hint = workbench.page.locator('.view-line span', { hasText: /^\s*\d+\sdays\sleft\s*$/ }).last();
  await hint.waitFor();
  await workbench.hoverUntil(hint, workbench.page.locator('.monaco-hover', { hasText: 'Software Assurance' }));
}
