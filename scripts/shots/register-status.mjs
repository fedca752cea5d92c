import { example, lineOf } from '../support/example.mjs';

/** The register in the language status. */
export async function show(workbench) {
  await workbench.page.setViewportSize({ width: 1280, height: 480 });
  await workbench.open(example, lineOf('purchases:'));
  await workbench.page.locator('.codelens-decoration').first().waitFor();
  const status = workbench.page.locator('[id="status.languageStatus"]');
  await workbench.hoverUntil(status, workbench.page.locator('.hover-language-status', { hasText: 'people covered' }));
}
