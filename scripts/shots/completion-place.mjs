import { example, lineOf } from '../support/example.mjs';

/** What belongs into a place of an entry, as the place is reached. */
export async function show(workbench) {
  const { keyboard } = workbench.page;
  await workbench.open(example, lineOf('name: Piotr') - 1);
  await keyboard.press('End');
  await keyboard.press('Enter');
  await keyboard.type('- ');
  await workbench.suggest('New assignment');
  await keyboard.press('Enter');
  const shown = workbench.page.locator('.suggest-widget.visible .monaco-list-row.focused');
  for (const text of ['Julia Nowak', 'julia.nowak@contoso.example']) {
    await keyboard.type(text);
    await keyboard.press('Tab');
  }
  for (const offer of ['today', 'Exchange Server 2019 Standard User CAL']) {
    await shown.filter({ hasText: offer }).waitFor();
    await keyboard.press('Enter');
  }
  await shown.filter({ hasText: 'PO-2024-0031' }).waitFor();
}
