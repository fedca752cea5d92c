import assert from 'node:assert/strict';
import { runImport } from '../../../src/vscode/import/import-wizard';
import { tableOf } from '../exchange/exports/tables';
import { answering, type FakeDialog } from './fake-dialog';

const cal = 'Exchange Server 2019 Standard User CAL';

const list = tableOf('Name,Mail,License,Since,Order', `Anna Nowak,anna@contoso.example,${cal},2024-03-04,PO-1`, `Ewa Lis,ewa@contoso.example,${cal},,PO-1`);

async function imported(table: typeof list, dialog: FakeDialog, register = '') {
  const outcome = await runImport(table, register, dialog);
  assert.ok(outcome && 'edit' in outcome);
  return outcome.edit?.newText;
}

describe('Importing in the editor', () => {
  it('shows columns and rows, and gives one edit', async () => {
    const dialog = answering('Go on', 'Add 2 assignments');
    assert.match((await imported(list, dialog))!, /^- name: Anna Nowak\n[^]*- name: Ewa Lis\n/);
    assert.deepEqual(dialog.asked, ['Which column holds what?', '2 of 2 rows would be added']);
    assert.ok(dialog.shown[0]!.includes('E-mail address | Mail | anna@contoso.example · ewa@contoso.example'));
    assert.deepEqual(dialog.shown[1]!.slice(1), [
      '$(warning) Ewa Lis | ewa@contoso.example | It has no date of assignment.',
      `Anna Nowak | anna@contoso.example | ${cal} · 2024-03-04 · PO-1`,
    ]);
  });

  it('lets columns be changed, and asks for what is not in the list', async () => {
    const dialog = answering('Purchase', 'Not in this list', 'License type', 'Order', 'Go on', ' PO-7 ', 'Leave it as it is', 'Add 2');
    assert.match((await imported(list, dialog))!, /type: PO-1\n {2}purchase: PO-7\n/);
    assert.deepEqual(dialog.asked.slice(5), ['Which purchase do these licenses come from?', 'What does "PO-1" mean, in 2 rows?', '2 of 2 rows would be added']);
  });

  it('asks once for the order of dates and for each wording of a license', async () => {
    const table = tableOf('Name,Mail,License,Since,Order', 'Anna Nowak,anna@contoso.example,ExchStd CAL,3/4/2024,PO-1', 'Ewa Lis,ewa@contoso.example,ExchStd CAL,5/6/2024,PO-1');
    const dialog = answering('Go on', '"3/4/2024" is 2024-03-04', cal, 'Add 2');
    assert.match((await imported(table, dialog))!, new RegExp(`assigned: 2024-03-04\\n {2}type: ${cal}`));
  });

  it('writes nothing when it is called off, wherever', async () => {
    for (const answers of [[], ['Go on'], ['Purchase', undefined, undefined], ['Purchase', 'Not in this list', 'Go on', undefined]]) {
      assert.equal(await runImport(list, '', answering(...answers)), undefined, answers.join());
    }
  });

  it('has nothing to add where all are in the register', async () => {
    const dialog = answering('Go on', 'Nothing to add');
    assert.equal(await imported(list, dialog, `- { name: a, email: anna@contoso.example, assigned: 2024-03-04, type: ${cal} }\n- { name: e, email: ewa@contoso.example, assigned: 2024-03-04, type: ${cal} }\n`), undefined);
    assert.match(dialog.shown[1]!.join(), /in the register already/);
  });

  it('says where nothing can be appended', async () => {
    const outcome = await runImport(list, '{ assignments: [{ name: Ewa }] }\n', answering('Go on', 'Add 2'));
    assert.ok(outcome && 'problem' in outcome);
    assert.match(outcome.problem, /^is written in a way that leaves no place/);
  });
});
