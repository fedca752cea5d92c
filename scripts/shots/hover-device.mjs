import { example, lineOf } from '../support/example.mjs';

/** What is told of a device that several people use. */
export async function show(workbench) {
  const { page } = workbench;
  await workbench.open(example, lineOf('servers:') - 1);
  await page.locator('.squiggly-error').first().waitFor();
  await page.keyboard.insertText('devices: [{ name: KIOSK-01, users: [ewa.lis@contoso.example, julia.mazur@contoso.example] }]');
  await page.keyboard.press('Escape');
  await workbench.hoverUntil(page.locator('.view-line span', { hasText: /KIOSK-01/ }).last(), page.locator('.monaco-hover', { hasText: 'No Device CAL covers it' }));
}
