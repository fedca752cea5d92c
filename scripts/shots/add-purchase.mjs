import { example } from '../support/example.mjs';

/** How what was typed as on the invoice is read, before a purchase is added. */
export async function show(workbench) {
  await workbench.open(example);
  await workbench.page.locator('.squiggly-error').first().waitFor();
  await workbench.begin('Exchange: Add a Purchase');
  await workbench.answer('Which purchase?', { text: 'PO-2026-0107' });
  await workbench.answer('When was PO-2026-0107 bought?');
  const question = await workbench.untilAsked('What was bought?');
  await question.locator('input').first().fill('Exchange Server Subscription Edition Standard CAL per User');
  await question.locator('.monaco-list-row', { hasText: 'Is read as' }).waitFor();
}
