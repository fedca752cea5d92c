import { example, lineOf } from '../support/example.mjs';

/** A whole entry that is offered behind a dash. */
export async function show(workbench) {
  await workbench.open(example, lineOf('name: Piotr') - 1);
  await workbench.page.keyboard.press('End');
  await workbench.page.keyboard.press('Enter');
  await workbench.page.keyboard.press('Backspace');
  await workbench.page.keyboard.type('- ');
  await workbench.suggest('New assignment');
}
