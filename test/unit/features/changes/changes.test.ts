import assert from 'node:assert/strict';
import { parseDay } from '../../../../src/core/calendar';
import type { RegisterCheck } from '../../../../src/core/check';
import type { FixContext } from '../../../../src/core/fixes/context';
import { addNoCals } from '../../../../src/features/changes/add-no-cals';
import { addPurchase } from '../../../../src/features/changes/add-purchase';
import { addServer } from '../../../../src/features/changes/add-server';
import { assignCals } from '../../../../src/features/changes/assign-cals';
import { makeChange, together, type Change } from '../../../../src/features/changes/change';
import { endAssignments } from '../../../../src/features/changes/end-assignments';
import { handOver } from '../../../../src/features/changes/hand-over';
import { moveEverybody } from '../../../../src/features/changes/move-everybody';
import { checked, withEdits } from '../../helpers/fixing';

const today = parseDay('2026-11-24')!;
const options = { today };
const day = parseDay('2026-03-02')!;

const anna = { name: 'Anna Nowak', email: 'anna.nowak@contoso.example', type: 'Exchange Server SE Standard User CAL', assigned: day, purchase: '0147', seat: '12' };
const jan = { name: 'Jan Kowal', login: 'CONTOSO\\jkowal', type: 'Exchange Server SE Standard User CAL', assigned: day };

/** What a change makes of a register. */
function changed(text: string, change: (context: FixContext) => Change, check: RegisterCheck = checked(text, options)): string {
  const made = makeChange(check, change);
  assert.ok('edits' in made, 'problem' in made ? made.problem.text : '');
  return withEdits(text, made.edits);
}

function refused(text: string, change: (context: FixContext) => Change): string {
  const made = makeChange(checked(text, options), change);
  assert.ok('problem' in made);
  return made.problem.text;
}

const shapeRules = ['yaml-syntax', 'duplicate-key', 'unquoted-scalar', 'broken-scalar', 'wrong-type', 'date-invalid', 'unknown-value', 'unknown-key', 'required-field'];

function shapeFindings(text: string): string[] {
  return checked(text, options).findings().filter(({ rule }) => shapeRules.includes(rule)).map(({ rule, message }) => `${rule}: ${message}`);
}

const ewa = 'name: Ewa Lis\n    email: ewa.lis@contoso.example\n    type: Exchange Server SE Standard User CAL\n    assigned: 2025-01-07\n';
const styles: Readonly<Record<string, string>> = {
  'block': `assignments:\n  - ${ewa}`,
  'block without an end of line': `assignments:\n  - ${ewa.trimEnd()}`,
  'four spaces': `assignments:\n    - ${ewa.replaceAll('\n    ', '\n      ')}`,
  'no indentation': `assignments:\n- ${ewa.replaceAll('\n    ', '\n  ')}`,
  'a plain list': `- ${ewa.replaceAll('\n    ', '\n  ')}`,
  'a plain list without an end of line': `- ${ewa.replaceAll('\n    ', '\n  ').trimEnd()}`,
  'blank lines': `assignments:\n\n  - ${ewa}\n  - ${ewa.replace('ewa.lis', 'ela.lis')}\n# Who needs none\nnoCal: []\n`,
  'braces': 'assignments:\n  - { name: Ewa Lis, email: ewa.lis@contoso.example, type: Exchange Server SE Standard User CAL, assigned: 2025-01-07 } # first\n',
  'brackets': 'assignments: [{ name: Ewa Lis, email: ewa.lis@contoso.example, type: Exchange Server SE Standard User CAL, assigned: 2025-01-07 }]\n',
  'brackets on lines': 'assignments: [\n  { name: Ewa Lis, email: ewa.lis@contoso.example, type: Exchange Server SE Standard User CAL, assigned: 2025-01-07 } # first\n]\n',
  'anchors': 'x-type: &type Exchange Server SE Standard User CAL\nassignments:\n  - name: Ewa Lis\n    email: ewa.lis@contoso.example\n    type: *type\n    assigned: 2025-01-07\nservers: []\n',
  'a note behind': `assignments:\n  - ${ewa}    note: |\n      works in Warsaw\n\n# The end\n`,
};

function inAllBreaks(each: (shape: string, text: string) => void): void {
  for (const [shape, text] of Object.entries(styles)) {
    it(`in a register with ${shape}`, () => each(shape, text));
    it(`in a register with ${shape}, CRLF`, () => each(shape, text.replaceAll('\n', '\r\n')));
  }
}

/** Holds that all that was there is there still, with what is new in between, and line ends as they were. */
function assertOnlyAdded(before: string, after: string): void {
  let at = 0;
  for (const char of before) {
    at = after.indexOf(char, at) + 1;
    assert.ok(at > 0, after);
  }
  assert.ok(!before.includes('\r\n') || !/(?<!\r)\n/.test(after), JSON.stringify(after));
  assert.ok(before.includes('\r\n') || !after.includes('\r'), JSON.stringify(after));
  assert.deepEqual(shapeFindings(after), shapeFindings(before), after);
}

function assignmentsOf(text: string): Record<string, unknown>[] {
  return checked(text, options).contents()!.entries.assignment.map(each => ({
    name: each.name?.value, email: each.email?.value, login: each.login?.value, type: each.type?.value, assigned: each.assigned?.value,
    purchase: each.purchase?.value, seat: each.seat?.value, ended: each.ended?.value, reason: each.reason?.value,
  }));
}

const blank = { name: undefined, email: undefined, login: undefined, type: undefined, assigned: undefined, purchase: undefined, seat: undefined, ended: undefined, reason: undefined };

describe('Assigning CALs', () => {
  inAllBreaks((_shape, text) => {
    const after = changed(text, context => assignCals([anna, jan], context));
    assertOnlyAdded(text, after);
    assert.deepEqual(assignmentsOf(after), [...assignmentsOf(text), { ...blank, ...anna }, { ...blank, ...jan }], after);
  });

  it('begins with nothing', () => {
    assert.match(changed('', context => assignCals([jan], context)), /^- name: Jan Kowal\n {2}login: CONTOSO\\jkowal\n/);
    assert.match(changed('# Contoso\n', context => assignCals([jan], context)), /^# Contoso\n- name: Jan Kowal\n/);
    assert.match(changed('organization: Contoso\n', context => assignCals([jan], context)), /^organization: Contoso\n\nassignments:\n {2}- name: Jan Kowal\n/);
    assert.match(changed('assignments: [] # nobody yet\npurchases: []\n', context => assignCals([jan], context)), /^assignments: # nobody yet\n {2}- name: Jan Kowal\n[^]*\npurchases: \[\]\n$/);
  });

  it('keeps to the order of keys and the quotes of the others', () => {
    assert.equal(
      changed("- assigned: 2025-01-07\n  name: 'Ewa Lis'\n  type: Core CAL Suite\n", context => assignCals([anna], context)),
      "- assigned: 2025-01-07\n  name: 'Ewa Lis'\n  type: Core CAL Suite\n- assigned: 2026-03-02\n  purchase: \"0147\"\n  seat: 12\n  name: 'Anna Nowak'\n  email: anna.nowak@contoso.example\n  type: Exchange Server SE Standard User CAL\n");
  });

  it('is done in the file from which it is asked for, if that has assignments', () => {
    const main = 'include: [people.yaml, more.yaml]\npurchases: []\n';
    const list = `- ${ewa.replaceAll('\n    ', '\n  ')}`;
    const check = checked(main, options);
    check.include([], new Map([['people.yaml', list], ['more.yaml', list.replace('ewa', 'ela')]]));
    check.work();
    const pathFor = (here?: string) => {
      const made = makeChange(check, context => assignCals([jan], context), here);
      return 'edits' in made && made.edits.map(({ path, range }) => [path, range.start.line]);
    };
    assert.deepEqual(pathFor('people.yaml'), [[undefined, 4]]);
    assert.deepEqual(pathFor(), [['more.yaml', 4]]);
    const own = checked(main.replace('purchases', 'assignments'), options);
    own.include([], new Map([['people.yaml', list]]));
    own.work();
    const made = makeChange(own, context => assignCals([jan], context));
    assert.deepEqual('edits' in made && made.edits.map(({ path }) => path), [undefined], 'the main file comes before those that it includes');
  });
});

describe('Ending assignments', () => {
  const ended = parseDay('2026-10-30')!;
  const endAll = ({ files, inOrder, persons }: FixContext) => {
    const holders = files.flatMap(file => [...file.document.segments].flatMap(segment => file.readingOf(segment).entries)).filter(entry => entry.entryKind === 'assignment');
    return endAssignments(inOrder(new Set(holders.flatMap(holder => [...persons.of(holder)?.assignments ?? []]))).map(assignment => ({ assignment, ended, reason: 'left' })));
  };

  inAllBreaks((_shape, text) => {
    const after = changed(text, endAll);
    assertOnlyAdded(text, after);
    assert.deepEqual(assignmentsOf(after), assignmentsOf(text).map(each => ({ ...each, ended, reason: 'left' })), after);
  });

  it('fills in keys that wait for a value, and says a reason anew', () => {
    const entry = `- ${ewa.replaceAll('\n    ', '\n  ')}`;
    assert.equal(changed(`${entry}  ended:\n`, endAll), `${entry}  ended: 2026-10-30\n  reason: left\n`);
    assert.equal(changed(`${entry}  reason:   # ?\n  note: x\n`, endAll), `${entry}  ended: 2026-10-30\n  reason: left   # ?\n  note: x\n`);
    assert.equal(changed(`${entry}  reason: 'other' # ?\n`, endAll), `${entry}  ended: 2026-10-30\n  reason: 'left' # ?\n`);
  });

  it('leaves an end alone that is there', () => {
    assert.equal(refused(`- ${ewa.replaceAll('\n    ', '\n  ')}  ended: 2026-12-31\n`, endAll), 'The assignment of "Ewa Lis" has an end already: change it there.');
  });

  it('is refused where an alias brings the assignment in', () => {
    const text = 'x-ewa: &ewa { name: Ewa Lis, email: ewa.lis@contoso.example, assigned: 2025-01-07, type: Core CAL Suite }\nassignments:\n  - *ewa\n';
    assert.equal(refused(text, endAll), 'The assignment of "*ewa" is written in a way that leaves no place for its end, such as by an alias: write it out first.');
  });

  it('is refused where no line could stand below its first key', () => {
    assert.match(refused(`assignments:\n  - ! ${ewa}`, endAll), /leaves no place for its end/);
  });

  it('and assigning in one go keeps both apart', () => {
    for (const shape of ['block', 'block without an end of line', 'braces', 'brackets', 'anchors']) {
      const text = styles[shape]!;
      const after = changed(text, context => together([endAll(context), assignCals([jan], context)]));
      assertOnlyAdded(text, after);
      assert.deepEqual(assignmentsOf(after), [{ ...assignmentsOf(text)[0], ended, reason: 'left' }, { ...blank, ...jan }], after);
    }
  });

  it('of entries that have changed meanwhile is refused as a whole', () => {
    const check = checked(styles['blank lines']!, options);
    const { assignment } = check.contents()!.entries;
    check.update([{ range: { start: { line: 2, character: 14 }, end: { line: 2, character: 14 } }, newText: 'a' }]);
    check.work();
    const made = makeChange(check, () => endAssignments(assignment.map(each => ({ assignment: each, ended, reason: 'left' }))));
    assert.ok('problem' in made && made.problem.text.includes('meanwhile'));
  });
});

describe('Handing over a seat', () => {
  it('goes on with what the assignment has, and no more', () => {
    const text = `assignments:\n  - name: Ewa Lis\n    email: ewa.lis@contoso.example\n`;
    const check = checked(text, options);
    const [assignment] = check.contents()!.entries.assignment;
    const after = changed(text, context => handOver({ assignment: assignment!, ended: day, reason: 'left' }, { name: 'Jan Kowal', login: 'jkowal' }, context), check);
    assert.equal(after, `${text}    ended: 2026-03-02\n    reason: left\n  - name: Jan Kowal\n    login: jkowal\n    assigned: 2026-03-02\n`);
  });
});

describe('Moving everybody', () => {
  it('takes along what is said of absences, returns and external people, and leaves who came on the day', () => {
    const type = 'Exchange Server 2019 Standard User CAL';
    const text = `purchases:
  - { id: PO-1, date: 2024-01-05, type: ${type}, quantity: 9 }
  - { id: PO-2, date: 2026-01-05, type: Exchange Server SE Standard User CAL, quantity: 9 }
assignments:
  - name: Ewa Lis
    email: ewa.lis@contoso.example
    type: ${type}
    assigned: 2025-01-07
    purchase: PO-1
    temporaryFor: anna.nowak@contoso.example
    returns: 2026-12-31
    external: true
  - name: Jan Kowal
    login: CONTOSO\\jkowal
    type: ${type}
    assigned: 2025-01-07
    purchase: PO-1
    absence: { from: 2026-02-01, until: 2026-05-31 }
  - name: Ola Maj
    login: CONTOSO\\omaj
    type: ${type}
    assigned: 2026-03-02
    purchase: PO-1
`;
    const after = changed(text, context => {
      const [from, to] = ['PO-1', 'PO-2'].map(id => context.pools.find(pool => pool.id === id)!);
      return moveEverybody({ from: from!, to: to!, day, reason: 'replaced' }, context);
    });
    const ended = '    purchase: PO-1\n    ended: 2026-03-02\n    reason: replaced\n';
    assert.equal(after, `${text.replace(/ {4}purchase: PO-1\n(?= {4})/g, ended)}  - name: Ewa Lis
    email: ewa.lis@contoso.example
    type: Exchange Server SE Standard User CAL
    assigned: 2026-03-02
    purchase: PO-2
    temporaryFor: anna.nowak@contoso.example
    returns: 2026-12-31
    external: true
  - name: Jan Kowal
    login: CONTOSO\\jkowal
    type: Exchange Server SE Standard User CAL
    assigned: 2026-03-02
    purchase: PO-2
    absence: { from: 2026-02-01, until: 2026-05-31 }
`);
  });
});

describe('Adding other entries', () => {
  const purchase = { id: 'PO-2026-7', date: day, type: 'Exchange Server SE Standard User CAL', quantity: 50, supplier: 'Fabrikam', softwareAssurance: { from: day, until: today } };
  const server = { name: 'EX01', version: 'SE', edition: 'Standard', license: 'PO-2026-8', installed: day, hostsMailboxes: true, databases: 2 };
  const account = { email: 'scanner@contoso.example', reason: 'service', note: '#3' };
  const additions: readonly (readonly [string, (context: FixContext) => Change, string])[] = [
    ['a purchase', context => addPurchase(purchase, context), '- id: PO-2026-7\n    date: 2026-03-02\n    type: Exchange Server SE Standard User CAL\n    quantity: 50\n    supplier: Fabrikam\n    softwareAssurance: { from: 2026-03-02, until: 2026-11-24 }\n'],
    ['a server', context => addServer(server, context), '- name: EX01\n    version: SE\n    edition: Standard\n    license: PO-2026-8\n    installed: 2026-03-02\n    databases: 2\n    hostsMailboxes: true\n'],
    ['an account without a CAL', context => addNoCals([account], context), '- email: scanner@contoso.example\n    reason: service\n    note: "#3"\n'],
  ];

  for (const [what, add, entry] of additions) {
    it(`begins the section of ${what}, where it belongs`, () => {
      const [section] = Object.entries({ purchases: 'a purchase', servers: 'a server', noCal: 'an account without a CAL' }).find(([, each]) => each === what)!;
      assert.equal(changed(styles.block!, add), `${section}:\n  ${entry}${styles.block!}`);
      assert.equal(changed('', add), `${section}:\n  ${entry}`);
      assert.equal(changed(`organization: Contoso\n\n${styles.block!}`, add), `organization: Contoso\n\n${section}:\n  ${entry}\n${styles.block!}`);
      assert.equal(changed(`${section}:\n  ${entry}`, add), `${section}:\n  ${entry}  ${entry}`);
      assert.deepEqual(shapeFindings(changed(styles.anchors!, add)), []);
    });

    it(`puts a plain list under a key of its own for the sake of ${what}`, () => {
      const [section] = Object.entries({ purchases: 'a purchase', servers: 'a server', noCal: 'an account without a CAL' }).find(([, each]) => each === what)!;
      const begun = `${section}:\n${entry.replaceAll('\n    ', '\n  ')}\nassignments:\n`;
      const plain = styles['a plain list']!;
      for (const list of [plain, styles['a plain list without an end of line']!, plain.replace('type: ', 'type: &type '), plain.replaceAll('\n', '\r\n')]) {
        const lineEnd = list.includes('\r') ? '\r\n' : '\n';
        const text = changed(`# Ours${lineEnd}${lineEnd}${list}`, add);
        assert.equal(text, `# Ours\n\n${begun}`.replaceAll('\n', lineEnd) + list);
        assert.deepEqual(shapeFindings(text), []);
      }
    });

    it(`says of a plain list in brackets that it has no place for ${what}`, () => {
      assert.match(refused('[{ name: Ewa Lis, email: ewa.lis@contoso.example }]\n', add), /^The register is a plain list of assignments, which has no place for `(purchases|servers|noCal)`: put the list under the key `assignments` first\.$/);
    });
  }
});
