import { example, lineOf } from '../support/example.mjs';

/** Why an assignment ends, with what each reason means for its seat. */
export async function show(workbench) {
  await workbench.open(example, lineOf('name: Iwona'));
  await workbench.page.locator('.squiggly-error').first().waitFor();
  await workbench.begin('Exchange: End an Assignment');
  await workbench.answer('Whose assignment ends?', { text: 'ewa', row: 'Ewa Lis' });
  await workbench.answer('What is the last day of Ewa Lis?');
  await workbench.untilAsked('Why does the assignment of Ewa Lis end?');
}
