/** What is told of a parameter. */
export async function show(workbench) {
  const { page } = workbench;
  await page.setViewportSize({ width: 1280, height: 480 });
  await workbench.open('guide.ps1', 11);
  await page.locator('.squiggly-warning').first().waitFor();
  await page.keyboard.press('End');
  for (let words = 0; words < 3; words++) {
    await page.keyboard.press('Control+ArrowLeft');
  }
  await workbench.command('Show or Focus Hover');
  await page.locator('.monaco-hover', { hasText: 'Microsoft' }).waitFor();
}
