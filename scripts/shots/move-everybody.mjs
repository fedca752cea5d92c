import { example, lineOf } from '../support/example.mjs';

/** Who would move from one purchase to another, before anything is written. */
export async function show(workbench) {
  await workbench.open(example, lineOf('quantity: 4'));
  await workbench.page.locator('.squiggly-error').first().waitFor();
  await workbench.begin('Exchange: Move Everybody to Another Purchase');
  await workbench.answer('From which purchase', { row: 'PO-2024-0031' });
  await workbench.answer('On which day do they move');
  await workbench.answer('To which purchase?', { row: '0147' });
  await workbench.answer('Why do their assignments end?', { row: 'replaced' });
  await workbench.untilAsked('Move 5 assignments');
}
