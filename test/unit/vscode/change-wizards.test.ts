import assert from 'node:assert/strict';
import { parseDay } from '../../../src/core/calendar';
import { entryFields } from '../../../src/core/register/fields';
import { knownOf, makeChange } from '../../../src/features/changes/change';
import { endReasons, noCalReasons } from '../../../src/features/reasons';
import { addOnePurchase } from '../../../src/vscode/changes/add-purchase';
import { addOneServer } from '../../../src/vscode/changes/add-server';
import { assignCal } from '../../../src/vscode/changes/assign-cal';
import { endAssignment } from '../../../src/vscode/changes/end-assignment';
import { handOverSeat } from '../../../src/vscode/changes/hand-over-seat';
import { moveAll } from '../../../src/vscode/changes/move-everybody';
import { needNoCal } from '../../../src/vscode/changes/need-no-cal';
import { askRegister } from '../../../src/vscode/changes/new-register-questions';
import type { Wizard } from '../../../src/vscode/changes/wizard';
import { checked, withEdits } from '../helpers/fixing';
import { answering, type Answer, type FakeDialog } from './fake-dialog';

const options = { today: parseDay('2026-11-24')! };
const asItIs = '(as it is)';

const register = `purchases:
  - id: PO-2019
    date: 2019-03-01
    type: Exchange Server 2019 Standard User CAL
    quantity: 4
  - id: PO-SE
    date: 2026-01-10
    type: Exchange Server SE Standard User CAL
    quantity: 2
  - id: PO-SRV
    date: 2026-01-10
    type: Exchange Server SE Standard
    quantity: 1

mailboxes:
  - email: nina.wolska@contoso.example
  - { email: reception@contoso.example, kind: shared }

assignments:
  - name: Anna Nowak
    email: anna.nowak@contoso.example
    type: Exchange Server 2019 Standard User CAL
    assigned: 2024-03-04
    purchase: PO-2019
    seat: 1
  - name: Jan Kowal
    login: CONTOSO\\jkowal
    type: Exchange Server 2019 Standard User CAL
    assigned: 2026-10-01
    purchase: PO-2019
    seat: 2
  - name: Ewa Lis
    email: ewa.lis@contoso.example
    type: Exchange Server 2019 Standard User CAL
    assigned: 2025-01-07
    ended: 2026-12-31
    reason: left
    purchase: PO-2019
    seat: 3
`;

interface Asked {
  readonly dialog: FakeDialog;
  readonly text: string;
  readonly problem: string | undefined;
}

/** What comes of a wizard that is answered so, called for the entry at the start of a text if that is given. */
async function asking(wizard: Wizard, answers: readonly Answer[], at?: string, text = register): Promise<Asked> {
  const check = checked(text, options);
  const dialog = answering(...answers);
  const line = at === undefined ? -1 : text.slice(0, text.indexOf(at)).split('\n').length - 1;
  const maker = await wizard(dialog, { context: knownOf(check)!, contents: check.contents()!, entry: at === undefined ? undefined : check.spotAt({ line, character: 8 })!.entry });
  const made = maker && makeChange(check, maker);
  return { dialog, text: made && 'edits' in made ? withEdits(text, made.edits) : text, problem: made && 'problem' in made ? made.problem.text : undefined };
}

/** The lines that were added, where nothing was taken away. */
function added({ text, problem }: Asked, before = register): string {
  assert.equal(problem, undefined);
  let start = 0;
  while (start < before.length && before[start] === text[start]) {
    start++;
  }
  start = before.lastIndexOf('\n', start - 1) + 1;
  const tail = before.slice(start);
  assert.ok(text.endsWith(tail), text);
  return text.slice(start, text.length - tail.length);
}

describe('Assign a CAL', () => {
  it('offers who has none first, and the seats that are free on the day', async () => {
    const asked = await asking(assignCal, ['nina.wolska', 'Nina Wolska', asItIs, 'PO-SE']);
    assert.deepEqual(asked.dialog.shown[0]!.slice(0, 4), [
      '$(person-add) Somebody new |  | ', '$(device-desktop) A device |  | ',
      'nina.wolska@contoso.example |  | ', 'Anna Nowak | anna.nowak@contoso.example | Exchange Server 2019 Standard User CAL',
    ]);
    assert.deepEqual(asked.dialog.shown[1]!.slice(0, 3), [
      'PO-2019 | 1 of 4 free | Exchange Server 2019 Standard User CAL', 'PO-SE | 2 of 2 free | Exchange Server SE Standard User CAL',
      'Exchange Server SE Standard User CAL |  | ',
    ]);
    assert.equal(added(asked), '  - name: Nina Wolska\n    email: nina.wolska@contoso.example\n    type: Exchange Server SE Standard User CAL\n    assigned: 2026-11-24\n    purchase: PO-SE\n');
  });

  it('says how many seats are free at most where assignments cannot be read', async () => {
    const asked = await asking(assignCal, ['nina.wolska', 'Nina Wolska', asItIs, 'PO-SE'], undefined, register.replace('assigned: 2024-03-04', 'assigned: 04.03.2024'));
    assert.equal(asked.dialog.shown[1]![0], 'PO-2019 | at most 2 of 4 free | Exchange Server 2019 Standard User CAL');
  });

  it('takes somebody new by what was typed, and fills in a free seat', async () => {
    const asked = await asking(assignCal, [{ typed: 'Piotr Zieliński', chosen: 'Somebody new' }, 'ANNA.NOWAK@contoso.example', 'CONTOSO\\pzielinski', '2026-13-01', '2026-11-30', 'PO-2019', asItIs]);
    assert.deepEqual(asked.dialog.problems, ['This belongs to Anna Nowak, who is in the register: go back and choose that entry.', 'Write the day as YYYY-MM-DD, such as 2026-11-24.']);
    assert.equal(added(asked), '  - name: Piotr Zieliński\n    login: CONTOSO\\pzielinski\n    type: Exchange Server 2019 Standard User CAL\n    assigned: 2026-11-30\n    purchase: PO-2019\n    seat: 4\n');
  });

  it('finds people by words, and knows devices', async () => {
    assert.deepEqual((await asking(assignCal, [{ typed: 'kowal jan', chosen: 'nobody' }]).catch(({ message }: Error) => message.split('\n').slice(1, 2))), ['Jan Kowal | CONTOSO\\jkowal | Exchange Server 2019 Standard User CAL']);
    const asked = await asking(assignCal, [{ typed: 'KIOSK-1', chosen: 'A device' }, asItIs, 'Exchange Server SE Standard Device CAL', '']);
    assert.ok(asked.dialog.shown[1]!.every(each => !each.includes('User CAL')), 'a device gets no User CAL');
    assert.match(added(asked), /^ {2}- device: KIOSK-1\n {4}type: Exchange Server SE Standard Device CAL\n {4}assigned: 2026-11-24\n$/);
  });

  it('tells before it writes that seats are taken, and what somebody holds already', async () => {
    const full = register.replace('quantity: 4', 'quantity: 2');
    const asked = await asking(assignCal, ['Anna Nowak', '2018-01-01', 'PO-2019', '', 'Assign it'], undefined, full);
    assert.match(asked.dialog.shown.at(-1)!.join('\n'), /"PO-2019" has no seat free from 2018-01-01 on: all 2 are taken[^]*bought later, on 2019-03-01/);
    const twice = await asking(assignCal, ['Anna Nowak', asItIs, 'PO-SE', undefined]);
    assert.match(twice.dialog.shown.at(-1)!.join('\n'), /Anna Nowak holds Exchange Server 2019 Standard User CAL already, since 2024-03-04/);
    assert.equal(twice.text, register);
  });

  it('from a purchase asks for no other', async () => {
    const asked = await asking(assignCal, ['nina', 'Nina Wolska', asItIs], 'id: PO-SE');
    assert.match(added(asked), /purchase: PO-SE\n$/);
  });

  it('works in a list of a few lines, and in nothing', async () => {
    for (const text of ['', '# CALs\n', '- name: Ewa Lis\n  email: ewa.lis@contoso.example\n  type: Core CAL Suite\n  assigned: 2025-01-07\n']) {
      const asked = await asking(assignCal, ['Somebody new', 'Adam Bielski', 'adam@contoso.example', asItIs, 'Exchange Server SE Standard User CAL', 'PO-1'], undefined, text);
      assert.equal(added(asked, text), '- name: Adam Bielski\n  email: adam@contoso.example\n  type: Exchange Server SE Standard User CAL\n  assigned: 2026-11-24\n  purchase: PO-1\n');
    }
  });

  it('writes nothing when it is called off, wherever', async () => {
    const answers = ['Somebody new', 'Adam Bielski', 'adam@contoso.example', asItIs, 'Exchange Server SE Standard User CAL', 'PO-1'];
    for (const count of answers.keys()) {
      assert.equal((await asking(assignCal, [...answers.slice(0, count), undefined])).text, register);
    }
  });
});

describe('End an Assignment', () => {
  it('asks for day and reason, and says what that means for the seat', async () => {
    const asked = await asking(endAssignment, ['Jan Kowal', '2026-09-30', asItIs, 'no-longer-needed']);
    assert.deepEqual(asked.dialog.shown[0]!.map(each => each.split(' | ')[0]), ['Anna Nowak', 'Jan Kowal'], 'who has an end already is not offered');
    assert.deepEqual(asked.dialog.problems, ['The assignment began on 2026-10-01: it can not end before.']);
    const reasons = asked.dialog.shown[1]!.join('\n');
    assert.match(reasons, /left \| the seat may be reassigned at once \|/);
    assert.doesNotMatch(reasons, /device-failed/, 'no device holds it');
    assert.match(reasons, /reassigned \| the seat may be reassigned from 2026-12-30 on, when its 90 days are over \|/);
    assert.equal(added(asked), '    ended: 2026-11-24\n    reason: no-longer-needed\n');
  });

  it('of the entry that it is called for asks for no other', async () => {
    const asked = await asking(endAssignment, [asItIs, 'left'], 'name: Anna Nowak');
    assert.equal(added(asked), '    ended: 2026-11-24\n    reason: left\n');
    assert.match(asked.text, /seat: 1\n {4}ended: 2026-11-24\n {4}reason: left\n {2}- name: Jan/);
  });

  it('of a device can be that it failed', async () => {
    const device = '  - { device: KIOSK-1, assigned: 2024-03-04, type: Exchange Server SE Standard Device CAL }\n';
    assert.match((await asking(endAssignment, ['KIOSK-1', asItIs, 'device-failed'], undefined, register + device)).text, /ended: 2026-11-24, reason: device-failed/);
  });

  it('says so where there is an end already', async () => {
    assert.match((await asking(endAssignment, ['2026-12-01', 'left'], 'name: Ewa Lis')).problem!, /has an end already/);
  });
});

describe('Hand Over a Seat', () => {
  it('ends one assignment and begins the other on the same day and seat', async () => {
    const asked = await asking(handOverSeat, ['Anna Nowak', 'nina', 'Nina Wolska', '2026-11-30', 'reassigned']);
    assert.match(asked.text, /seat: 1\n {4}ended: 2026-11-30\n {4}reason: reassigned\n {2}- name: Jan/);
    assert.match(asked.text, /seat: 3\n {2}- name: Nina Wolska\n {4}email: nina\.wolska@contoso\.example\n {4}type: Exchange Server 2019 Standard User CAL\n {4}assigned: 2026-11-30\n {4}purchase: PO-2019\n {4}seat: 1\n$/);
    assert.deepEqual(checked(asked.text, options).findings().filter(({ rule }) => /seat-shared|within|over-assigned/.test(rule)), []);
  });

  it('offers everybody but who has the seat', async () => {
    const { dialog: { shown } } = await asking(handOverSeat, [undefined], 'name: Jan Kowal');
    assert.deepEqual(shown.flat().filter(choice => choice.includes('Jan Kowal')), []);
    assert.ok(shown[0]!.some(choice => choice.startsWith('Ewa Lis')));
    const device = register.replace('name: Jan Kowal\n    login: CONTOSO\\jkowal', 'device: KIOSK-1').replace('User CAL\n    assigned: 2026-10', 'Device CAL\n    assigned: 2026-10');
    const asked = await asking(handOverSeat, [undefined], 'device: KIOSK-1', device);
    assert.deepEqual(asked.dialog.shown.flat().filter(choice => choice.includes('KIOSK-1')), []);
  });

  it('warns of a seat that was held for too short a time, unless the reason allows it', async () => {
    const early = await asking(handOverSeat, ['nina', 'Nina Wolska', asItIs, 'reassigned', undefined], 'name: Jan Kowal');
    assert.match(early.dialog.shown.at(-1)!.join('\n'), /Jan Kowal will have held this seat for 54 days only: it may be reassigned from 2026-12-30 on\./);
    assert.equal(early.text, register);
    const goOn = await asking(handOverSeat, ['nina', 'Nina Wolska', asItIs, 'reassigned', 'Hand it over'], 'name: Jan Kowal');
    assert.match(goOn.text, /Nina Wolska/);
    const left = await asking(handOverSeat, ['nina', 'Nina Wolska', asItIs, 'left'], 'name: Jan Kowal');
    assert.match(left.text, /Nina Wolska/);
  });
});

describe('End an Assignment and Hand Over a Seat', () => {
  it('ask nothing where no assignment could end', async () => {
    for (const wizard of [endAssignment, handOverSeat]) {
      const { dialog, problem } = await asking(wizard, [], undefined, register.slice(0, register.indexOf('  - name: Anna')) + register.slice(register.indexOf('  - name: Ewa')));
      assert.deepEqual(dialog.asked, []);
      assert.equal(problem, 'This register has no assignment without an end, so there is none to end or to hand over.');
    }
  });
});

describe('Move Everybody to Another Purchase', () => {
  it('shows who moves and how many seats there are, and writes both sides at once', async () => {
    const asked = await asking(moveAll, ['PO-2019', asItIs, 'PO-SE', 'replaced', 'Move 2 assignments']);
    assert.deepEqual(asked.dialog.shown[0], ['PO-2019 | Exchange Server 2019 Standard User CAL · 2 assignments | ']);
    assert.equal(asked.dialog.asked.at(-1), 'Move 2 assignments from "PO-2019" to "PO-SE"?');
    assert.match(asked.dialog.shown.at(-1)!.join('\n'), /1 assignment begins on that day or later, or has an end already: it stays as it is\.[^]*Anna Nowak \| {2}\| Exchange Server 2019 Standard User CAL · since 2024-03-04 · PO-2019 · seat 1/);
    assert.match(asked.text, /seat: 1\n {4}ended: 2026-11-24\n {4}reason: replaced\n/);
    assert.match(asked.text, /seat: 2\n {4}ended: 2026-11-24\n {4}reason: replaced\n/);
    assert.ok(asked.text.endsWith(`seat: 3
  - name: Anna Nowak
    email: anna.nowak@contoso.example
    type: Exchange Server SE Standard User CAL
    assigned: 2026-11-24
    purchase: PO-SE
  - name: Jan Kowal
    login: CONTOSO\\jkowal
    type: Exchange Server SE Standard User CAL
    assigned: 2026-11-24
    purchase: PO-SE
`), asked.text);
  });

  it('warns of seats that are missing', async () => {
    const unfit = '  - { name: Adam Bielski, email: adam@contoso.example, assigned: 4.3.2024, type: Core CAL Suite, purchase: PO-2019 }\n';
    const asked = await asking(moveAll, [asItIs, 'PO-SE', 'replaced', undefined], 'id: PO-2019', register.replace('quantity: 2', 'quantity: 1') + unfit);
    assert.match(asked.dialog.shown.at(-1)!.join('\n'), /1 assignment of "PO-2019" has a mistake: it stays as it is\./);
    assert.match(asked.dialog.shown.at(-1)!.join('\n'), /"PO-SE" has 1 seat free from that day on: 1 seat is missing\./);
  });

  it('moves nobody when the register has changed meanwhile', async () => {
    const check = checked(register, options);
    const maker = await moveAll(answering('PO-2019', asItIs, 'PO-SE', 'replaced', 'Move'), { context: knownOf(check)!, contents: check.contents()! });
    const line = register.slice(0, register.indexOf('name: Jan')).split('\n').length - 1;
    check.update([{ range: { start: { line, character: 0 }, end: { line: line + 6, character: 0 } }, newText: '' }]);
    check.work();
    const made = makeChange(check, maker!);
    assert.ok('problem' in made);
    assert.match(made.problem.text, /has changed meanwhile, so nobody was moved/);
  });

  it('says so where there is nobody to move', async () => {
    assert.match((await asking(moveAll, [], undefined, 'purchases: []\nassignments: []\n')).problem!, /nobody to move/);
    assert.match((await asking(moveAll, ['2024-01-01', 'PO-SE', 'replaced'], 'id: PO-2019')).problem!, /nobody to move/);
  });
});

describe('Add a Purchase', () => {
  it('asks for what stands on the invoice', async () => {
    const asked = await asking(addOnePurchase, ['', '0147', '2026-02-01', { typed: 'CAL per User, Exchange SE', chosen: 'As typed' }, 'ten', '10', 'Fabrikam', '', 'Software Assurance', asItIs, '2025-01-01', '2029-01-31']);
    assert.deepEqual(asked.dialog.problems, ['This can not be left empty.', 'Write a whole number from 1 on.', 'It can not be before 2026-02-01.']);
    assert.equal(added(asked), '  - id: "0147"\n    date: 2026-02-01\n    type: "CAL per User, Exchange SE"\n    quantity: 10\n    supplier: Fabrikam\n    softwareAssurance: { from: 2026-02-01, until: 2029-01-31 }\n');
  });

  it('begins the section where there is none', async () => {
    const asked = await asking(addOnePurchase, ['PO-1', asItIs, 'Core CAL Suite', '5', '', 'invoices/1.pdf', 'Neither'], undefined, 'assignments: []\n');
    assert.equal(asked.text, 'purchases:\n  - id: PO-1\n    date: 2026-11-24\n    type: Core CAL Suite\n    quantity: 5\n    document: invoices/1.pdf\nassignments: []\n');
  });
});

describe('Add a Server', () => {
  it('asks by which license it runs', async () => {
    const asked = await asking(addOneServer, ['EX01', 'Exchange Server SE', 'Standard', 'PO-SRV', '2026-02-02']);
    assert.equal(added(asked), 'servers:\n  - name: EX01\n    version: SE\n    edition: Standard\n    license: PO-SRV\n    installed: 2026-02-02\n\n');
    assert.deepEqual(asked.dialog.shown.at(-1), ['PO-SRV | 1 of 1 free | Exchange Server SE Standard', 'Leave it open |  | ']);
    const second = await asking(addOneServer, ['EX02', 'Exchange Server SE', 'Standard', 'PO-SRV', ''], undefined, asked.text);
    assert.equal(second.dialog.shown.at(-1)![0], 'PO-SRV | none of 1 free | Exchange Server SE Standard');
    const again = await asking(addOneServer, ['ex01', 'EX02', 'Exchange Server 2019', 'Trial', ''], undefined, asked.text);
    assert.deepEqual(again.dialog.problems, ['This server is in the register already.']);
    assert.equal(added(again, asked.text), '  - name: EX02\n    version: 2019\n    edition: Trial\n');
  });
});

describe('Needs No CAL Because', () => {
  it('offers who has none, and takes what is typed', async () => {
    assert.match(added(await asking(needNoCal, ['nina', 'on-leave', '2027-01-31'])), /noCal:\n {2}- email: nina\.wolska@contoso\.example\n {4}reason: on-leave\n {4}until: 2027-01-31\n/);
    assert.match(added(await asking(needNoCal, [{ typed: 'CONTOSO\\svc-scan', chosen: 'Another account' }, 'other', 'Scans only']),), /noCal:\n {2}- login: CONTOSO\\svc-scan\n {4}reason: other\n {4}note: Scans only\n/);
    assert.match(added(await asking(needNoCal, ['admin-account', 'anna.nowak@contoso.example'], 'email: reception')), /- email: reception@contoso\.example\n {4}reason: admin-account\n {4}of: anna\.nowak@contoso\.example\n/);
  });

  it('says so where it is recorded already', async () => {
    const asked = await asking(needNoCal, ['nina', 'cloud']);
    assert.match((await asking(needNoCal, [], 'email: nina', asked.text)).problem!, /recorded under `noCal` already/);
  });
});

describe('The words for reasons', () => {
  it('are all explained, and no others', () => {
    assert.deepEqual(Object.keys(endReasons), [...entryFields.assignment.reason.words.values()]);
    assert.deepEqual(Object.keys(noCalReasons), [...entryFields.noCal.reason.words.values()]);
  });
});

describe('New Register', () => {
  it('has a name that makes it one and that nothing else has, and no findings', async () => {
    const dialog = answering('What was bought', 'Contoso: Poland', 'licenses.yaml', 'LICENSE-REGISTER.yaml', 'license-register.yaml', 'contoso.license-register.yaml');
    const wanted = await askRegister(dialog, new Set(['license-register.yaml']));
    assert.equal(wanted?.name, 'contoso.license-register.yaml');
    assert.deepEqual(dialog.problems, ['The name of a register is license-register.yaml, or ends with ".license-register.yaml".', 'The name of a register is license-register.yaml, or ends with ".license-register.yaml".', 'There is something of this name already.']);
    assert.match(wanted.text, /^organization: "Contoso: Poland"\n\n# What was bought/);
    const list = await askRegister(answering('Who holds', asItIs), new Set());
    assert.equal(list?.name, 'license-register.yaml');
    const unnamed = await askRegister(answering('What was bought', '', asItIs), new Set());
    for (const { text } of [wanted, list, unnamed!]) {
      assert.deepEqual(checked(text, options).findings(), [], text);
    }
    const filled = await asking(assignCal, ['Somebody new', 'Adam Bielski', 'adam@contoso.example', asItIs, 'Exchange Server SE Standard User CAL', ''], undefined, unnamed!.text);
    assert.match(filled.text, /\nassignments:\n {2}- name: Adam Bielski\n/);
  });
});
