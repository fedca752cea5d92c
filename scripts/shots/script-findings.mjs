/** The guide's commands in a script, with what is wrong with them and what mends it. */
export async function show(workbench) {
  const { page } = workbench;
  await page.setViewportSize({ width: 1280, height: 560 });
  await workbench.open('guide.ps1', 6);
  await page.locator('.squiggly-warning').first().waitFor();
  await page.keyboard.press('Home');
  await workbench.command('View: Focus Problems');
  await page.locator('.markers-panel .monaco-list-row', { hasText: 'Install-ExchangeCertificate' }).waitFor();
  await page.locator('.editor-instance .view-line', { hasText: 'Install-ExchangeCertificate' }).click({ position: { x: 20, y: 8 } });
  await workbench.pressUntil('Control+.', page.locator('.action-widget', { hasText: 'Activate the server' }));
}
