import { example, lineOf } from '../support/example.mjs';

/** Purchases to choose from, with the seats that each has free. */
export async function show(workbench) {
  await workbench.open(example, lineOf('quantity: 4'));
  await workbench.page.locator('.squiggly-error').first().waitFor();
  await workbench.begin('Exchange: Assign a CAL');
  await workbench.answer('Who gets a CAL?', { text: 'Julia Nowak', row: 'Somebody new' });
  await workbench.answer('How does Exchange know Julia Nowak?', { text: 'julia.nowak@contoso.example' });
  await workbench.answer('From which day on');
  await workbench.untilAsked('Which license does Julia Nowak get?');
}
