import assert from 'node:assert/strict';
import { parseDay } from '../../../../src/core/calendar';
import { checkText } from '../../../../src/core/check';
import { readRegister } from '../../../../src/core/reading/read-register';
import { withEditsFromEnd } from '../../../../src/core/text/text';
import { appendAssignments } from '../../../../src/exchange/import/append-assignments';
import { writtenKeys, type AssignmentValues } from '../../../../src/exchange/import/plan-import';

const anna: AssignmentValues = { name: 'Anna Nowak', email: 'anna.nowak@contoso.example', assigned: '2024-03-04', type: 'Exchange Server 2019 Standard User CAL', purchase: 'PO-1' };
const odd: AssignmentValues = { name: 'Null', login: 'CONTOSO\\tnowak', assigned: '2024-03-04', type: "O'Neil: #1 \"CAL\", {x} [y]", purchase: '0147', seat: '17', employee: '0017', note: '- yes, no' };

function appended(register: string, ...assignments: AssignmentValues[]): string {
  const edit = appendAssignments(register, assignments);
  assert.ok(!('problem' in edit), 'problem' in edit ? edit.problem.text : '');
  return withEditsFromEnd(register, [edit]);
}

/** The assignments of a register as they are read. */
function assignmentsOf(register: string): Record<string, string>[] {
  return readRegister(register).segments.flatMap(({ entries }) => entries).filter(entry => entry.entryKind === 'assignment').map(entry =>
    Object.fromEntries(writtenKeys.flatMap(key => {
      const leaf = entry[key];
      return leaf ? [[key, key === 'assigned' || key === 'ended' ? '2024-03-04' : String(leaf.value)]] : [];
    })));
}

const registers: Readonly<Record<string, string>> = {
  'nothing': '',
  'comments alone': '# Contoso\n',
  'a plain list': '- name: Ewa Lis\n  email: ewa.lis@contoso.example\n  assigned: 2024-03-04\n  type: Core CAL Suite\n',
  'a plain list without an end of line': '- name: Ewa Lis\n  email: ewa.lis@contoso.example',
  'a plain list with comments behind': '- name: Ewa Lis\n  email: ewa.lis@contoso.example\n  # she is in Warsaw\n# end of the list\n',
  'sections without assignments': 'organization: Contoso\npurchases:\n    - id: PO-1\n      date: 2024-03-04\n',
  'sections that end with a comment': 'organization: Contoso\n# to be continued\n',
  'an empty key': 'assignments:\n',
  'an empty key without an end of line': 'assignments:',
  'an empty key with a comment, before others': 'assignments: # nobody yet\nservers: []\n',
  'an empty list': 'assignments: []\nservers: []\n',
  'an empty list with a comment': 'assignments: [ ]  # nobody yet\nservers: []\n',
  'a null': 'assignments: ~ # nobody yet\nservers: []\n',
  'an empty list at the end': '"assignments": []',
  'a section before others': 'assignments:\n  - name: Ewa Lis\n    email: ewa.lis@contoso.example\n\n# What runs\nservers:\n  - name: EX01\n',
  'a section with a wide gap': 'assignments:\n-   name: Ewa Lis\n    email: ewa.lis@contoso.example\n',
  'entries in braces': "assignments:\n  - { name: 'Ewa Lis', email: 'ewa.lis@contoso.example' }\n",
  'blank lines between entries': '- name: Ewa Lis\n  email: ewa.lis@contoso.example\n\n- name: Jan Kowal\n  email: jan.kowal@contoso.example\n',
  'a list in brackets': 'assignments: [{ name: Ewa Lis, email: ewa.lis@contoso.example }]\nservers: []\n',
  'a list in brackets on several lines': 'assignments: [\n    { name: Ewa Lis, email: ewa.lis@contoso.example }, # the first\n    { name: Jan Kowal, email: jan.kowal@contoso.example } # the last\n  ]\n',
  'a list in brackets that ends with a comma': 'assignments: [\n  { name: Ewa Lis, email: ewa.lis@contoso.example },\n]\n',
  'anchors': 'x-type: &type Core CAL Suite\nassignments:\n    - name: Ewa Lis\n      email: ewa.lis@contoso.example\n      type: *type\n# What runs\nservers: []\n',
  'anchors in a plain list': '- name: Ewa Lis\n  email: ewa.lis@contoso.example\n  type: &type Core CAL Suite\n\n- name: Jan Kowal\n  email: jan.kowal@contoso.example\n  type: *type\n# end\n',
  'keys that are indented': '  organization: Contoso\n  assignments:\n    - name: Ewa Lis\n      email: ewa.lis@contoso.example\n',
  'keys that are indented, without assignments': '  organization: Contoso\n  purchases: []\n',
  'an end of the document': '- name: Ewa Lis\n  email: ewa.lis@contoso.example\n...\n',
  'a note over several lines': 'assignments:\n  - name: Ewa Lis\n    email: ewa.lis@contoso.example\n    note: |\n      a\n      # b\n',
};

describe('Assignments are appended', () => {
  for (const [shape, register] of Object.entries(registers)) {
    for (const [breaks, text] of [['LF', register], ['CRLF', register.replaceAll('\n', '\r\n')]] as const) {
      it(`to ${shape} (${breaks})`, () => {
        const after = appended(text, anna, odd);
        assert.deepEqual(assignmentsOf(after), [...assignmentsOf(text), { ...anna }, { ...odd }], after);
        assert.equal(/(?<!\r)\n/.test(after) && after.includes('\r\n'), false, JSON.stringify(after));
        const rules = (each: string) => new Set(checkText(each, { today: parseDay('2026-11-24')! }).map(({ rule }) => rule));
        assert.deepEqual([...rules(after)].filter(rule => ['yaml-syntax', 'duplicate-key', 'unquoted-scalar', 'broken-scalar', 'wrong-type'].includes(rule)), [], after);
        // All that was there is there still, in its order.
        const lines = after.split(/\r?\n/);
        let at = 0;
        for (const line of text.split(/\r?\n/).filter(each => each !== '' && !/\[ ?\]|~/.test(each))) {
          at = lines.findIndex((each, index) => index >= at && (each === line || each.startsWith(line.replace(/ #.*|\]$/, ''))));
          assert.ok(at >= 0, `${line}\n${after}`);
        }
      });
    }
  }

  it('as the register writes its own', () => {
    assert.equal(appended(registers['a plain list']!, anna), `${registers['a plain list']!}- name: Anna Nowak\n  email: anna.nowak@contoso.example\n  assigned: 2024-03-04\n  type: Exchange Server 2019 Standard User CAL\n  purchase: PO-1\n`);
    assert.match(appended(registers['entries in braces']!, anna), /\n {2}- \{ name: 'Anna Nowak', email: 'anna\.nowak@contoso\.example', assigned: 2024-03-04,/);
    assert.match(appended(registers['a section with a wide gap']!, anna), /\n- {3}name: Anna Nowak\n {4}email:/);
    assert.match(appended(registers['sections without assignments']!, anna), /date: 2024-03-04\n\nassignments:\n {4}- name: Anna Nowak\n {6}email/);
    assert.match(appended(registers['blank lines between entries']!, anna, anna), /jan\.kowal@contoso\.example\n\n- name: Anna[^]*PO-1\n\n- name: Anna/);
    assert.match(appended(registers['a section before others']!, anna), /PO-1\n\n# What runs\nservers:/);
    assert.match(appended('assignments: []\nservers: []\n', anna), /^assignments:\n {2}- name: Anna[^]*PO-1\nservers: \[\]\n$/);
    assert.match(appended(registers['an empty list with a comment']!, anna), /^assignments: {2}# nobody yet\n {2}- name: Anna[^]*PO-1\nservers:/);
    assert.match(appended('assignments: null\r\n', anna), /^assignments:\r\n {2}- name: Anna[^]*PO-1\r\n$/);
    assert.match(appended(registers['a plain list with comments behind']!, anna), / {2}# she is in Warsaw\n- name: Anna[^]*PO-1\n# end of the list\n$/);
  });

  it('only where it is safe', () => {
    for (const register of ['assignments: &all [{ name: Ewa Lis }]\nx-all: *all\n', '{ assignments: [] }\n', '[]\n', 'assignments: nobody\n', 'Contoso\n', '? assignments\n: - { name: Ewa Lis }\n']) {
      assert.ok('problem' in appendAssignments(register, [anna]), register);
    }
  });
});
