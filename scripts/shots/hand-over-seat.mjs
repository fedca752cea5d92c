import { example, lineOf } from '../support/example.mjs';

/** Who takes over a seat: people without a CAL first. */
export async function show(workbench) {
  await workbench.open(example, lineOf('name: Anna Nowak'));
  await workbench.page.locator('.squiggly-error').first().waitFor();
  await workbench.begin('Exchange: Hand Over a Seat');
  await workbench.answer('Whose seat goes to somebody else?', { text: 'anna', row: 'Anna Nowak' });
  await workbench.untilAsked('Who takes over the seat of Anna Nowak?');
}
