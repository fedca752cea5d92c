/* global describe, it */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { example, lineOf } from '../../../scripts/support/example.mjs';
import { root } from '../../../scripts/support/run.mjs';
import { workspace } from '../bundle.mjs';
import { inWorkbench } from './in-workbench.mjs';

const register = 'license-register.yaml';
const today = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/**
 * Runs `change` in the register of the example, or in what `given` makes of it, with the cursor on a line, and holds that it
 * writes `expected` for the text before, and that one undo for each of `times` changes takes that back.
 */
function changesExample(line, change, expected, { times = 1, given = text => text } = {}) {
  return inWorkbench(path.join(root, 'examples'), async (workbench, page, folder) => {
    const file = path.join(folder, example);
    const saved = async () => {
      await page.keyboard.press('Control+s');
      await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
      return readFileSync(file, 'utf8');
    };
    const before = given(readFileSync(file, 'utf8'));
    writeFileSync(file, before);
    await workbench.open(example, line);
    await page.locator('.squiggly-error').first().waitFor();
    await change(workbench, page);
    await page.locator('.tab.active.dirty').waitFor();
    assert.equal(await saved(), expected(before));
    for (let left = times; left > 0; left--) {
      await page.keyboard.press('Control+z');
    }
    await page.locator('.tab.active.dirty').waitFor();
    assert.equal(await saved(), before);
  });
}

describe('changes of a register', function () {
  this.timeout(5 * 60_000);

  it('hand over a seat, in steps that can be taken back', () => changesExample(1, async (workbench, page) => {
    await workbench.begin('Exchange: Hand Over a Seat');
    await workbench.answer('Whose seat goes to somebody else?', { text: 'anna', row: 'Anna Nowak' });
    const asked = await workbench.untilAsked('Who takes over the seat of Anna Nowak?');
    // A screen reader says of the input and of the list what is asked, and by which command.
    for (const part of [asked.locator('input').first(), asked.locator('.quick-input-list .monaco-list')]) {
      assert.equal(await part.getAttribute('aria-label'), 'Who takes over the seat of Anna Nowak? - Hand Over a Seat');
    }
    await asked.locator('input').first().fill('Jerzy Mazur');
    await asked.locator('.monaco-list-row.focused', { hasText: 'Somebody newJerzy Mazur' }).waitFor();
    await workbench.answer('Who takes over the seat of Anna Nowak?');
    const question = await workbench.untilAsked('How does Exchange know Jerzy Mazur?');
    assert.equal(await question.locator('input').first().getAttribute('aria-label'), 'Hand Over a Seat: How does Exchange know Jerzy Mazur?');
    await question.locator('.codicon-quick-input-back').click();
    await workbench.answer('Who takes over the seat of Anna Nowak?', { text: 'Julia Nowak', row: 'Somebody new' });
    await workbench.answer('How does Exchange know Julia Nowak?', { text: 'julia.nowak@contoso.example' });
    await workbench.answer('On which day?', { text: 'tomorrow' });
    await page.locator('.quick-input-widget', { hasText: 'Write the day as YYYY-MM-DD' }).waitFor();
    await workbench.answer('On which day?', { text: '2031-01-31' });
    await workbench.answer('Why does the assignment of Anna Nowak end?', { row: 'left' });
  }, before => before.replace('purchase: PO-2024-0031\n  - name: Piotr', `purchase: PO-2024-0031
    ended: 2031-01-31
    reason: left
  - name: Piotr`).replace('\n\nnoCal:', `
  - name: Julia Nowak
    email: julia.nowak@contoso.example
    assigned: 2031-01-31
    type: Exchange Server 2019 Standard User CAL
    purchase: "PO-2024-0031"

noCal:`)));

  it('end an assignment, not before it began', () => changesExample(1, async (workbench, page) => {
    await workbench.begin('Exchange: End an Assignment');
    await workbench.answer('Whose assignment ends?', { text: 'gajda', row: 'Paweł Gajda' });
    await workbench.answer('What is the last day of Paweł Gajda?', { text: '2025-10-12' });
    await page.locator('.quick-input-widget', { hasText: 'The assignment began on 2025-10-13: it can not end before.' }).waitFor();
    await workbench.answer('What is the last day of Paweł Gajda?', { text: '2026-10-31' });
    await workbench.answer('Why does the assignment of Paweł Gajda end?', { row: 'left' });
  }, before => before.replace('purchase: "0147"\n  - name: Nina', `purchase: "0147"
    ended: 2026-10-31
    reason: left
  - name: Nina`)));

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

  it('add a purchase below the others', () => changesExample(1, async (workbench, page) => {
    await workbench.begin('Exchange: Add a Purchase');
    await workbench.answer('Which purchase?', { text: '0147' });
    await workbench.answer('When was 0147 bought?', { text: '15.09.2025' });
    await page.locator('.quick-input-widget', { hasText: 'Write the day as YYYY-MM-DD' }).waitFor();
    await workbench.answer('When was 0147 bought?', { text: '2025-09-15' });
    await workbench.answer('What was bought?', { text: 'Exch 2019 Core CAL', row: 'is not read as a license type' });
    await workbench.answer('How many seats or licenses?', { text: 'many' });
    await page.locator('.quick-input-widget', { hasText: 'Write a whole number from 1 on.' }).waitFor();
    await workbench.answer('How many seats or licenses?', { text: '12' });
    await workbench.answer('From whom?', { text: 'Northwind: Licensing' });
    await workbench.answer('Where is the invoice kept?');
    await workbench.answer('Does it come with Software Assurance', { row: 'Software Assurance' });
    await workbench.answer('Its first day?');
    await workbench.answer('Its last day?', { text: '2025-09-14' });
    await page.locator('.quick-input-widget', { hasText: 'It can not be before 2025-09-15.' }).waitFor();
    await workbench.answer('Its last day?', { text: '2028-09-14' });
  }, before => before.replace('\n\nservers:', `
  - id: "0147"
    date: 2025-09-15
    type: Exch 2019 Core CAL
    quantity: 12
    supplier: "Northwind: Licensing"
    softwareAssurance: { from: 2025-09-15, until: 2028-09-14 }

servers:`)));

  it('add a purchase of a subscription, and one with neither', () => changesExample(1, async (workbench, page) => {
    const begin = async (id, type, quantity) => {
      await workbench.begin('Exchange: Add a Purchase');
      await workbench.answer('Which purchase?', { text: id });
      await workbench.answer(`When was ${id} bought?`, { text: '2026-01-05' });
      await workbench.answer('What was bought?', { text: type, row: type });
      await workbench.answer('How many seats or licenses?', { text: quantity });
      await workbench.answer('From whom?');
      await workbench.answer('Where is the invoice kept?', { text: `invoices/${id}.pdf` });
    };
    const written = text => page.locator('.editor-instance .view-line', { hasText: text }).waitFor();
    await begin('PO-2026-0003', 'Exchange Server SE Standard User CAL', '5');
    await workbench.answer('Does it come with Software Assurance', { row: 'Subscription' });
    await workbench.answer('Its first day?');
    await workbench.answer('Its last day?', { text: '2027-01-04' });
    await written('subscription:');
    await begin('PO-2026-0004', 'Exchange Server SE Standard Device CAL', '2');
    await workbench.answer('Does it come with Software Assurance', { row: 'Neither' });
    await written('PO-2026-0004.pdf');
  }, before => before.replace('\n\nservers:', `
  - id: "PO-2026-0003"
    date: 2026-01-05
    type: Exchange Server SE Standard User CAL
    quantity: 5
    document: invoices/PO-2026-0003.pdf
    subscription: { from: 2026-01-05, until: 2027-01-04 }
  - id: "PO-2026-0004"
    date: 2026-01-05
    type: Exchange Server SE Standard Device CAL
    quantity: 2
    document: invoices/PO-2026-0004.pdf

servers:`), { times: 2 }));

  it('add a server, with a license that was bought', () => changesExample(1, async (workbench, page) => {
    await workbench.begin('Exchange: Add a Server');
    await workbench.answer('Which server?', { text: 'ex02' });
    await page.locator('.quick-input-widget', { hasText: 'This server is in the register already.' }).waitFor();
    await workbench.answer('Which server?', { text: 'EX03' });
    await workbench.answer('Which Exchange Server runs on EX03?', { row: 'Exchange Server SE' });
    await workbench.answer('Which edition?', { row: 'Standard' });
    await workbench.answer('By which server license does it run?', { row: 'PO-2024-0031' });
    await workbench.answer('When was it installed?', { text: '2026-11-02' });
  }, before => before.replace('\n\nassignments:', `
  - name: EX03
    version: SE
    edition: Standard
    license: PO-2024-0031
    installed: 2026-11-02

assignments:`)));

  it('assign a CAL from the purchase in which the cursor is', () => changesExample(lineOf('id: "0147"'), async (workbench, page) => {
    const action = page.locator('.action-widget .monaco-list-row', { hasText: 'Assign a CAL from this purchase' });
    await workbench.pressUntil('Control+.', action);
    for (const focused = page.locator('.action-widget .monaco-list-row.focused', { hasText: 'Assign a CAL' }); !(await focused.count()); ) {
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    await workbench.answer('Who gets a CAL?', { text: 'Julia Nowak', row: 'Somebody new' });
    await workbench.answer('How does Exchange know Julia Nowak?', { text: 'julia.nowak@contoso.example' });
    await workbench.answer('From which day on does Julia Nowak hold it?');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'all 4 are taken' }).waitFor();
    await workbench.answer('There is something to know first.', { row: 'Assign it all the same' });
  }, before => before.replace('\n\nnoCal:', `
  - name: Julia Nowak
    email: julia.nowak@contoso.example
    assigned: ${today}
    type: Exchange Server SE Standard User CAL
    purchase: "0147"

noCal:`)));

  it('assign numbered seats: the first that is free is filled in', () => changesExample(1, async (workbench, page) => {
    const begin = async (name, login) => {
      await workbench.begin('Exchange: Assign a CAL');
      await workbench.answer('Who gets a CAL?', { text: name, row: 'Somebody new' });
      await workbench.answer(`How does Exchange know ${name}?`, { text: login });
      await workbench.answer(`From which day on does ${name} hold it?`, { text: '2026-11-02' });
      await workbench.answer(`Which license does ${name} get?`, { text: 'PO-2024-0031', row: 'PO-2024-0031' });
      return workbench.untilAsked('Which seat?');
    };
    const filledIn = await begin('Julia Nowak', 'CONTOSO\\jnowak');
    assert.equal(await filledIn.locator('input').first().inputValue(), '2');
    await workbench.answer('Which seat?');
    await page.locator('.editor-instance .view-line', { hasText: 'seat: 2' }).waitFor();
    await begin('Jerzy Mazur', 'CONTOSO\\jmazur');
    await workbench.answer('Which seat?', { text: '' });
  }, before => before.replace('\n\nnoCal:', `
  - name: Julia Nowak
    login: CONTOSO\\jnowak
    assigned: 2026-11-02
    type: Exchange Server 2019 Standard User CAL
    purchase: "PO-2024-0031"
    seat: 2
  - name: Jerzy Mazur
    login: CONTOSO\\jmazur
    assigned: 2026-11-02
    type: Exchange Server 2019 Standard User CAL
    purchase: "PO-2024-0031"

noCal:`), { times: 2, given: text => text.replace('purchase: PO-2024-0031\n  - name: Piotr', 'purchase: PO-2024-0031\n    seat: 1\n  - name: Piotr') }));

  it('say why accounts need no CAL, with what each reason asks for', () => changesExample(1, async (workbench, page) => {
    const begin = async (account, reason) => {
      await workbench.begin('Exchange: Needs No CAL Because');
      await workbench.answer('Which account needs no CAL of its own?', { text: account, row: account });
      await workbench.answer(`Why does ${account} need no CAL of its own?`, { row: reason });
    };
    const written = text => page.locator('.editor-instance .view-line', { hasText: text }).waitFor();
    await begin('CONTOSO\\adm.lis', 'admin-account');
    await workbench.answer('Whose second account is it?', { text: 'ewa.lis@contoso.example' });
    await written('adm.lis');
    await begin('julia.mazur@contoso.example', 'on-leave');
    await workbench.answer('Until which day?', { text: 'spring' });
    await page.locator('.quick-input-widget', { hasText: 'or leave it empty' }).waitFor();
    await workbench.answer('Until which day?', { text: '2027-03-31' });
    await written('2027-03-31');
    await begin('scan@contoso.example', 'other');
    await workbench.answer('Why, in your own words?');
    await page.locator('.quick-input-widget', { hasText: 'This can not be left empty.' }).waitFor();
    await workbench.answer('Why, in your own words?', { text: 'a printer: it only sends' });
    await written('a printer');
  }, before => before.replace('\n\nexports:', `
  - login: CONTOSO\\adm.lis
    reason: admin-account
    of: ewa.lis@contoso.example
  - email: julia.mazur@contoso.example
    reason: on-leave
    until: 2027-03-31
  - email: scan@contoso.example
    reason: other
    note: "a printer: it only sends"

exports:`), { times: 3 }));

  it('assign a CAL to a device, of a purchase that is not in the register', () => changesExample(1, async workbench => {
    await workbench.begin('Exchange: Assign a CAL');
    await workbench.answer('Who gets a CAL?', { text: 'KIOSK-01', row: 'A deviceKIOSK-01' });
    await workbench.answer('From which day on does KIOSK-01 hold it?', { text: '2026-11-02' });
    await workbench.answer('Which license does KIOSK-01 get?', { row: 'Exchange Server 2019 Standard Device CAL' });
    await workbench.answer('Which purchase does it come from?', { text: '0042' });
  }, before => before.replace('\n\nnoCal:', `
  - device: KIOSK-01
    assigned: 2026-11-02
    type: Exchange Server 2019 Standard Device CAL
    purchase: "0042"

noCal:`)));
});
