/** The snippets of the Management Shell, as they are offered. */
export async function show(workbench) {
  await workbench.page.setViewportSize({ width: 1280, height: 360 });
  await workbench.open('activate.ps1', 3);
  await workbench.page.keyboard.type('exch');
  await workbench.pressUntil('Control+Space', workbench.page.locator('.suggest-widget.visible', { hasText: 'exchActivation' }));
  await workbench.tellOfSuggestion();
}
