import { example, lineOf } from '../support/example.mjs';

/** A file that a register names, as a link. */
export async function show(workbench) {
  const { page } = workbench;
  await workbench.open(example, lineOf('cals: exports'));
  const link = page.locator('.detected-link', { hasText: 'cals.csv' });
  await link.waitFor();
  await workbench.hoverUntil(link, page.locator('.monaco-hover', { hasText: 'Follow link' }));
}
