import { example, lineOf } from '../support/example.mjs';

/** The rows of a list as they would be added to the register. */
export async function show(workbench) {
  await workbench.open(example, lineOf('quantity: 4'));
  await workbench.page.locator('.squiggly-error').first().waitFor();
  await workbench.begin('Exchange: Import Assignments from a CSV File');
  await workbench.chooseFile('Import Assignments', 'people.csv');
  await workbench.answer('Which column holds what?', { row: 'Go on with these columns' });
  await workbench.untilAsked('rows would be added');
}
