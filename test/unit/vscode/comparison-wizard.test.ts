import assert from 'node:assert/strict';
import { parseDay } from '../../../src/core/calendar';
import { RegisterCheck } from '../../../src/core/check';
import { entryFields } from '../../../src/core/register/fields';
import { withEditsFromEnd } from '../../../src/core/text/text';
import { checkWithExports } from '../../../src/exchange/exports/bring-exports';
import { compareWithExchange } from '../../../src/exchange/comparison/comparison';
import { finish } from '../../../src/exchange/steps';
import { knownOf, makeChange } from '../../../src/features/changes/change';
import { askAfterComparison } from '../../../src/vscode/exchange/comparison-wizard';
import { answering, type FakeDialog } from './fake-dialog';

const cal = 'Exchange Server SE Standard User CAL';
const register = `exports:
  cals: cals.csv
  mailboxes: mailboxes.csv
  servers: servers.csv
purchases:
  - { id: PO-1, date: 2026-01-05, type: ${cal}, quantity: 3 }   # the first
  - { id: PO-2, date: 2026-01-05, type: Exchange Server SE Enterprise User CAL, quantity: 9 }
servers:
  - { name: EX01, version: SE, edition: Standard }
assignments:
  # Warsaw
  - name: Anna Nowak
    email: anna@contoso.example
    assigned: 2026-01-10
    type: ${cal}
    purchase: PO-1
  - name: Ewa Lis
    email: ewa@contoso.example
    assigned: 2026-02-10
    type: ${cal}
    purchase: PO-1
`;
const files: Readonly<Record<string, string>> = {
  cals: `Name,LicenseName\n${['anna', 'nina', 'svc'].map(name => `${name}@contoso.example,Exchange Server 2019 Standard CAL\n`).join('')}`,
  mailboxes: `DisplayName,PrimarySmtpAddress,RecipientTypeDetails\n${['Anna Nowak,anna', 'Nina Wolska,nina'].map(name => `${name}@contoso.example,UserMailbox\n`).join('')}`,
  servers: 'Name,Edition,AdminDisplayVersion\nEX01,Standard,\n',
};

/** What comes of a comparison: the text of the register after it, `list`, or nothing. */
async function after(dialog: FakeDialog, text = register): Promise<string | undefined> {
  const check = new RegisterCheck(text, { today: parseDay('2026-11-24')! });
  check.work();
  await checkWithExports(check, { read: ({ kind }) => Promise.resolve(Buffer.from(files[kind]!)) });
  const contents = check.contents()!;
  const wish = await askAfterComparison(finish(compareWithExchange(contents))!, { contents, context: knownOf(check)! })(dialog);
  if (wish === undefined || wish === 'list') {
    return wish;
  }
  const made = makeChange(check, wish);
  assert.ok('edits' in made, 'problem' in made ? made.problem.text : '');
  return withEditsFromEnd(text, made.edits);
}

describe('Comparing with Exchange in the editor', () => {
  it('shows how both differ, and what can be done', async () => {
    const dialog = answering('Show everything');
    assert.equal(await after(dialog), 'list');
    assert.deepEqual(dialog.shown[0], [
      'Standard CALs: 3 by Exchange, 2 in the register, 3 bought |  | ',
      '2 missing |  | ',
      "less 1 person whom Exchange doesn't count |  | ",
      'Exchange lists 1 server; the register has 1 in service, the same. |  | ',
      '$(person-add) Assign Standard CALs to 2 accounts that are missing... |  | ',
      '$(circle-slash) Record why 2 missing accounts need no CAL... |  | ',
      '$(sign-out) End assignments of 1 person who seems to need none... |  | ',
      '$(list-unordered) Show everything that differs |  | ',
    ]);
    assert.equal(await after(answering('Standard CALs: ')), 'list');
  });

  it('assigns CALs in one edit, with the names that Exchange has', async () => {
    const dialog = answering('Assign Standard', ['nina', 'svc'], '2026-11-20', 'PO-1', 'Assign 2 Standard CALs');
    const text = await after(dialog);
    assert.equal(text, `${register}${[['name: Nina Wolska', 'email: nina@contoso.example'], ['email: svc@contoso.example']].map(who => `  - ${[...who, 'assigned: 2026-11-20', `type: ${cal}`, 'purchase: PO-1'].join('\n    ')}\n`).join('')}`);
    assert.deepEqual(dialog.shown.at(-1), [
      '$(check) Assign 2 Standard CALs |  | ',
      '$(warning) "PO-1" has 1 seat free from that day on: 1 seat falls short. |  | ',
      '$(warning) Of some, no export of mailboxes tells the name: add it afterwards. |  | ',
      `Nina Wolska | nina@contoso.example | ${cal} · 2026-11-20 · PO-1`,
      `svc@contoso.example |  | ${cal} · 2026-11-20 · PO-1`,
    ]);
  });

  it('assigns CALs of a purchase that is not recorded', async () => {
    assert.match((await after(answering('Assign Standard', ['nina'], '2026-11-20', 'Exchange Server 2019 Standard User CAL', ' PO-9 ', 'Assign 1')))!, /type: Exchange Server 2019 Standard User CAL\n {4}purchase: PO-9\n$/);
    assert.match((await after(answering('Assign Standard', ['nina'], '2026-11-20', 'Exchange Server 2019 Standard User CAL', '', 'Assign 1')))!, /type: Exchange Server 2019 Standard User CAL\n$/);
  });

  it('records why accounts need no CAL, for a reason that is stated', async () => {
    const dialog = answering('Record why', ['svc'], 'service', 'Record 1 account');
    assert.match((await after(dialog))!, /\nnoCal:\n {2}- email: svc@contoso.example\n {4}reason: service\n/);
    assert.deepEqual(dialog.shown[2]!.map(each => each.split(' | ')[0]), [...new Set(entryFields.noCal.reason.words.values())]);
    assert.match((await after(answering('Record why', ['svc', 'nina'], 'other', 'A test account', 'Record 2')))!, /(?:reason: other\n {4}note: A test account\n[^]*){2}/);
  });

  it('ends assignments on a day and for a reason that are stated, none before it began', async () => {
    const dialog = answering('End assignments', ['Ewa Lis'], '2026-02-09', '2026-10-30', 'left', 'End 1 assignment');
    assert.equal(await after(dialog), `${register}    ended: 2026-10-30\n    reason: left\n`);
    assert.deepEqual(dialog.problems, ['The assignment of Ewa Lis began on 2026-02-10: it can not end before.']);
    assert.deepEqual(dialog.shown[1], [`Ewa Lis | no mailbox | ewa@contoso.example · ${cal} · PO-1 · since 2026-02-10`]);
  });

  it('keeps line ends and writes nothing when it is called off, wherever', async () => {
    const windows = register.replaceAll('\n', '\r\n');
    assert.match((await after(answering('Assign Standard', ['nina'], '2026-11-20', 'PO-1', 'Assign 1'), windows))!, /\r\n {2}- name: Nina Wolska\r\n[^\n]*\r\n/);
    for (const answers of [
      [], ['Assign Standard'], ['Assign Standard', ['nina']], ['Assign Standard', ['nina'], '2026-11-20'], ['Assign Standard', ['nina'], '2026-11-20', 'PO-1', undefined],
      ['Record why'], ['Record why', ['svc']], ['Record why', ['svc'], 'service'], ['End assignments'], ['End assignments', ['Ewa Lis']], ['End assignments', ['Ewa Lis'], '2026-10-30'], ['End assignments', ['Ewa Lis'], '2026-10-30', 'left'],
    ]) {
      assert.equal(await after(answering(...answers)), undefined, answers.join());
    }
  });

  it('offers nothing to do where nobody is missing or gone', async () => {
    const dialog = answering('Show everything');
    await after(dialog, register.replace('  - name: Ewa Lis', 'noCal: [{ email: svc@contoso.example, reason: service }]\nx-more:\n  - name: Ewa Lis').replace('Anna Nowak\n', 'Anna Nowak\n    otherAddresses: [nina@contoso.example]\n'));
    assert.deepEqual(dialog.shown[0]!.map(each => each.split(' | ')[0]), [
      'Standard CALs: 3 by Exchange, 1 in the register, 3 bought', '1 service account', '1 further mailbox of somebody who is counted',
      'Exchange lists 1 server; the register has 1 in service, the same.', '$(list-unordered) Show everything that differs',
    ]);
  });
});
