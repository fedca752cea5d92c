/* global describe, it, before */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/support/run.mjs';
import { newPage } from '../host/browser.mjs';
import { installHost } from '../host/install.mjs';
import { withVSCode } from '../host/session.mjs';
import { Workbench } from '../host/workbench.mjs';

const register = 'contoso.license-register.yaml';

/** Runs `use` in a VS Code that shows the register of the example. */
function inExample(use) {
  return withVSCode(path.join(root, 'examples'), { installed: true }, async ({ server, browser, folder }) => {
    const page = await newPage(browser, { height: 1400 });
    const workbench = new Workbench(page);
    writeFileSync(path.join(folder, 'empty.csv'), '');
    await workbench.load(server.url({ folder }));
    await workbench.open(register, 120);
    await page.locator('.squiggly-warning, .squiggly-error').first().waitFor();
    await use(workbench, page);
  });
}

/** Waits for a line of the editor, and gives it. */
async function line(page, text) {
  const found = page.locator('.editor-instance .view-line', { hasText: text }).first();
  await found.waitFor();
  return found;
}

/** Takes back what was done last; nothing may be left to save then. */
async function undo(page, gone) {
  await page.keyboard.press('Control+z');
  await page.locator('.editor-instance .view-line', { hasText: gone }).first().waitFor({ state: 'detached' });
  await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
}

describe('Exchange beside a register', function () {
  this.timeout(5 * 60_000);

  before(installHost);

  it('gives assignments from a list whose file is typed, which one undo takes back', () => inExample(async (workbench, page) => {
    await workbench.begin('Exchange: Import Assignments from a CSV File');
    await workbench.chooseFile('Import Assignments', 'people.csv');
    await workbench.answer('Which column holds what?', { row: 'Go on with these columns' });
    const preview = await workbench.untilAsked('3 of 4 rows would be added');
    assert.match(await preview.locator('.monaco-list-row').nth(1).innerText(), /Łukasz Wrona[^]*It has no date of assignment\./);
    await workbench.answer('3 of 4 rows would be added', { row: 'Add 3 assignments' });
    await page.locator('.notification-list-item', { hasText: '3 assignments were added. Undo takes all of it back.' }).waitFor();
    await line(page, 'Łukasz Wrona');
    await page.locator('.editor-instance').first().click();
    await undo(page, 'Łukasz Wrona');

    await workbench.begin('Exchange: Import Assignments from a CSV File');
    await workbench.chooseFile('Import Assignments', 'empty.csv');
    await page.locator('.notification-list-item', { hasText: '"empty.csv" is empty.' }).waitFor();
  }));

  it('is compared with it, and one of those who are missing gets a CAL', () => inExample(async (workbench, page) => {
    await workbench.begin('Exchange: Compare with Exchange');
    await workbench.answer('How do the register and Exchange differ', { row: 'Assign Standard CALs to 2 accounts' });
    const people = await workbench.untilAsked('Who is assigned a CAL?');
    await people.locator('.monaco-list-row', { hasText: 'Robert Pawlak' }).locator('.monaco-checkbox').click();
    await people.locator('.quick-input-action .monaco-button', { hasText: 'OK' }).click();
    await workbench.answer('From which day on', { text: '2026-11-23' });
    await workbench.answer('Which license do they get?', { row: 'PO-2024-0031' });
    await workbench.answer('1 assignment would be added', { row: 'Assign 1 Standard CAL' });
    await line(page, 'name: Robert Pawlak');
    await line(page, 'assigned: 2026-11-23');
    assert.equal(await page.locator('.editor-instance .view-line', { hasText: 'julia.mazur' }).count(), 0);
    await undo(page, 'Robert Pawlak');
  }));
});
