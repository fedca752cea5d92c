import { example, lineOf } from '../support/example.mjs';

/** The keys that an entry may have besides, with what one of them means. */
export async function show(workbench) {
  await workbench.open(example, lineOf('email: anna.nowak'));
  // While extensions start, VS Code asks for suggestions again and selects the first.
  await workbench.page.locator('.codelens-decoration', { hasText: 'people covered' }).waitFor();
  await workbench.page.keyboard.press('End');
  await workbench.page.keyboard.press('Enter');
  await workbench.suggest('login');
  await workbench.tellOfSuggestion();
  // The day on which an assignment ends, and what is known of it.
  for (const ended = workbench.page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: 'ended' }); !(await ended.count()); ) {
    await workbench.page.keyboard.press('ArrowDown');
  }
  await workbench.page.locator('.suggest-details', { hasText: 'Day the assignment ended' }).waitFor();
}
