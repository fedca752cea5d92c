/* global describe, it */
import assert from 'node:assert/strict';
import { workspace } from '../bundle.mjs';
import { inWorkbench } from './in-workbench.mjs';

const register = 'license-register.yaml';

describe('changes of a register', function () {
  this.timeout(5 * 60_000);

  it('are asked for in steps that can be taken back, and undone at once', async () => {
    await inWorkbench(workspace, async (workbench, page) => {
      await workbench.open(register);
      await page.locator('.squiggly-error').first().waitFor();
      const lines = () => page.locator('.editor-instance .view-lines').first().innerText();
      const before = await lines();

      await workbench.begin('Exchange: Hand Over a Seat');
      await workbench.answer('Whose seat goes to somebody else?', { text: 'anna', row: 'Anna Nowak' });
      const asked = await workbench.untilAsked('Who takes over the seat of Anna Nowak?');
      await asked.locator('input').first().fill('Adam Bielski');
      await asked.locator('.monaco-list-row.focused', { hasText: 'Somebody newAdam Bielski' }).waitFor();
      await workbench.answer('Who takes over the seat of Anna Nowak?');
      const question = await workbench.untilAsked('How does Exchange know Adam Bielski?');
      await question.locator('.codicon-quick-input-back').click();
      await workbench.answer('Who takes over the seat of Anna Nowak?', { text: 'Julia Nowak', row: 'Somebody new' });
      await workbench.answer('How does Exchange know Julia Nowak?', { text: 'julia.nowak@contoso.example' });
      await workbench.answer('On which day?', { text: 'tomorrow' });
      await page.locator('.quick-input-widget', { hasText: 'Write the day as YYYY-MM-DD' }).waitFor();
      await workbench.answer('On which day?', { text: '2031-01-31' });
      await workbench.answer('Why does the assignment of Anna Nowak end?', { row: 'left' });

      const written = page.locator('.editor-instance .view-line', { hasText: 'julia.nowak@contoso.example' });
      await written.waitFor();
      assert.match(await lines(), /ended:\s2031-01-31/);
      await page.keyboard.press('Control+z');
      await written.waitFor({ state: 'detached' });
      assert.equal(await lines(), before);
    });
  });

  it('begin with a register of its own', async () => {
    await inWorkbench(workspace, async (workbench, page) => {
      await workbench.begin('Exchange: New Register');
      await workbench.answer('What is it to hold?', { row: 'What was bought' });
      await workbench.answer('Whose licenses are they?', { text: 'Contoso' });
      await workbench.answer('What is the file called?', { text: register });
      await page.locator('.quick-input-widget', { hasText: 'There is something of this name already.' }).waitFor();
      await workbench.answer('What is the file called?', { text: 'new.license-register.yaml' });
      await page.locator('.tab.active', { hasText: 'new.license-register.yaml' }).waitFor();
      await page.locator('.editor-instance .view-line', { hasText: 'assignments:' }).waitFor();

      await page.locator('.notification-toast').getByRole('button', { name: 'Assign a CAL' }).click();
      await workbench.answer('Who gets a CAL?', { text: 'Adam Bielski', row: 'Somebody new' });
      await workbench.answer('How does Exchange know Adam Bielski?', { text: 'CONTOSO\\abielski' });
      await workbench.answer('From which day on');
      await workbench.answer('Which license does Adam Bielski get?', { text: 'SE Standard', row: 'Exchange Server SE Standard User CAL' });
      await workbench.answer('Which purchase does it come from?', { text: '0147' });
      await page.locator('.editor-instance .view-line', { hasText: 'purchase: "0147"' }).waitFor();
    });
  });
});
