import assert from 'node:assert/strict';
import { Offered } from './completing';

const register = `purchases:
  - id: "0147"
    date: 2026-01-05
    type: Exchange Server 2019 Standard User CAL
    quantity: 3
  - id: PO-SE
    date: 2026-02-05
    type: Exchange Server SE Standard Device CAL
    quantity: 1
  - id: PO-S
    date: 2026-01-05
    type: Exchange Server 2019 Standard
    quantity: 2
servers:
  - name: EX01
    version: 2019
    edition: Standard
    license: PO-S
devices:
  - name: KIOSK-01
    users: [ewa.lis@contoso.example]
assignments:
  - name: Anna Nowak
    email: anna@contoso.example
    assigned: 2026-10-01
    type: Exchange Server 2019 Standard User CAL
    purchase: "0147"
`;
const behind = (lines: string) => new Offered(register + lines);
const inPlaceOf = (old: string, text: string) => new Offered(register.replace(old, text));
/** The text behind the assignments of the register, with an item in it. */
const tailWith = (lines: string, label: string) => behind(lines).with(label).slice(register.length);
const nothing: string[] = [];

describe('Completion of keys', () => {
  it('offers the keys that an entry lacks, required ones first', () => {
    assert.deepEqual(new Offered('- name: Anna Nowak\n  |').labels.slice(0, 5), ['email', 'assigned', 'login', 'device', 'otherAddresses']);
    assert.deepEqual(new Offered('- login: a\n  |\n  assigned: 2024-03-04\n').labels.slice(0, 3), ['name', 'email', 'device']);
    assert.equal(new Offered('- name: Anna Nowak\n  |').item('email').detail, 'required');
    assert.match(new Offered('- |').item('assigned').documentation!.join('\n'), /^Day the license was assigned, as YYYY-MM-DD\. [^\n]*\nExample: 2024-03-04$/);
  });

  it('offers values behind a key in braces that lacks the comma before it', () => {
    assert.ok(new Offered('- { "x" "type": | }').labels.includes('Exchange Server 2019 Standard User CAL'));
  });

  it('leaves out keys that stand behind the cursor, in braces too', () => {
    assert.ok(!new Offered('- |\n  email: a\n').labels.includes('email'));
    assert.deepEqual(new Offered('- { |, email: a }').labels.slice(0, 2), ['name', 'assigned']);
    assert.ok(!new Offered('- {\n    na|,\n    email: a\n  }\n').labels.includes('email'));
  });

  const written: [string, string, string][] = [
    ['- name: Anna\n  em|', 'email', '- name: Anna\n  email: |'],
    ['- name: Anna\n  |\n- name: Ewa\n', 'email', '- name: Anna\n  email: |\n- name: Ewa\n'],
    ['- na|', 'name', '- name: |'],
    ['-|', 'name', '- name: |'],
    ['- name: Anna\n  em|ail: a\n', 'email', '- name: Anna\n  email|: a\n'],
    ['- name: Anna\r\n  |\r\n', 'ended', '- name: Anna\r\n  ended: |\r\n'],
    ['- { name: Anna, |}', 'email', '- { name: Anna, email: |}'],
    ['- { name: Anna,| }', 'email', '- { name: Anna, email: | }'],
    ['- {|}', 'name', '- {name: |}'],
    ['- name: A\n  "em|"\n', 'email', '- name: A\n  email: |\n'],
    ['purchases:\n  - id: P\n    |', 'softwareAssurance', 'purchases:\n  - id: P\n    softwareAssurance:\n      from: |YYYY-MM-DD\n      until: YYYY-MM-DD'],
    ['purchases:\r\n    - id: P\r\n      |\r\n', 'subscription', 'purchases:\r\n    - id: P\r\n      subscription:\r\n          from: |YYYY-MM-DD\r\n          until: YYYY-MM-DD\r\n'],
    ['purchases:\n  - { id: P, | }', 'subscription', 'purchases:\n  - { id: P, subscription: { from: |YYYY-MM-DD, until: YYYY-MM-DD } }'],
    ['purchases:\n  - id: P\n    subscription:\n      |\n', 'until', 'purchases:\n  - id: P\n    subscription:\n      until: |\n'],
    ['purchases:\n  - id: P\n    subscription:\n      - from: 2026-01-01\n        |', 'until', 'purchases:\n  - id: P\n    subscription:\n      - from: 2026-01-01\n        until: |'],
    ['purchases:\n  - id: P\n    subscription: { from: 2026-01-01, | }', 'until', 'purchases:\n  - id: P\n    subscription: { from: 2026-01-01, until: | }'],
    ['devices:\n- name: K\n  |', 'users', 'devices:\n- name: K\n  users:\n    - |'],
    ['devices:\n  - { name: K, | }', 'users', 'devices:\n  - { name: K, users: [|] }'],
    ['settings:\n  |', 'severities', 'settings:\n  severities:\n    |'],
    ['settings:\n  severities:\n    name-|\n', 'name-incomplete', 'settings:\n  severities:\n    name-incomplete: |\n'],
    ['settings: { severities: { | } }', 'cal-key', 'settings: { severities: { cal-key: | } }'],
    ['exports:\n  |', 'mailboxes', 'exports:\n  mailboxes: |'],
  ];
  for (const [before, label, after] of written) {
    it(`writes ${label} into ${JSON.stringify(before)}`, () => assert.equal(new Offered(before).with(label), after));
  }

  it('offers the keys of the register at the left edge, without those that it has', () => {
    assert.deepEqual(behind('\nex|').labels, ['register', 'organization', 'settings', 'mailboxes', 'noCal', 'exports', 'include']);
    assert.equal(tailWith('\nexp|', 'exports'), '\nexports:\n  |');
    assert.equal(tailWith('\n|\n', 'noCal'), '\nnoCal:\n  - email: |address\n    reason: service\n');
    assert.deepEqual(new Offered('# Contoso\n|\npurchases:\n').labels.includes('purchases'), false);
  });

  it('offers nothing where no key can stand', () => {
    for (const text of ['- name: Anna\n  |email: a\n'.replace('|email', ' |email'), '- name: Anna\n  note: |-\n    en|\n'.replace('|-', '>-'), '- name: Anna\n  note: "a\n    b|\n    c"\n', '- name: Anna\n    Now|ak\n', '...\n|']) {
      assert.deepEqual(new Offered(text).labels.filter(label => label === 'ended'), nothing, text);
    }
  });

  it('leaves what the schema says to another extension where that tells it', () => {
    const left = (text: string) => new Offered(text, { leavesSchema: true }).labels;
    assert.deepEqual(left('- name: Anna\n  en|'), nothing);
    assert.deepEqual(left('- reason: |'), nothing);
    assert.deepEqual(left('- type: |'), nothing);
    assert.deepEqual(left('- { name: A B, email: a, assigned: 2026-01-01, type: Exchange Server 2019 Standard -- 1 User CAL }\n- type: |'), ['Exchange Server 2019 Standard -- 1 User CAL']);
    assert.deepEqual(left('- assigned: |'), ['2026-11-24']);
  });
});

describe('Completion of values', () => {
  it('offers the license types of the register first, then all by their canonical names', () => {
    assert.deepEqual(behind('  - type: |').labels.slice(0, 3), ['Exchange Server 2019 Standard User CAL', 'Exchange Server SE Standard Device CAL', 'Exchange Server SE Standard User CAL']);
    assert.ok(!behind('  - type: |').labels.includes('Exchange Server 2019 Standard'), 'a server license is nothing to assign');
    assert.ok(inPlaceOf('type: Exchange Server 2019 Standard\n', 'type: |\n').labels.includes('Exchange Server 2019 Standard'));
    assert.equal(behind('  - purchase: PO-SE\n    type: |').labels[0], 'Exchange Server SE Standard Device CAL');
    assert.equal(tailWith('  - type: Exchange| Server 2016 # as bought', 'Core CAL Suite'), '  - type: Core CAL Suite| # as bought');
  });

  it('offers purchases with what is free, those of the type first, and quotes what YAML takes for a number', () => {
    const devices = behind('  - type: Exchange Server SE Standard Device CAL\n    purchase: |');
    assert.deepEqual(devices.list.items.map(({ label, detail }) => `${label} · ${detail}`), ['PO-SE · SE Standard Device CAL · 1 of 1 free', '0147 · 2019 Standard User CAL · 2 of 3 free']);
    assert.deepEqual(behind('  - purchase: |\n    type: Exchange Server 2016 Standard User CAL\n').labels, ['0147', 'PO-SE']);
    assert.equal(tailWith('  - purchase: |', '0147'), '  - purchase: "0147"|');
    assert.equal(tailWith("  - purchase: '|'", '0147'), "  - purchase: '0147'|");
    assert.equal(tailWith('  - purchase: "01|', '0147'), '  - purchase: "0147"|');
    assert.equal(tailWith('  - { purchase: | }', '0147'), '  - { purchase: "0147"| }');
  });

  it('offers purchases with nothing left last', () => {
    const full = register.replace('quantity: 3', 'quantity: 1').replace('SE Standard Device', '2019 Standard User');
    assert.deepEqual(new Offered(`${full}  - type: Exchange Server 2019 Standard User CAL\n    purchase: |`).list.items.map(({ detail }) => detail), ['2019 Standard User CAL · 1 of 1 free', '2019 Standard User CAL · none of 1 free']);
  });

  it('says how many are free at most where assignments cannot be read', () => {
    const unread = behind('  - { name: Jan Kowal, email: jan@contoso.example, assigned: 01.10.2026, type: Exchange Server 2019 Standard User CAL, purchase: "0147" }\n  - purchase: |');
    assert.deepEqual(unread.list.items.map(({ detail }) => detail), ['SE Standard Device CAL · 1 of 1 free', '2019 Standard User CAL · at most 2 free']);
  });

  it('offers the newest purchases first, by the last of their lines, and those without a day last', () => {
    const line = (id: string, date: string, quantity = '1') => `  - { id: ${id}, ${date}type: Exchange Server SE Standard User CAL, quantity: ${quantity} }\n`;
    const purchases = `purchases:\n${line('PO-1', '')}${line('PO-2', 'date: 2024-02-01, ')}${line('PO-3', 'date: 2024-03-01, ')}${line('PO-2', 'date: 2024-04-01, ')}${line('PO-4', 'date: 2023-01-01, ', 'many')}`;
    const { list: { items } } = new Offered(`${purchases}assignments:\n  - purchase: |`);
    assert.deepEqual(items.map(({ label, detail }) => `${label} · ${detail}`), [
      'PO-2 · SE Standard User CAL · 2 of 2 free', 'PO-3 · SE Standard User CAL · 1 of 1 free', 'PO-4 · SE Standard User CAL', 'PO-1 · SE Standard User CAL · 1 of 1 free',
    ]);
  });

  it('offers numbers of purchases to a further line, but not what it says itself', () => {
    assert.deepEqual(inPlaceOf('  - id: PO-S\n', '  - id: PO-S|\n').labels, ['PO-SE', '0147']);
    assert.deepEqual(inPlaceOf('servers:', '  - { id: PO-S|, date: 2026-03-01, type: Exchange Server 2019 Standard, quantity: 1 }\nservers:').labels, ['PO-S', 'PO-SE', '0147']);
  });

  it('offers server licenses to a server', () => {
    assert.deepEqual(inPlaceOf('license: PO-S', 'license: |').list.items.map(({ label, detail }) => `${label} · ${detail}`), ['PO-S · 2019 Standard · 2 of 2 free']);
    assert.equal(inPlaceOf('  - name: EX01', '  - license: |\n  - name: EX01').item('PO-S').detail, '2019 Standard · 1 of 2 free');
  });

  it('offers the types that the register uses most first, as it words them, but not what the entry says itself', () => {
    const person = (name: string, type: string) => `  - { name: ${name} Lis, email: ${name}@contoso.example, assigned: 2026-01-01, type: ${type} }\n`;
    const people = `assignments:\n${person('Ewa', 'Exchange Server SE Standard User CAL')}${person('Jan', 'Exchange Server 2019 Standard -- 1 User CAL')}${person('Ola', 'Exchange Server 2019 Standard -- 1 User CAL')}`;
    assert.deepEqual(new Offered(`${people}  - type: |`).labels.slice(0, 2), ['Exchange Server 2019 Standard -- 1 User CAL', 'Exchange Server SE Standard User CAL']);
    assert.notEqual(new Offered(`${people}  - type: Core CAL Suite|`).labels[2], 'Core CAL Suite');
  });

  it('offers people, addresses and devices that are known, those of the entry first, and not what it says itself', () => {
    const more = '  - { name: Ewa Lis, login: CONTOSO\\elis, assigned: 2026-01-01 }\n';
    assert.deepEqual(behind(`${more}  - name: |`).list.items.map(({ label, detail }) => [label, detail]), [['Anna Nowak', 'anna@contoso.example'], ['Ewa Lis', 'CONTOSO\\elis']]);
    assert.deepEqual(behind('  - name: Anna\n    email: ann|').labels, ['anna@contoso.example']);
    assert.equal(tailWith(`${more}  - login: "|"`, 'CONTOSO\\elis'), `${more}  - login: 'CONTOSO\\elis'|`);
    assert.deepEqual(behind(`${more}  - temporaryFor: |`).labels, ['anna@contoso.example', 'CONTOSO\\elis']);
    assert.deepEqual(behind('  - device: |').labels, ['KIOSK-01']);
    const moreOfOne = '  - { name: Ewa Lis, email: ewa@contoso.example, assigned: 2026-01-01 }\n';
    assert.deepEqual(behind(`${moreOfOne}  - name: Ewa Lis\n    email: |`).labels, ['ewa@contoso.example', 'anna@contoso.example']);
    assert.deepEqual(behind(`${moreOfOne}  - email: EWA@contoso.example\n    name: |`).labels, ['Ewa Lis', 'Anna Nowak']);
    assert.deepEqual(behind(`${more}  - login: CONTOSO\\elis\n    name: |`).labels, ['Ewa Lis', 'Anna Nowak']);
    assert.deepEqual(behind('  - device: KIOSK-99|').labels, ['KIOSK-01']);
    assert.deepEqual(behind('  - { device: LAPTOP-7, assigned: 2026-01-01 }\n  - device: |').labels, ['KIOSK-01', 'LAPTOP-7']);
    assert.deepEqual(inPlaceOf('  - name: KIOSK-01', '  - name: KIOSK-02|').labels, nothing);
  });

  it('offers an account once, however it is written, with the name that any entry has', () => {
    const { list: { items } } = behind('mailboxes:\n  - email: Anna@contoso.example\ndelegates: []\nnoCal:\n  - email: |');
    assert.deepEqual(items.map(({ label, detail }) => [label, detail]), [['Anna@contoso.example', 'Anna Nowak']]);
  });

  it('offers the addresses of mailboxes that an export lists', () => {
    const offered = new Offered('exports: { mailboxes: m.csv }\nassignments:\n  - email: |', { mailboxes: ['new@contoso.example'] });
    assert.deepEqual(offered.labels, ['new@contoso.example']);
  });

  it('writes lists in brackets or below, as the place asks for', () => {
    const device = 'devices:\n  - name: K\n    users:';
    const people = 'assignments:\n  - { name: A, email: a@contoso.example, assigned: 2026-01-01 }\n';
    const written = (lines: string) => new Offered(`${people}${device}${lines}`).with('a@contoso.example').slice(people.length + device.length);
    assert.equal(written(' |'), ' [a@contoso.example]|');
    assert.equal(written(' [|]'), ' [a@contoso.example|]');
    assert.equal(written(' [b@contoso.example,|]'), ' [b@contoso.example, a@contoso.example|]');
    assert.equal(written('\n      - |\n'), '\n      - a@contoso.example|\n');
    assert.equal(written('\n      |'), '\n      - a@contoso.example|');
    assert.equal(written('\n    |'), '\n      - a@contoso.example|');
    assert.equal(written('\n      - b@contoso.example\n      |\n'), '\n      - b@contoso.example\n      - a@contoso.example|\n');
  });

  const words: [string, string[]][] = [
    ['- reason: |', ['left', 'device-failed', 'temporary-over', 'reassigned', 'replaced', 'moved-to-cloud', 'no-longer-needed', 'correction', 'other']],
    ['- external: |', ['true', 'false']],
    ['servers:\n  - version: |', ['SE', '2019', '2016', '2013']],
    ['mailboxes:\n  - { email: a, features: [|] }', ['archive', 'litigation-hold', 'in-place-hold', 'personal-tags', 'journal-rule', 'dlp', 'rights-protection', 'site-mailbox']],
    ['settings:\n  severities:\n    cal-key: |', ['error', 'warning', 'info', 'hint', 'off']],
    ['settings:\n  equivalents:\n    - type: Microsoft 365 E3\n      covers: [standard, |]', ['enterprise']],
    ['- assigned: |', ['2026-11-24']],
    ['- absence: { from: | }', ['2026-11-24']],
    ['- note: |', []],
    ['- x-mine: |', []],
  ];
  for (const [text, labels] of words) {
    it(`offers words at ${JSON.stringify(text)}`, () => assert.deepEqual(new Offered(text).labels, labels));
  }

  it('keeps the type of words: true is no text, a version may be', () => {
    assert.equal(new Offered('- external: "|"').with('true'), '- external: true|');
    assert.equal(new Offered('servers:\n  - version: "|"').with('2019'), 'servers:\n  - version: "2019"|');
    assert.equal(new Offered('servers:\n  - version:|').with('2019'), 'servers:\n  - version: 2019|');
  });

  it('offers types under settings', () => {
    const read = register.replace('Exchange Server SE Standard Device CAL', 'ExchSvrStd DvcCAL');
    assert.equal(new Offered(`settings:\n  typeNames:\n    |\n${read}`).with('ExchSvrStd DvcCAL').split('\n')[2], '    ExchSvrStd DvcCAL: |');
    assert.ok(new Offered(`settings:\n  typeNames:\n    ExchSvrStd DvcCAL: |\n${read}`).labels.includes('Exchange Server SE Standard Device CAL'));
    const own = 'assignments:\n  - { name: Ewa Lis, email: ewa@contoso.example, assigned: 2026-01-01, type: Mail seat }\n  - { name: Jan Lis, email: jan@contoso.example, assigned: 2026-01-01, type: Core CAL Suite }\n  - { name: Ola Lis, email: ola@contoso.example, assigned: 2026-01-01 }\n';
    assert.deepEqual(new Offered(`settings:\n  typeNames:\n    |\n${own}`).labels, ['Mail seat']);
    assert.ok(new Offered('settings:\n  equivalents:\n    - type: |\n').labels.every(label => /^(?:Microsoft|Office|Exchange Online)/.test(label)));
  });

  it('asks again where there are more than can be shown', () => {
    const many = Array.from({ length: 500 }, (_, index) => `  - { name: Person ${index}, email: p${index}@contoso.example, assigned: 2026-01-01 }\n`).join('');
    const { list } = new Offered(`assignments:\n${many}  - email: p|`);
    assert.ok(list.isIncomplete);
    assert.equal(list.items.length, 200);
    const { list: fewer, labels } = new Offered(`assignments:\n${many}  - email: person 49|`);
    assert.ok(!fewer.isIncomplete);
    assert.deepEqual(labels.slice(0, 3), ['p49@contoso.example', 'p149@contoso.example', 'p249@contoso.example']);
    assert.deepEqual(new Offered(`assignments:\n${many}  - name: Person 499\n    email: |`).labels[0], 'p499@contoso.example');
    const last = '  - { name: Ewa (IT), email: ewa@contoso.example, login: CONTOSO\\elis, assigned: 2026-01-01 }\n';
    for (const typed of ['ewa', '(it', 'ELIS', 'wa@con']) {
      assert.deepEqual(new Offered(`assignments:\n${many}${last}  - email: ${typed}|`).labels, ['ewa@contoso.example'], typed);
    }
  });
});

describe('Completion of entries', () => {
  const assignment = (indent: string) => ['name: |First and last name', 'email: address', 'assigned: YYYY-MM-DD', 'type: license as on the invoice', 'purchase: document or order number'].join(`\n${indent}  `);

  it('writes a whole entry behind a dash, and on an empty line of a section', () => {
    for (const lines of ['  - |', '  -|', '  |', '|', '-|', '- |', ' -|']) {
      assert.equal(tailWith(lines, 'New assignment'), `  - ${assignment('  ')}`, lines);
    }
    assert.equal(tailWith('\n    |\n', 'New assignment'), `\n  - ${assignment('  ')}\n`);
    assert.equal(inPlaceOf('  - id: PO-SE', '  |\n  - id: PO-SE').with('New purchase').slice(0, 150).split('\n')[5], '  - id: |id');
    assert.equal(inPlaceOf('servers:\n', 'servers:\n|\n').with('New server').split('\n').slice(13, 16).join('\n'), 'servers:\n  - name: |name\n    version: SE');
  });

  it('offers entries first where no key of another entry can stand', () => {
    assert.deepEqual(behind('|').labels.slice(0, 2), ['New assignment', 'New assignment to a device']);
    assert.equal(behind('    |').labels.at(-1), 'New assignment to a device');
  });

  it('keeps to the indentation, the line ends and the braces of the register', () => {
    assert.equal(new Offered('assignments:\r\n    - name: Anna\r\n    |').with('New assignment'), `assignments:\r\n    - name: Anna\r\n    - ${assignment('    ').replaceAll('\n', '\r\n')}`);
    assert.equal(new Offered('assignments:\n- name: Anna\n|').with('New assignment'), `assignments:\n- name: Anna\n- ${assignment('')}`);
    assert.equal(new Offered('assignments:\n|', { indentation: 4 }).with('New assignment'), `assignments:\n    - ${assignment('    ')}`);
    assert.equal(new Offered('- { name: Anna }\n|').with('New assignment'), '- { name: Anna }\n- { name: |First and last name, email: address, assigned: YYYY-MM-DD, type: license as on the invoice, purchase: document or order number }');
    assert.equal(new Offered('- name: Anna\n|').with('New assignment'), `- name: Anna\n- ${assignment('')}`);
  });

  it('begins a section on the next line', () => {
    assert.equal(new Offered('assignments: |').with('New assignment'), `assignments:\n  - ${assignment('  ')}`);
    assert.equal(new Offered('assignments:|\n').with('New assignment'), `assignments:\n  - ${assignment('  ')}\n`);
    assert.equal(new Offered('settings:\n  equivalents:\n    |').with('{ type, covers }'), 'settings:\n  equivalents:\n    - { type: |type, covers: [covers] }');
  });

  it('begins a register, as a whole or as a list', () => {
    for (const text of ['|', '\n|\n', '# Contoso\n|']) {
      assert.deepEqual(new Offered(text).labels.slice(0, 4), ['New register', 'New assignment', 'New assignment to a device', 'register'], text);
    }
    assert.match(new Offered('|').with('New register'), /^organization: \|name of the licensee\n\npurchases:\n {2}- id: .*\n\nservers:\n {2}- name: .*\n\nassignments:\n {2}- name: /s);
    assert.equal(new Offered('|').with('New assignment'), `- ${assignment('')}`);
    assert.ok(!new Offered('organization: Contoso\n|').labels.includes('New register'));
  });
});

describe('Completion of comments that silence rules', () => {
  it('offers the mark that fits the place', () => {
    assert.equal(tailWith('  #|\n', 'license-register-disable-next-line'), '  # license-register-disable-next-line |\n');
    assert.deepEqual(inPlaceOf('name: Anna Nowak', 'name: Anna # lic|').labels, ['license-register-disable-line']);
    assert.deepEqual(new Offered('# |\n- name: Anna\n').labels, ['license-register-disable-next-line', 'license-register-disable-file']);
    assert.deepEqual(behind('  # see the contract |\n').labels, nothing);
  });

  it('offers rules, those found there first, and a reason', () => {
    const found = new Offered('- name: Anna # license-register-disable-line |\n  email: a@contoso.example\n  assigned: 2024-03-04\n  type: Core CAL Suite\n');
    assert.equal(found.labels[0], 'name-incomplete');
    assert.equal(found.with('name-incomplete').split('\n')[0], '- name: Anna # license-register-disable-line name-incomplete -- |reason');
    assert.equal(new Offered('# license-register-disable-file cal-key, na| -- so\n- a: b\n').with('name-incomplete').split('\n')[0], '# license-register-disable-file cal-key, name-incomplete| -- so');
    assert.ok(!new Offered('# license-register-disable-file cal-key, |\n- a: b\n').labels.includes('cal-key'));
    assert.ok(!found.labels.includes('unused-suppression'));
    assert.equal(new Offered('# license-register-disable-file cal-key until |\n- a: b\n').with('2026-11-24').split('\n')[0], '# license-register-disable-file cal-key until 2026-11-24|');
    assert.deepEqual(new Offered('# license-register-disable-file cal-key -- so |\n- a: b\n').labels, nothing);
  });
});

describe('Completion while a register is typed', () => {
  it('offers what was known last, where the text is not checked yet', () => {
    const typed = new Offered(`${register}  - purchase: |\n    name: "Ewa\n`, { checked: register });
    assert.deepEqual(typed.labels, ['PO-SE', '0147']);
    assert.deepEqual(new Offered(`${register}  - |`, { checked: register }).labels.slice(0, 3), ['New assignment', 'New assignment to a device', 'name']);
    assert.equal(new Offered(`${register}nocal|`, { checked: register }).with('noCal').slice(register.length), 'noCal:\n  - email: |address\n    reason: service');
  });

  it('works in a document that is read as a whole', () => {
    const anchored = register.replace('type: Exchange Server 2019 Standard User CAL', 'type: &cal Exchange Server 2019 Standard User CAL');
    assert.deepEqual(new Offered(`${anchored}  - purchase: |`).labels, ['PO-SE', '0147']);
    assert.equal(new Offered(`${anchored}  - type: *cal\n    |`).labels[0], 'name');
    assert.deepEqual(new Offered(`${anchored}\nex|`).labels.slice(0, 3), ['register', 'organization', 'settings']);
  });

  it('works in half-typed and broken lines around it', () => {
    assert.deepEqual(new Offered('- name: "Anna\n  email: a@contoso.example\n  |').labels[0], 'assigned');
    assert.deepEqual(new Offered('- { name: Anna\n- name: Ewa\n  |').labels[0], 'email');
    assert.deepEqual(new Offered('- name: Anna\n  purchase\n  |').labels[0], 'email');
  });

  it('never throws, wherever the cursor stands', () => {
    for (const text of [register, register.replace(/\n/g, '\r\n'), '- { name: [a, { b: "c\n', '? a\n: b\n', '%YAML 1.2\n---\n- a\n', '[a, {b: c}]', '\t- a\n', '- >\n  a\n b\n', '- - - a: b\n', ': a\n- : b\n']) {
      // Each place of the short ones, and of the long ones enough.
      for (let at = 0; at <= text.length; at += text.length > 100 ? 7 : 1) {
        for (const checked of [undefined, register]) {
          assert.doesNotThrow(() => new Offered(`${text.slice(0, at)}|${text.slice(at)}`, checked === undefined ? {} : { checked }), JSON.stringify(text.slice(0, at)));
        }
      }
    }
  });
});

describe('Completion of a place to fill in', () => {
  const begun = `${register}  - name: First and last name
    email: address
    assigned: YYYY-MM-DD
    type: license as on the invoice
    purchase: document or order number
`;
  const at = (hint: string) => new Offered(begun.replace(hint, `${hint}|`));

  it('offers what belongs there, though the hint still stands there', () => {
    assert.deepEqual(at('YYYY-MM-DD').labels, ['2026-11-24']);
    assert.equal(at('license as on the invoice').labels[0], 'Exchange Server 2019 Standard User CAL');
    assert.deepEqual(at('document or order number').labels, ['PO-SE', '0147']);
    assert.deepEqual(at('First and last name').labels, ['Anna Nowak']);
    assert.deepEqual(at('address').labels, ['anna@contoso.example']);
    assert.ok(at('document or order number').with('0147').endsWith('purchase: "0147"|\n'));
  });

  it('is found by the hint, which the editor compares with, and goes on to the next place', () => {
    for (const item of at('license as on the invoice').list.items) {
      assert.ok(item.filterText!.startsWith('license as on the invoice ') && item.fillsPlace, item.label);
    }
    assert.ok(behind('  - assigned: |').list.items.every(({ fillsPlace }) => !fillsPlace));
  });

  it('knows all hints of snippets', () => {
    assert.deepEqual(new Offered('purchases:\n  - softwareAssurance: { from: YYYY-MM-DD|, until: YYYY-MM-DD }').labels, ['2026-11-24']);
    assert.deepEqual(inPlaceOf('license: PO-S', 'license: purchase of the server license|').labels, ['PO-S']);
    assert.deepEqual(inPlaceOf('[ewa.lis@contoso.example]', '[address or login|]').labels, ['anna@contoso.example']);
  });
});

describe('Completion in another column than it belongs', () => {
  const entry = '  - id: PO-1\n';

  it('offers the keys of the entry above, where Enter leads below its dash', () => {
    assert.deepEqual(new Offered(`purchases:\n${entry}  |`).labels.slice(0, 2), ['date', 'type']);
    for (const typed of ['  |', '  da|', 'da|']) {
      assert.equal(new Offered(`purchases:\n${entry}${typed}`).with('date'), `purchases:\n${entry}    date: |`, typed);
    }
    for (const typed of ['|', 'as|', ' as|']) {
      assert.equal(new Offered(`- name: Anna Nowak\n${typed}`).with('assigned'), '- name: Anna Nowak\n  assigned: |', typed);
    }
  });

  it('offers a further entry, where the keys of the one above stand', () => {
    const offered = new Offered(`assignments:\n  - name: Anna Nowak\n    email: anna@contoso.example\n    - |`);
    assert.deepEqual(offered.labels, ['New assignment', 'New assignment to a device']);
    assert.match(offered.with('New assignment'), /\n {2}- name: \|First and last name\n {4}email: address\n/);
    assert.equal(offered.item('New assignment').filterText, '- New assignment', 'the editor compares with the dash');
  });

  it('offers the first entry of a section without a dash', () => {
    assert.match(new Offered('assignments:\n  na|').with('name'), /^assignments:\n {2}- name: \|$/);
    assert.match(new Offered('assignments:\nne|').with('New assignment'), /^assignments:\n {2}- name: \|First and last name\n {4}email/);
  });

  it('leaves no tab before a key', () => {
    assert.match(new Offered('assignments:\n\t|').with('New assignment'), /^assignments:\n {2}- name: \|First and last name\n {4}email/);
    assert.equal(new Offered('- name: Anna Nowak\n\t|').with('email'), '- name: Anna Nowak\n  email: |');
  });

  it('goes by what stands above an empty line between others', () => {
    const [above, below] = ['assignments:\n  - name: Anna Nowak\n    ', '\n    otherAddresses:\n      - a@contoso.example\n'];
    assert.equal(new Offered(`${above}|${below}`).labels[0], 'email');
    assert.equal(new Offered(`${above}  |${below}`).with('email'), `${above}email: |${below}`);
  });

  it('begins nothing that would take over the rest of an entry', () => {
    const [above, below] = ['purchases: []\nassignments:\n  - name: Anna Nowak\n', '\n    # her own\n    email: anna@contoso.example\n    assigned: 2026-10-01\n    type: x\n  - name: Jan Kowal\n'];
    for (const typed of ['', '  ', '    ', 'lo', '  lo']) {
      const offered = new Offered(`${above}${typed}|${below}`);
      assert.equal(offered.with('login'), `${above}    login: |${below}`, typed);
      assert.deepEqual(['New assignment', 'servers'].filter(label => offered.labels.includes(label)), [], typed);
    }
    const plain = new Offered('- name: Anna Nowak\n|\n  email: anna@contoso.example\n');
    assert.equal(plain.labels[0], 'assigned');
    assert.equal(plain.labels.includes('New assignment'), false);
    assert.equal(new Offered(`${above.slice(0, -1)}\n|\n  # the next one\n  - name: Jan Kowal\n`).labels.includes('New assignment'), true);
  });

  it('offers no key of the register between one and what belongs to it', () => {
    for (const dash of ['', '  ']) {
      for (const typed of ['', 'pu']) {
        const { labels } = new Offered(`assignments:\n${typed}|\n\n${dash}- name: Anna Nowak\n`);
        assert.deepEqual(labels, ['New assignment', 'New assignment to a device'], `${dash}${typed}`);
      }
    }
    assert.deepEqual(new Offered('settings:\n|\n  severities:\n    name-incomplete: off\n').labels, nothing);
    assert.ok(new Offered('assignments:\n|\npurchases: []\n').labels.includes('servers'));
  });

  it('adds to what stands below an empty line', () => {
    const [above, below] = ['settings:\n  severities:\n', '\n    name-incomplete: off\n'];
    assert.equal(new Offered(`${above}    |${below}`).labels.includes('name-incomplete'), false);
    assert.equal(new Offered(`${above}      |${below}`).with('cal-key'), `${above}    cal-key: |${below}`);
    const users = 'devices:\n  - name: K\n    users:\n';
    assert.equal(new Offered(`${users}      |\n    - a@contoso.example\n- name: Anna Nowak\n`).labels.includes('name'), false);
  });

  it('takes a column between the dash and the keys for that of the keys', () => {
    assert.equal(new Offered('assignments:\n  - name: Anna Nowak\n   |').with('email'), 'assignments:\n  - name: Anna Nowak\n    email: |');
    assert.equal(new Offered('assignments:\n  - name: Anna Nowak\n   |').labels.includes('register'), false);
  });

  it('aligns further lines with the first, wherever that begins', () => {
    assert.match(new Offered('assignments:\n  -   |').with('New assignment'), /\n {2}- {3}name: \|First and last name\n {6}email: address\n/);
    assert.equal(new Offered('-   |\n    email: a@contoso.example\n').labels.includes('email'), false);
    assert.match(new Offered('# A list\n  as|').with('New assignment'), /\n {2}- name: \|First and last name\n {4}email: address\n/);
  });

  it('offers no keys below an entry in braces', () => {
    assert.deepEqual(new Offered('assignments:\n  - { name: Anna Nowak }\n    |').labels, ['New assignment', 'New assignment to a device']);
  });

  it('says nothing twice, and leaves a blank line to what it begins', () => {
    for (const text of [`purchases:\n${entry}  da|`, `purchases:\n${entry}da|`, `purchases:\n${entry}|`, '- name: Anna Nowak\nas|', 'assignments:\nne|']) {
      const { labels } = new Offered(text);
      assert.deepEqual(labels, [...new Set(labels)], text);
    }
    assert.equal(new Offered(`purchases:\n${entry}\n|`).labels[0], 'New purchase');
    assert.deepEqual(new Offered('include:\n  |').labels, nothing);
  });
});

describe('Completion in a list', () => {
  it('leaves out what the list has', () => {
    assert.deepEqual(new Offered('mailboxes:\n  - { email: a@contoso.example, features: [archive, |, "dlp"] }\n').labels.slice(0, 3), ['litigation-hold', 'in-place-hold', 'personal-tags']);
    assert.equal(inPlaceOf('[ewa.lis@contoso.example]', '[anna@contoso.example, |]').labels.includes('anna@contoso.example'), false);
  });
});

describe('Completion of an entry beside others in braces', () => {
  const braces = 'assignments:\n  - { name: Anna Nowak, email: anna@contoso.example }\n';

  it('writes it as they are written', () => {
    for (const typed of ['  - |', '|', '  |']) {
      assert.match(new Offered(braces + typed).with('New assignment'), /\}\n {2}- \{ name: \|First and last name, email: address, [^\n]*\}$/, typed);
    }
    for (const typed of ['  - |', '|']) {
      assert.doesNotMatch(new Offered(`${braces}  - name: Jan Kowal\n    email: jan@contoso.example\n${typed}`).with('New assignment'), /- \{ name: \|/);
    }
  });
});

describe('Completion of a key before others in braces', () => {
  it('writes the comma between them', () => {
    const at = (marked: string) => new Offered(`- { name: Anna Nowak, ${marked}email: anna@contoso.example }\n`);
    assert.equal(at('|').with('assigned'), '- { name: Anna Nowak, assigned: |, email: anna@contoso.example }\n');
    assert.equal(at('| ').with('assigned'), '- { name: Anna Nowak, assigned: |, email: anna@contoso.example }\n');
    assert.equal(at('|').with('otherAddresses'), '- { name: Anna Nowak, otherAddresses: [|], email: anna@contoso.example }\n');
    assert.equal(at('\n  |\n  ').with('assigned'), '- { name: Anna Nowak, \n  assigned: |,\n  email: anna@contoso.example }\n');
    assert.equal(at('as|, ').with('assigned'), '- { name: Anna Nowak, assigned: |, email: anna@contoso.example }\n');
  });
});

describe('Completion where a mapping belongs', () => {
  it('writes it in braces behind its key, an entry only where entries stand', () => {
    for (const text of ['- absence: |', 'assignments:\n  - absence: |', 'purchases:\n  - softwareAssurance: |', 'purchases:\n  - softwareAssurance: [|]']) {
      assert.deepEqual(new Offered(text).labels, ['{ from, until }'], text);
      assert.deepEqual(new Offered(text, { leavesSchema: true }).labels, nothing, text);
    }
    assert.equal(new Offered('- absence: |').with('{ from, until }'), '- absence: { from: |YYYY-MM-DD, until: YYYY-MM-DD }');
    assert.deepEqual(new Offered('assignments: [|]').labels, ['New assignment', 'New assignment to a device']);
    assert.deepEqual(new Offered('settings: |').labels, nothing);
  });

  it('begins none where one is begun, in braces or with a key', () => {
    for (const text of ['assignments: [{ | }]', '- { | }', 'assignments:\n  - na|: x\n', 'as|: []\n']) {
      assert.deepEqual(new Offered(text).labels.filter(label => label.startsWith('New ')), nothing, text);
    }
    assert.equal(new Offered('settings:\n  severities:\n    ca|: error\n').with('cal-key'), 'settings:\n  severities:\n    cal-key|: error\n');
  });
});

describe('Completion with what the register calls things', () => {
  it('reads types as its settings say', () => {
    const types = 'settings: { typeNames: { Old seat: Exchange Server SE Standard Device CAL } }\n';
    assert.deepEqual(new Offered(`${types}${register}  - type: Old seat\n    purchase: |`).labels, ['PO-SE', '0147']);
  });

  it('offers no name of a device as that of a person, and nobody twice', () => {
    assert.deepEqual(behind('  - { device: KIOSK-01, name: Shift leader, assigned: 2026-01-01 }\n  - name: |').labels, ['Anna Nowak']);
    assert.deepEqual(new Offered(`${register.replace('devices:', 'mailboxes:\n  - email: ANNA@contoso.example\ndevices:')}  - name: Anna Nowak\n    email: |`).labels, ['anna@contoso.example']);
  });

  it('takes those for meant who have the name or the login of the entry', () => {
    const people = '  - { name: Ewa Lis, login: CONTOSO\\elis, email: ewa@contoso.example, assigned: 2026-01-01 }\n  - { name: Jan Lis, login: CONTOSO\\jlis, email: jan@contoso.example, assigned: 2026-01-01 }\n';
    assert.deepEqual(behind(`${people}  - name: Ewa Nowak\n    login: CONTOSO\\jlis\n    email: |`).labels, ['jan@contoso.example', 'anna@contoso.example', 'ewa@contoso.example']);
  });
});

describe('Completion of a reason', () => {
  it('says what each means', () => {
    assert.equal(behind('  - reason: |').item('left').detail, 'The person has left the organization.');
    for (const { label, detail, documentation } of new Offered('noCal:\n  - reason: |').list.items) {
      assert.ok(detail && documentation?.[0] === detail, label);
    }
  });
});

describe('Completion of a purchase that is used too often', () => {
  it('says by how many seats it is short', () => {
    const short = register.replace('quantity: 3', 'quantity: 1') + '  - { name: Jan Kowal, email: jan@contoso.example, assigned: 2026-10-02, type: Exchange Server 2019 Standard User CAL, purchase: "0147" }\n  - purchase: |';
    assert.equal(new Offered(short).item('0147').detail, '2019 Standard User CAL · short by 1');
  });
});

describe('Completion anywhere in what is half typed', () => {
  const texts = [
    'assignments:\n  - name: A\n    email: x\n  \t- na\n\tfoo\nser\n- bar\n    - \n  - {a, b: [c,\n d\n]}\n',
    '- name: A\nas\n  as\n   - \n- \n\n \t\n# c\n-',
    'purchases:\r\n- id: P\r\nda\r\n  - \r\n  \r\nservers:\r\nna\r\ninclude:\r\n  x\r\n',
    'settings:\n  severities:\n  ca\n typeNames\nmailboxes:\n  - email: a\n    features:\n    - archive\n    - \n    delegates: [a, b\n',
  ];

  it('offers nothing twice, and replaces parts of one line', () => {
    for (const text of texts) {
      for (let at = 0; at <= text.length; at++) {
        const offered = new Offered(`${text.slice(0, at)}|${text.slice(at)}`);
        const labels = new Set(offered.labels);
        assert.equal(offered.labels.length, labels.size, JSON.stringify([text.slice(0, at), offered.labels]));
        labels.forEach(label => offered.with(label));
      }
    }
  });
});

describe('What a suggestion writes', () => {
  const mark = 'license-register-disable-';
  const nested = 'assignments:\n  - name: Anna Nowak\n    email: anna@contoso.example\n';
  const written: readonly (readonly [marked: string, label: string, expected: string])[] = [
    ['#|\n- name: Anna\n', `${mark}next-line`, `# ${mark}next-line |\n- name: Anna\n`],
    ['# lic|ense\n- name: Anna\n', `${mark}file`, `# ${mark}file |\n- name: Anna\n`],
    ['- name: Anna #|\n', `${mark}line`, `- name: Anna # ${mark}line |\n`],
    [`- name: Anna # ${mark}line name-incomplete |\n`, '-- reason', `- name: Anna # ${mark}line name-incomplete -- |reason\n`],
    [`- name: Anna # ${mark}line name-incomplete un|\n`, 'until', `- name: Anna # ${mark}line name-incomplete until |\n`],
    [`- name: Anna # ${mark}line name-incomplete until 2026-12-01 |\n`, '-- reason', `- name: Anna # ${mark}line name-incomplete until 2026-12-01 -- |reason\n`],
    [`- name: Anna # ${mark}line cal-key date|-invalid -- so\n`, 'name-incomplete', `- name: Anna # ${mark}line cal-key name-incomplete| -- so\n`],
    ['- name: Anna\n\t|\n', 'email', '- name: Anna\n  email: |\n'],
    [`${nested}  as|\n`, 'assigned', `${nested}    assigned: |\n`],
    ['purchases:   |\n', 'New purchase', 'purchases:\n  - id: |id\n    date: YYYY-MM-DD\n    type: license as on the invoice\n    quantity: number of seats\n    document: where the invoice is kept\n'],
  ];
  for (const [marked, label, expected] of written) {
    it(`stands where it belongs: ${label} in ${JSON.stringify(marked)}`, () => assert.equal(new Offered(marked).with(label), expected));
  }

  it('begins an entry above the first, too', () => {
    for (const indent of ['', '  ']) {
      assert.equal(new Offered(`${indent}|\n${indent}- name: Anna\n`).with('New assignment to a device').split('\n')[0], `${indent}- device: |device`);
    }
  });

  it('is none of the file but at its head, no reason where one stands, and no entry where something does', () => {
    assert.deepEqual(new Offered('- name: Anna\n# |\n- name: Ewa\n').labels, [`${mark}next-line`]);
    assert.deepEqual(new Offered(`- name: Anna # ${mark}line name-incomplete until 2026-12-01 |-- x\n`).labels, nothing);
    assert.ok(!new Offered(`- name: Anna # ${mark}line cal-key | -- so\n`).labels.some(label => label === '-- reason' || label === 'until'));
    for (const text of ['purchases: x|', '{ purchases: | }', '- { email: b@c.d }\n- otherAddresses: [b@c.d, |]\n']) {
      assert.deepEqual(new Offered(text).labels, nothing, text);
    }
  });

  it('is a key of the register first at the left edge below indented entries, one of the entry first elsewhere', () => {
    assert.deepEqual(new Offered(`${nested}as|\n`).labels.filter(label => ['register', 'assigned', 'New assignment'].includes(label)), ['register', 'assigned', 'New assignment']);
    assert.deepEqual(new Offered(`${nested}  as|\n`).labels.filter(label => ['register', 'assigned', 'New assignment'].includes(label)), ['assigned', 'New assignment']);
    assert.deepEqual(new Offered('- name: Anna\nas|\n').labels.filter(label => ['register', 'assigned', 'New assignment'].includes(label)), ['assigned', 'New assignment']);
  });
});

describe('Suggestions in each section', () => {
  const entries: readonly (readonly [section: string, label: string, keys: string])[] = [
    ['purchases', 'New purchase', 'id: |id, date: YYYY-MM-DD, type: license as on the invoice, quantity: number of seats, document: where the invoice is kept'],
    ['servers', 'New server', 'name: |name, version: SE, edition: Standard, license: purchase of the server license, installed: YYYY-MM-DD'],
    ['devices', 'New device', 'name: |name, users: [address or login]'],
    ['mailboxes', 'New mailbox', 'email: |address, kind: user'],
    ['noCal', 'New account without CAL', 'email: |address, reason: service'],
    ['assignments', 'New assignment to a device', 'device: |device, assigned: YYYY-MM-DD, type: license as on the invoice, purchase: document or order number'],
  ];
  for (const [section, label, keys] of entries) {
    it(`begin an entry of ${section}`, () => {
      assert.equal(new Offered(`${section}:\n  - |`).with(label), `${section}:\n  - ${keys.replaceAll(', ', '\n    ')}`);
      assert.equal(new Offered(`${section}: [|]`).with(label), `${section}: [{ ${keys} }]`);
    });
  }

  it('name who and what is known', () => {
    const people = '  - { name: Ewa Lis, email: ewa@contoso.example, login: CONTOSO\\elis, assigned: 2026-01-01 }\n';
    const at = (lines: string) => behind(`${people}${lines}`).labels;
    assert.deepEqual(at('mailboxes:\n  - email: |'), ['anna@contoso.example', 'ewa@contoso.example']);
    assert.deepEqual(at('mailboxes:\n  - login: |'), ['CONTOSO\\elis']);
    assert.deepEqual(at('noCal:\n  - login: |'), ['CONTOSO\\elis']);
    assert.deepEqual(at('noCal:\n  - of: |'), ['anna@contoso.example', 'ewa@contoso.example']);
    assert.deepEqual(at('mailboxes:\n  - delegates: [|]'), ['anna@contoso.example', 'ewa@contoso.example']);
    assert.ok(new Offered('settings:\n  equivalents:\n    - type: |\n').labels.includes('Microsoft 365 E3'));
  });

  it('tell purchases that are used up last, all that an order holds, and what is bought where no use is recorded', () => {
    const line = (id: string, year: number, type: string) => `  - { id: ${id}, date: ${year}-01-01, type: ${type}, quantity: 1 }\n`;
    const [standard, server] = ['Exchange Server SE Standard User CAL', 'Exchange Server SE Standard'];
    const purchases = `purchases:\n${line('PO-1', 2024, standard)}${line('PO-2', 2025, standard)}${line('PO-3', 2023, server)}${line('PO-3', 2023, 'Core CAL Suite')}`;
    const people = `assignments:\n  - { name: Ewa Lis, email: ewa@contoso.example, assigned: 2026-01-01, type: ${standard}, purchase: PO-2 }\n`;
    const told = ({ list: { items } }: Offered) => items.map(({ label, detail, filterText }) => [label, detail, filterText]);
    assert.deepEqual(told(new Offered(`${purchases}${people}  - purchase: |`)).map(([label]) => label), ['PO-1', 'PO-3', 'PO-2']);
    assert.deepEqual(told(new Offered(`${purchases}  - id: |\n${people}`)).at(-1), ['PO-3', 'SE Standard · 1 bought; Core CAL Suite · 1 of 1 free', 'PO-3 Exchange Server SE Standard Core CAL Suite']);
  });

  it('are those of many that have what was typed', () => {
    const many = Array.from({ length: 300 }, (_, index) => `  - { id: PO-${index}, date: 2024-01-01, type: ${index === 7 ? 'Core CAL Suite' : 'Exchange Server SE Standard User CAL'}, quantity: 1 }\n`).join('');
    const all = new Offered(`purchases:\n${many}assignments:\n  - purchase: |`);
    assert.deepEqual([all.labels.length, all.list.isIncomplete], [200, true]);
    const some = new Offered(`purchases:\n${many}assignments:\n  - purchase: CORE po|`);
    assert.deepEqual([some.labels, some.list.isIncomplete], [['PO-7'], false]);
  });

  it('go on to a value where there is something to choose', () => {
    const next = (text: string) => new Offered(text).list.items.flatMap(({ label, suggestsNext }) => suggestsNext ? label : []);
    assert.deepEqual(next('- |'), ['assigned', 'type', 'ended', 'reason', 'returns', 'external']);
    assert.ok(next(`${register}  - |`).includes('purchase'));
  });
});

describe('What is told of a suggestion', () => {
  /** The items with one of these labels, as an editor lists them. */
  const told = (marked: string, ...labels: string[]) => labels.map(label => {
    const { kind, detail, suggestsNext } = new Offered(marked).item(label);
    return [label, kind, detail, ...suggestsNext ? ['and what is next'] : []].join(' | ');
  });

  it('says what sort of thing it is, beside what it means', () => {
    assert.deepEqual(told('- name: Anna\n  |', 'type', 'email', 'note'), ['type | key |  | and what is next', 'email | key | required', 'note | key | ']);
    assert.deepEqual(told('- |', 'New assignment'), ['New assignment | entry | name, email, assigned, type, purchase']);
    assert.deepEqual(told('settings:\n  severities:\n    |', 'cal-key'), ['cal-key | rule | warning unless set | and what is next']);
    assert.deepEqual(told('settings:\n  severities:\n    cal-key: |', 'off', 'error'), ['off | word | ', 'error | word | ']);
  });

  it('says in comments what is silenced, and until when', () => {
    assert.deepEqual(told('# |\n- name: Anna\n', 'license-register-disable-next-line', 'license-register-disable-file'), [
      'license-register-disable-next-line | word | silences rules on the next line | and what is next',
      'license-register-disable-file | word | silences rules in this file | and what is next',
    ]);
    assert.deepEqual(told('- name: Anna # |\n', 'license-register-disable-line'), ['license-register-disable-line | word | silences rules on this line | and what is next']);
    assert.deepEqual(told('- name: Anna # license-register-disable-line |\n', 'name-incomplete', 'cal-key'), ['name-incomplete | rule | found here', 'cal-key | rule | warning unless set']);
    assert.deepEqual(told('- name: Anna # license-register-disable-line name-incomplete |\n', '-- reason', 'until'), [
      '-- reason | word | why it is silenced', 'until | word | the last day on which it works | and what is next',
    ]);
    assert.deepEqual(told('- name: Anna # license-register-disable-line name-incomplete until |\n', '2026-11-24'), ['2026-11-24 | day | today; works through this day']);
  });
});
