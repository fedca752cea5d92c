import assert from 'node:assert/strict';
import { parseDay } from '../../../src/core/calendar';
import { checkText, RegisterCheck, type CheckOptions } from '../../../src/core/check';
import type { Finding } from '../../../src/core/findings/finding';
import { mainPath } from '../../../src/core/register/inclusion';

const today = parseDay('2026-11-24')!;

/** Findings as `line:column-column rule`, from 1; an end on another line with its line. */
function found(text: string, options: Partial<CheckOptions> = {}): string[] {
  return checkText(text, { today, ...options }).map(placed);
}

function placed({ rule, range: { start, end } }: Finding): string {
  const to = end.line === start.line ? end.character + 1 : `${end.line + 1}:${end.character + 1}`;
  return `${start.line + 1}:${start.character + 1}-${to} ${rule}`;
}

const person = (name: string, rest = '') => `- name: ${name}\n  email: ${name.split(' ')[0]!.toLowerCase()}@contoso.example\n  assigned: 2024-03-04\n  type: Exchange Server 2019 Standard User CAL\n  purchase: PO-1\n${rest}`;

describe('The check of odd input', () => {
  const silent: Readonly<Record<string, string>> = {
    'an empty file': '',
    'one line break': '\n',
    'blanks': '   \n\t\n',
    'comments only': '# one\n# two\n',
    'a byte order mark only': '\ufeff',
    'a document start only': '---\n',
    'an end mark only': person('Anna Nowak') + '...\n',
    'a key with nothing behind it': 'assignments:\n',
    'empty sections': 'purchases: []\nservers: []\nassignments: []\n',
    'a dash only': '-\n',
    'dashes between entries': `-\n${person('Anna Nowak')}-   \n`,
    'free keys': 'x-owner: { team: [licensing] }\nassignments:\n',
  };
  for (const [name, text] of Object.entries(silent)) {
    it(`finds nothing in ${name}`, () => assert.deepEqual(found(text), []));
    it(`finds nothing in ${name} with CRLF`, () => assert.deepEqual(found(text.replaceAll('\n', '\r\n')), []));
  }

  it('counts columns without a byte order mark', () => {
    assert.deepEqual(found(`\ufeffassigments:\n${person('Anna Nowak')}`), ['1:1-11 unknown-key']);
  });

  it('reads a plain list at any indentation, with and without a document start', () => {
    for (const start of ['', '# head\n', '---\n', '# head\n---\n']) {
      for (const indent of ['', '  ', '      ']) {
        const list = person('Anna').split('\n').map(line => line && indent + line).join('\n');
        const line = start.split('\n').length;
        assert.deepEqual(found(start + list), [`${line}:${indent.length + 9}-${indent.length + 13} name-incomplete`]);
      }
    }
  });

  it('reads flow and block entries, on one line and on several', () => {
    for (const text of [
      'assignments: [{ name: Anna, email: a@contoso.example }]\n',
      'assignments:\n  - { name: Anna, email: a@contoso.example }\n',
      'assignments: [\n  { name: Anna,\n    email: a@contoso.example }\n]\n',
      '{ assignments: [{ name: Anna, email: a@contoso.example }] }\n',
      '[{ name: Anna, email: a@contoso.example }]',
    ]) {
      const rules = checkText(text, { today }).map(finding => finding.rule).sort();
      assert.deepEqual(rules, ['name-incomplete', 'purchase-missing', 'required-field', 'required-field'].filter(rule => rule !== 'purchase-missing'), text);
    }
  });

  it('says of a register that is a single text or number what a register is', () => {
    assert.deepEqual(found('register\n'), ['1:1-9 wrong-type']);
    assert.deepEqual(found('42\n'), ['1:1-3 wrong-type']);
    assert.deepEqual(found('"a text"\n'), ['1:1-9 wrong-type']);
  });

  it('survives what is no text', () => {
    for (const text of ['\0', `- name: A\0B C\n`, '\u0001\u0002\u0003', '\uffff\ud800', '%PDF-1.4\n\0\0\0', 'PK\u0003\u0004\0\0']) {
      assert.doesNotThrow(() => checkText(text, { today }), JSON.stringify(text));
    }
  });

  it('takes keys that are no texts as unknown', () => {
    assert.deepEqual(found(`- 1: a\n  true: b\n  name: Anna Nowak\n  email: a@contoso.example\n  assigned: 2024-03-04\n  type: Core CAL Suite\n  purchase: PO-1\n`),
      ['1:3-4 unknown-key', '2:3-7 unknown-key']);
    assert.deepEqual(found('? [assignments]\n: 1\n'), ['1:3-16 unknown-key']);
  });

  it('keeps reading around what is no YAML', () => {
    const findings = found(`${person('Anna Nowak')}- name: "Piotr\n  email: piotr@contoso.example\n${person('Jan')}`);
    assert.deepEqual(findings, ['7:30-31 yaml-syntax', '8:9-12 name-incomplete']);
  });

  it('lets a line that slipped to the left edge cost its own entry only', () => {
    const section = (people: string) => `assignments:\n${people.replace(/^(?=.)/gm, '  ')}`;
    const slipped = section(`${person('Anna Nowak')}${person('Piotr')}`).replace('Standard User', 'Standard\nUser');
    assert.deepEqual(found(slipped), ['6:1-9 yaml-syntax', '8:11-16 name-incomplete']);
    assert.deepEqual(found(section(`${person('Anna Nowak')}${person('Piotr')}`).replace('@', '\n@')), ['4:1-17 yaml-syntax', '8:11-16 name-incomplete']);
    const halfTyped = section(person('Anna Nowak')) + 'purch\n' + section(person('Piotr')).slice('assignments:\n'.length);
    assert.deepEqual(found(halfTyped), ['7:1-6 yaml-syntax', '8:11-16 name-incomplete']);
    assert.deepEqual(found(section(person('Piotr')).replace('\n', '\nhalf\n')), ['2:1-5 yaml-syntax', '3:11-16 name-incomplete']);
    const inBraces = 'assignments:\n  - { name: Anna Nowak,\nemail: a@contoso.example, assigned: 2024-03-04 }\n  - { name: Piotr }\n';
    assert.deepEqual(found(inBraces).filter(each => !each.includes('required-field')), ['2:23-24 yaml-syntax', '3:1-2 yaml-syntax', '4:13-18 name-incomplete']);
  });

  it('goes on below the marks that a merge left', () => {
    const section = (people: string) => people.replace(/^(?=.)/gm, '  ');
    const text = `assignments:\n${section(person('Anna Nowak'))}<<<<<<< HEAD\n${section(person('Ewa Lis'))}||||||| base\n=======\n${section(person('Jan Kowal'))}>>>>>>> theirs\n${section(person('Maria'))}`;
    assert.deepEqual(found(text), ['7:1-13 yaml-syntax', '13:1-13 yaml-syntax', '14:1-8 yaml-syntax', '20:1-15 yaml-syntax', '21:11-16 name-incomplete']);
  });

  it('tells a quote that is left open by an escape, or by another quote, though it looks closed', () => {
    const syntax = (name: string) => found(`- name: ${name}\n  note: "x"\n  purchase: 'PO-1'\n  email: anna@contoso.example\n`).filter(each => each.includes('yaml'));
    assert.deepEqual(syntax('"Anna Nowak\\"'), ['1:21-22 yaml-syntax']);
    assert.deepEqual(syntax("'Anna Nowak''"), ['1:21-22 yaml-syntax']);
    for (const closed of ['"Anna \\\\ Nowak\\\\"', "'Anna ''N'''", "''", '""', "''''", '"\\""']) {
      assert.deepEqual(syntax(closed), [], closed);
    }
  });

  it('says nothing of what a half-typed line may be about to say', () => {
    for (const half of ['  em', '  email', '  email:', '  email: ', '  email: "', '  purchase', '  ', '\t']) {
      const rules = checkText(`${person('Anna Nowak')}- name: Piotr Zieliński\n  assigned: 2024-03-04\n${half}\n${person('Ewa Lis')}`, { today }).map(finding => finding.rule);
      assert.ok(rules.every(rule => ['yaml-syntax', 'required-field', 'purchase-missing'].includes(rule)), `${JSON.stringify(half)}: ${rules.join(', ')}`);
    }
  });

  it('reads anchors and aliases, and says what is wrong with one where it is used', () => {
    const text = `- &anna\n  name: Anna\n  email: anna@contoso.example\n  assigned: &day 2024-02-30\n  type: &type Exchange Server 2019 Standard User CAL\n  purchase: PO-1\n- name: Ewa Lis\n  email: ewa@contoso.example\n  assigned: *day\n  type: *type\n  purchase: PO-1\n- *anna\n- *nobody\n`;
    assert.deepEqual(found(text), ['2:9-13 name-incomplete', '4:18-28 date-invalid', '9:13-17 date-invalid', '12:3-8 date-invalid', '12:3-8 name-incomplete', '13:3-10 yaml-syntax']);
  });

  it('reads what an alias of a list, or of a key, stands for', () => {
    const check = new RegisterCheck('devices:\n  - name: KIOSK-1\n    users: &shift [anna@contoso.example, ewa@contoso.example]\n  - &key name: KIOSK-2\n    users: *shift\n    note: *key\n', { today });
    check.work();
    const devices = [...check.readings()].flatMap(({ entries }) => entries.filter(entry => entry.entryKind === 'device'));
    assert.deepEqual(devices.map(({ users }) => users?.map(({ value }) => value)), [['anna@contoso.example', 'ewa@contoso.example'], ['anna@contoso.example', 'ewa@contoso.example']]);
    assert.deepEqual([devices[1]!.note?.value, check.findings().filter(({ rule }) => rule === 'yaml-syntax')], ['name', []]);
  });

  it('lets aliases follow the entry in which their anchor stands, whatever is typed there', () => {
    const text = `x-types:\n  - &old Exchange Server 2019 Standard User CAL\n  - &new Exchange Server SE Standard User CAL\nassignments:\n${person('Anna Nowak')}${person('Ewa Lis')}`.replaceAll(/type: .*/g, 'type: *new');
    const check = new RegisterCheck(text, { today });
    check.work();
    const steps: [line: number, start: number, end: number, newText: string][] = [
      [2, 4, 8, '&nwe'], [2, 4, 8, '&old'], [2, 4, 8, '&new'], [2, 4, 8, ''], [1, 4, 8, '&new'], [2, 4, 4, '&new '], [2, 0, 45, ''], [0, 0, 8, 'x-t'], [1, 0, 4, '  - {a: *new, b: '],
    ];
    let current = text;
    for (const [line, start, end, newText] of steps) {
      const lines = current.split('\n');
      lines[line] = lines[line]!.slice(0, start) + newText + lines[line]!.slice(end);
      current = lines.join('\n');
      check.update([{ range: { start: { line, character: start }, end: { line, character: end } }, newText }]);
      check.work();
      assert.deepEqual(check.findings(), checkText(current, { today }), current);
    }
  });

  it('takes an alias within what an alias stands for as it was meant there', () => {
    const text = '- &anna { name: Anna Nowak, email: &mail anna@contoso.example }\n- &ewa { name: Ewa Lis, email: *mail }\n- { name: Jan Kowal, email: &mail jan@contoso.example }\n- *ewa\n';
    const check = new RegisterCheck(text, { today });
    check.work();
    const emails = [...check.readings()].flatMap(({ entries }) => entries.map(entry => entry.entryKind === 'assignment' ? entry.email?.value : undefined));
    assert.deepEqual(emails, ['anna@contoso.example', 'anna@contoso.example', 'jan@contoso.example', 'anna@contoso.example']);
  });

  it('takes the last anchor before an alias, whatever was typed last', () => {
    const lines = ['- { name: &who Anna Nowak }', '- { name: &who Ewa Lis }', '- { name: *who }', '- { name: &who Jan Kowal }'];
    const check = new RegisterCheck(lines.join('\n'), { today });
    check.work();
    const names = () => [...check.readings()].flatMap(({ entries }) => entries.map(entry => entry.entryKind === 'assignment' ? entry.name?.value : undefined));
    for (const [line, newText, expected] of [
      [0, '- { name: &who Anna Maria }', 'Ewa Lis'], [2, '- { name: *who, note: x }', 'Ewa Lis'], [3, '- { name: &who Jan Maria }', 'Ewa Lis'], [2, '- { name: *who, note: y }', 'Ewa Lis'],
      [1, '- { name: Ewa Lis }', 'Anna Maria'], [1, '- { name: &who Ewa Maria }', 'Ewa Maria'], [0, '- { name: &who Anna }', 'Ewa Maria'], [2, '- { name: *who, note: &who z }', 'Ewa Maria'],
    ] as const) {
      check.update([{ range: { start: { line, character: 0 }, end: { line, character: lines[line]!.length } }, newText }]);
      lines[line] = newText;
      check.work();
      assert.equal(names()[2], expected, lines.join('\n'));
    }
  });

  it('takes as many aliases as a register needs, however long somebody types in it', () => {
    const list = `x-list: &list [${'x, '.repeat(9_999)}x]\n`;
    const used = (count: number) => Array.from({ length: count }, (_, index) => `x-${index}: *list\n`).join('');
    assert.equal(found(list + used(101)).filter(each => each.includes('yaml')).length, 2);
    const check = new RegisterCheck(list + used(10), { today });
    check.work();
    for (let at = 0; at < 95; at++) {
      check.update([{ range: { start: { line: 5, character: 0 }, end: { line: 5, character: 1 } }, newText: at % 2 === 0 ? 'y' : 'x' }]);
      check.work();
    }
    assert.deepEqual(check.findings().filter(({ rule }) => rule === 'yaml-syntax'), []);
  });

  it('reads only the entry that is typed in where anchors tie others together', () => {
    const text = `${person('Anna Nowak').replace('type: ', 'type: &cal ')}${person('Ewa Lis').replace(/type: .*/, 'type: *cal')}${person('Jan Kowal')}`;
    const check = new RegisterCheck(text, { today });
    check.work();
    const entries = () => [...check.readings()].flatMap(reading => reading.entries);
    const before = entries();
    const line = text.split('\n').findIndex(each => each.includes('Jan Kowal'));
    check.update([{ range: { start: { line, character: 8 }, end: { line, character: 11 } }, newText: 'Ian' }]);
    check.work();
    assert.deepEqual(entries().map((entry, index) => entry === before[index]), [true, true, false]);
  });

  it('takes an alias for nothing before its anchor, in another file, and within what it stands for', () => {
    assert.deepEqual(found(`- name: *anna\n- name: &anna Anna Nowak\n`).filter(each => each.includes('yaml')), ['1:9-14 yaml-syntax']);
    assert.deepEqual(found(`- &anna\n  name: Anna Nowak\n  note: *anna\n`).filter(each => each.includes('yaml')), []);
    assert.deepEqual(found('- note: &key "e"\n- *key : aaaaa\\"bb\n').filter(each => each.includes('yaml')), []);
    const check = new RegisterCheck('include: [a]\nx: &anna Anna Nowak\n', { today });
    check.work();
    check.include([{ path: mainPath, glob: 'a', outcome: 'found', files: ['a'], unreadable: [] }], new Map([['a', '- name: *anna\n']]));
    check.work();
    assert.deepEqual(check.findings('a').map(({ rule }) => rule).filter(rule => rule === 'yaml-syntax'), ['yaml-syntax']);
  });

  it('checks the first of several documents only', () => {
    assert.deepEqual(found(`${person('Anna')}---\n- name: Piotr\n---\n`), ['1:9-13 name-incomplete', '6:1-4 several-documents']);
    assert.deepEqual(found(`${person('Anna Nowak')}...\n---\nx: 1\n`), ['7:1-4 several-documents']);
    assert.deepEqual(found('---\n---\n'), ['2:1-4 several-documents']);
  });

  it('shows where the first of two equal keys stands, in one entry and across the register', () => {
    for (const [text, line] of [['- name: Anna Nowak\n  name: Ewa Lis\n', 0], [`assignments:\n${person('Anna')}\nassignments: []\n`, 0]] as const) {
      const { related } = checkText(text, { today }).find(({ rule }) => rule === 'duplicate-key')!;
      assert.deepEqual(related.map(({ range }) => range.start.line), [line]);
    }
  });

  it('gives findings between an edit and the work that follows it', () => {
    const text = `assignments:\n${person('Anna')}servers: []\npurchases:\n  - { id: PO-1, date: 2024-01-01, quantity: 1, type: Exchange Server 2019 Standard User CAL, document: x }\nassignments: []\n`;
    const check = new RegisterCheck(text.replace('servers', `${person('Ewa')}servers`), { today });
    check.work();
    assert.ok(['duplicate-key', 'over-assigned-purchase'].every(rule => check.findings().some(finding => finding.rule === rule && finding.related.length > 0)));
    for (const line of [6, 1, 0]) {
      check.update([{ range: { start: { line, character: 0 }, end: { line: line > 0 ? line + 5 : 1, character: 0 } }, newText: '' }]);
      assert.doesNotThrow(() => check.findings());
    }
  });

  it('reads a section under the first of two equal keys', () => {
    assert.deepEqual(found(`assignments:\n${person('Anna')}assignments:\n${person('Piotr')}`), ['2:9-13 name-incomplete', '7:1-12 duplicate-key']);
  });
});

describe('The severity of a finding', () => {
  const text = `settings: { severities: { name-incomplete: error } }\nassignments:\n${person('Anna')}`;
  const severities = (options: Partial<CheckOptions>, register = text) => checkText(register, { today, ...options }).map(finding => finding.severity);

  it('is what the command line says, else the register, else the settings, else the rule', () => {
    const plain = text.slice(text.indexOf('\n') + 1);
    assert.deepEqual(severities({}, plain), ['hint']);
    assert.deepEqual(severities({ severities: { 'name-incomplete': 'warning' } }, plain), ['warning']);
    assert.deepEqual(severities({ severities: { 'name-incomplete': 'warning' } }), ['error']);
    assert.deepEqual(severities({ severities: { 'name-incomplete': 'warning' }, decreedSeverities: { 'name-incomplete': 'info' } }), ['info']);
    assert.deepEqual(severities({ decreedSeverities: { 'name-incomplete': 'off' } }), []);
  });

  it('changes with the options, and what is silenced comes back', () => {
    const check = new RegisterCheck(text, { today });
    check.work();
    check.setOptions({ today, decreedSeverities: { 'name-incomplete': 'off' } });
    check.work();
    assert.deepEqual(check.findings(), []);
    check.setOptions({ today });
    check.work();
    assert.deepEqual(check.findings().map(placed), ['3:9-13 name-incomplete']);
  });
});

describe('The check in slices', () => {
  const text = `purchases:\n  - { id: PO-1, date: 2024-03-01, type: Exchange Server 2019 Standard User CAL, quantity: 1500, document: x }\nassignments:\n${Array.from({ length: 1500 }, (_, index) => person(`Person${index % 7 === 0 ? '' : ` Number${index}`}`).replace('person@', `p${index}@`)).join('')}`;

  it('does one step at a time and ends as the whole check does', () => {
    const check = new RegisterCheck(text, { today });
    let slices = 0;
    while (!check.work(() => true)) {
      slices++;
    }
    assert.ok(slices > 900);
    assert.deepEqual(check.findings(), checkText(text, { today }));
  });

  it('loses no edit that comes meanwhile, wherever it falls', () => {
    const lines = text.split('\n').length;
    // Loading, reading, placing, finding pools (3012) and running rules.
    for (const slices of [0, 1, 300, 2000, 3012, 5000]) {
      for (const line of [0, 700, lines - 1]) {
        const check = new RegisterCheck(text, { today });
        for (let slice = 0; slice < slices; slice++) {
          check.work(() => true);
        }
        const edit = { range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, newText: '# a comment\n' };
        check.update([edit]);
        check.work();
        const edited = text.split('\n').toSpliced(line, 1, '# a comment').join('\n') + (line === lines - 1 ? '\n' : '');
        assert.deepEqual(check.findings().map(placed), checkText(edited, { today }).map(placed), `${slices} slices, line ${line}`);
      }
    }
  });

  it('finds the purchase of an assignment that is read again before its purchase is', () => {
    const lines = ['purchases:', '  - { id: PO-1, date: 2024-02-12, type: Exchange Server 2019 Standard User CAL, quantity: 1, document: x }', 'servers: []', 'assignments:',
      '  - { name: Jan Kowal, email: jan.kowal@contoso.example, assigned: 2024-03-04, type: Exchange Server 2019 Standard User CAL, purchase: PO-1 }', ''];
    const check = new RegisterCheck(lines.join('\n'), { today });
    check.work();
    assert.deepEqual(check.findings(), []);
    for (const line of [4, 1]) {
      const end = { line, character: lines[line]!.length };
      check.update([{ range: { start: end, end }, newText: '  # read again' }]);
    }
    check.work();
    assert.deepEqual(check.findings(), []);
  });

  it('takes an edit over what is loaded and what is not', () => {
    const check = new RegisterCheck(text, { today });
    check.work(() => true);
    check.update([{ range: { start: { line: 500, character: 0 }, end: { line: 6000, character: 0 } }, newText: '' }]);
    check.work();
    const edited = text.split('\n').toSpliced(500, 5500).join('\n');
    assert.deepEqual(check.findings().map(placed), checkText(edited, { today }).map(placed));
  });
});
