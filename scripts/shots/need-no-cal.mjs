import { example } from '../support/example.mjs';

/** Why an account needs no CAL, with what each reason means. */
export async function show(workbench) {
  await workbench.open(example);
  await workbench.page.locator('.squiggly-error').first().waitFor();
  await workbench.begin('Exchange: Needs No CAL Because');
  await workbench.answer('Which account needs no CAL of its own?', { text: 'scan@contoso.example', row: 'scan@contoso.example' });
  await workbench.untilAsked('Why does scan@contoso.example need no CAL of its own?');
}
