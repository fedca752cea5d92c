/** What is suggested behind the dash of a parameter. */
export async function show(workbench) {
  const { page } = workbench;
  await page.setViewportSize({ width: 1280, height: 480 });
  await workbench.open('guide.ps1', 12);
  await page.locator('.squiggly-warning').first().waitFor();
  await page.keyboard.type('Set-ExchangeServer -Identity EX01 -', { delay: 50 });
  await page.locator('.suggest-widget.visible').waitFor();
  await page.keyboard.type('pr', { delay: 100 });
  await workbench.tellOfSuggestion();
}
