import { example } from '../support/example.mjs';

/** By which of the licenses that were bought a new server runs. */
export async function show(workbench) {
  await workbench.open(example);
  await workbench.page.locator('.squiggly-error').first().waitFor();
  await workbench.begin('Exchange: Add a Server');
  await workbench.answer('Which server?', { text: 'EX03' });
  await workbench.answer('Which Exchange Server runs on EX03?', { row: 'Exchange Server SE' });
  await workbench.answer('Which edition?', { row: 'Standard' });
  await workbench.untilAsked('By which server license does it run?');
}
