import assert from 'node:assert/strict';
import { checkText } from '../../../src/core/check';
import { mainPath } from '../../../src/core/register/inclusion';
import { changeAddress, keepableAddressAt } from '../../../src/features/change-address';
import { rename, renamableAt } from '../../../src/features/rename';
import { Random } from '../../fuzz/random';
import { dayWithin, staffRow, textOfRows } from '../../fuzz/staff';
import { edited, markedRegister, told } from './marked-register';

type Files = Readonly<Record<string, string>>;

/** The main file of a register, marked by `|`, after a rename; or why there is none. */
function renamed(text: string, newName: string, change: typeof rename = rename): string {
  const register = markedRegister(text);
  const edits = change(register.spot, newName, register.check);
  return 'problem' in edits ? edits.problem : edited(register, edits)[mainPath]!;
}

function renamedIn(text: string, included: Files, newName: string): Files | string {
  const register = markedRegister(text, included);
  const edits = rename(register.spot, newName, register.check);
  return 'problem' in edits ? edits.problem : edited(register, edits);
}

describe('Rename', () => {
  it('of a purchase changes its lines and all that names it, each in its own quotes, and no comment', () => {
    const text = `# PO-1
purchases:
  - id: "P|O-1"   # PO-1
    type: x
  - { id: 'po-1', type: y }
servers:
  - { name: PO-1, license: PO-1, note: PO-1 }
assignments:
  - { name: PO-1, email: po-1, purchase: PO-1 }
  - name: Anna
    purchase: >-
      PO-1
    ended: 2026-01-01
`;
    assert.equal(renamed(text, ' FV/2024/02 '), `# PO-1
purchases:
  - id: "FV/2024/02"   # PO-1
    type: x
  - { id: 'FV/2024/02', type: y }
servers:
  - { name: PO-1, license: FV/2024/02, note: PO-1 }
assignments:
  - { name: PO-1, email: po-1, purchase: FV/2024/02 }
  - name: Anna
    purchase: FV/2024/02
    ended: 2026-01-01
`);
  });

  it('gives quotes to a new name that needs them, and keeps CRLF', () => {
    assert.equal(renamed('purchases:\r\n  - id: P|O-1\r\nassignments:\r\n  - purchase: \'PO-1\'\r\n', 'PO: 1'), 'purchases:\r\n  - id: "PO: 1"\r\nassignments:\r\n  - purchase: \'PO: 1\'\r\n');
    assert.equal(renamed('- purchase: P|O-1\n- { purchase: PO-1 }\n', '0147'), '- purchase: "0147"\n- { purchase: "0147" }\n');
    assert.equal(renamed('- purchase: 1|47\n', '148'), '- purchase: "148"\n');
    assert.equal(renamed('- purchase: "P|O-1"\n', 'a "b" \\c'), '- purchase: \'a "b" \\c\'\n');
  });

  it('reaches all files of the register, from each of them', () => {
    const main = 'include: [people.yaml]\npurchases: [{ id: PO-1 }]\n';
    const people = '- purchase: PO-1\r\n- purchase: "PO-1"\r\n';
    const expected = { [mainPath]: main.replace('PO-1', 'PO-9'), 'people.yaml': people.replaceAll('PO-1', 'PO-9') };
    assert.deepEqual(renamedIn(main.replace('PO', 'P|O'), { 'people.yaml': people }, 'PO-9'), expected);
    assert.deepEqual(renamedIn(main, { 'people.yaml': people.replace('PO', 'P|O') }, 'PO-9'), expected);
  });

  it('of an address changes that one, not the other addresses of the person', () => {
    const text = `mailboxes:
  - { email: an|na@contoso.example, login: CONTOSO\\anna, otherAddresses: [a@contoso.example], delegates: [ANNA@contoso.example] }
devices:
  - name: KIOSK
    users:
      - "anna@contoso.example"
      - a@contoso.example
assignments:
  - { name: anna@contoso.example, email: anna@contoso.example, purchase: anna@contoso.example }
`;
    assert.equal(renamed(text, 'anna.lis@contoso.example'), `mailboxes:
  - { email: anna.lis@contoso.example, login: CONTOSO\\anna, otherAddresses: [a@contoso.example], delegates: [anna.lis@contoso.example] }
devices:
  - name: KIOSK
    users:
      - "anna.lis@contoso.example"
      - a@contoso.example
assignments:
  - { name: anna@contoso.example, email: anna.lis@contoso.example, purchase: anna@contoso.example }
`);
  });

  it('of a login leaves it with or without its domain', () => {
    const text = '- { login: CONTOSO\\anna }\n- { login: CONTOSO\\ewa, temporaryFor: anna }\n';
    const expected = '- { login: CONTOSO\\alis }\n- { login: CONTOSO\\ewa, temporaryFor: alis }\n';
    assert.equal(renamed(text.replace('\\anna', '\\an|na'), 'CONTOSO\\alis'), expected);
    assert.equal(renamed(text.replace('r: anna', 'r: an|na'), 'alis'), expected);
    assert.equal(renamed(text.replace('r: anna', 'r: an|na'), 'FABRIKAM\\alis'), '- { login: FABRIKAM\\alis }\n- { login: CONTOSO\\ewa, temporaryFor: FABRIKAM\\alis }\n');
    assert.equal(renamed(text.replace('r: anna', 'r: an|na'), 'a@b.example'), '- { login: a@b.example }\n- { login: CONTOSO\\ewa, temporaryFor: a@b.example }\n');
    assert.equal(renamed(text.replace('\\anna', '\\an|na'), 'a@b.example'), '- { login: a@b.example }\n- { login: CONTOSO\\ewa, temporaryFor: a@b.example }\n');
    assert.equal(renamed(text.replace('\\anna', '\\an|na'), 'alis'), '- { login: alis }\n- { login: CONTOSO\\ewa, temporaryFor: alis }\n');
  });

  it('of a name changes it in the entries of that person only', () => {
    const text = '- { name: Anna No|wak, email: a@b.example }\n- { name: Anna Nowak, email: a@b.example }\n- { name: A. Nowak, email: a@b.example }\n- { name: Anna Nowak, email: other@b.example }\n';
    assert.equal(renamed(text, 'Anna Lis'), text.replace('|', '').split('\n').map((line, index) => index < 2 ? line.replace('Anna Nowak', 'Anna Lis') : line).join('\n'));
    assert.equal(renamed('- { name: An|na, email: a@b.example }\n- { name: Ewa, email: e@b.example }\n', 'Ewa'), '- { name: Ewa, email: a@b.example }\n- { name: Ewa, email: e@b.example }\n');
  });

  it('of a staff number changes it in all entries with it, read as it is written', () => {
    const text = '- { name: Anna, employee: 0|123, seat: 0123 }\n- { name: Anna, employee: "0123" }\n- { name: Ewa, employee: 123 }\n';
    assert.equal(renamed(text, 'E-7'), '- { name: Anna, employee: E-7, seat: 0123 }\n- { name: Anna, employee: "E-7" }\n- { name: Ewa, employee: 123 }\n');
    assert.equal(renamed(text, '123'), '"123" already names another person in this register.');
    const numbers = "- { employee: 1|7 }\r\n- { employee: '17' }\r\n";
    assert.equal(renamed(numbers, '18'), "- { employee: 18 }\r\n- { employee: '18' }\r\n");
    assert.equal(renamed(numbers, '018'), "- { employee: \"018\" }\r\n- { employee: '018' }\r\n");
    const twice = '- { email: a@b.example, employee: 1|7 }\n- { email: a@b.example, employee: 18 }\n';
    assert.equal(renamed(twice, '18'), '- { email: a@b.example, employee: 18 }\n- { email: a@b.example, employee: 18 }\n');
  });

  it('of a device and a server changes what names them', () => {
    const text = 'servers: [{ name: EX01 }]\ndevices: [{ name: EX01 }]\nassignments:\n  - { device: ex01 }\n';
    assert.equal(renamed(text.replace('e: ex', 'e: ex|'), 'KIOSK'), 'servers: [{ name: EX01 }]\ndevices: [{ name: KIOSK }]\nassignments:\n  - { device: KIOSK }\n');
    assert.equal(renamed(text.replace('EX', 'EX|'), 'EX02'), text.replace('EX01', 'EX02'));
  });

  it('lets aliases follow what they stand for', () => {
    const text = 'purchases:\n  - id: &po "P|O-1"\nassignments:\n  - &anna\n    name: Anna\n    purchase: PO-1\n  - { name: Ewa, purchase: *po }\n  - *anna\n';
    assert.equal(renamed(text, 'PO-2'), text.replace('|', '').replaceAll('PO-1', 'PO-2'));
    const own = 'assignments:\n  - { name: Anna, email: &me an|na@contoso.example, login: *me }\n';
    assert.equal(renamed(own, 'a.nowak@contoso.example'), own.replace('an|na', 'a.nowak'));
    const stray = 'x-ids: [&po PO-1]\npurchases:\n  - id: PO-|1\nassignments:\n  - { purchase: *po }\n';
    assert.equal(renamed(stray, 'PO-2'), '"*po" stands for a value that is written at another place: change it there.');
  });

  it('changes the case of what it renames, and nothing for the same name', () => {
    assert.equal(renamed('- purchase: p|o-1\n- purchase: PO-1\n', 'PO-1'), '- purchase: PO-1\n- purchase: PO-1\n');
    const { spot, check } = markedRegister('- purchase: P|O-1\n');
    assert.deepEqual(rename(spot, 'PO-1', check), []);
  });

  it('refuses an empty name and one that is taken', () => {
    const text = 'purchases: [{ id: PO-1 }, { id: P|O-2 }]\nservers: [{ name: EX01, license: PO-3 }]\nassignments: [{ name: Anna, email: a@b.example, login: CONTOSO\\anna }, { name: Ewa, email: ewa@b.example, temporaryFor: jan@b.example }]\n';
    assert.equal(renamed(text, '  '), 'The new name is empty.');
    assert.equal(renamed(text, 'po-1'), '"po-1" already names another purchase in this register.');
    assert.equal(renamed(text, 'PO-3'), '"PO-3" already names another purchase in this register.');
    assert.equal(renamed(text, 'EX01'), text.replace('P|O-2', 'EX01'));
    const ewa = text.replace('|', '').replace('ewa@', 'ewa|@');
    for (const taken of ['A@b.example', 'contoso\\anna', 'anna', 'jan@b.example']) {
      assert.equal(renamed(ewa, taken), `"${taken}" already names another person in this register.`);
    }
    const logins = '- { login: anna }\n- { login: CONTOSO\\e|wa }\n- { temporaryFor: CONTOSO\\jan }\n';
    assert.equal(renamed(logins, 'CONTOSO\\anna'), '"CONTOSO\\anna" already names another person in this register.');
    assert.equal(renamed(logins.replace('|', '').replace('jan', 'j|an'), 'CONTOSO\\Jan'), logins.replace('|', '').replace('jan', 'Jan'));
    assert.equal(renamed(logins.replace('|', '').replace('jan', 'j|an'), 'ewa'), '"ewa" already names another person in this register.');
    assert.equal(renamed(ewa, 'ewa.lis@b.example'), text.replace('|', '').replace('ewa@', 'ewa.lis@'));
  });

  it('lets a person take another of their own addresses, and an address that only an export has', () => {
    const text = '- { name: Ewa, email: e|wa@b.example, otherAddresses: [lis@b.example] }\n';
    assert.equal(renamed(text, 'lis@b.example'), '- { name: Ewa, email: lis@b.example, otherAddresses: [lis@b.example] }\n');
    const { check } = markedRegister(`exports: { mailboxes: m.csv }\nassignments:\n  ${text}`);
    check.bringExports([{ path: mainPath, kind: 'mailboxes', file: 'm.csv', isRead: true, problems: [], mailboxes: [{ name: 'ewa', email: 'new@b.example', login: undefined, otherAddresses: [], kind: 'user', accountDisabled: false, features: [], lastLogon: undefined, delegates: [] }] }]);
    check.work();
    const edits = rename(check.spotAt({ line: 2, character: 24 })!, 'new@b.example', check);
    assert.deepEqual('problem' in edits ? edits : edits.map(({ newText }) => newText), ['new@b.example']);
  });

  it('tells what it would rename, and that other values have no name', () => {
    const { spot } = markedRegister('- purchase: "P|O-\\u0031"\n');
    const renamable = renamableAt(spot);
    assert.ok('at' in renamable);
    assert.deepEqual([told(renamable.at), renamable.name], ['1: PO-\\u0031', 'PO-1']);
    const spaced = renamableAt(markedRegister('- purchase: " P|O-1 "\n').spot);
    assert.deepEqual('at' in spaced && [told(spaced.at), spaced.name], ['1:  PO-1', 'PO-1']);
    for (const text of ['- type: Ex|change\n', '- na|me: Anna\n', '# PO|-1\n- purchase: PO-1\n', 'organ|ization: x\n']) {
      assert.equal(renamed(text, 'x'), 'Only purchase ids, servers, devices, and names, addresses, logins and staff numbers of people can be renamed.');
      assert.deepEqual(renamableAt(markedRegister(text).spot), { problem: 'Only purchase ids, servers, devices, and names, addresses, logins and staff numbers of people can be renamed.' });
    }
  });

  it('changes nothing else that is found than the name in the sentences', () => {
    const random = new Random(20261124);
    let count = 0;
    for (let round = 0; round < 60; round++) {
      const today = dayWithin(random);
      const rows = Object.fromEntries(['purchases', 'servers', 'assignments'].map(section => [section, Array.from({ length: 1 + random.below(8) }, () => staffRow(random, section))]));
      const text = textOfRows(rows);
      const ids = [...text.matchAll(/(?:id|purchase|license): "?(?=PO)/g)];
      if (ids.length === 0) {
        continue;
      }
      const { index, 0: { length } } = random.pick(ids);
      const after = renamed(`${text.slice(0, index + length)}|${text.slice(index + length)}`, 'PO-FRESH');
      const id = /^[^",}\s]+/.exec(text.slice(index + length))![0];
      const findings = (of: string) => checkText(of, { today }).map(({ rule, severity, message, range: { start } }) => `${start.line} ${rule} ${severity} ${message.replaceAll('PO-FRESH', id)}`);
      assert.deepEqual(findings(after), findings(text));
      assert.ok(!after.includes(`${id}"`) && !after.includes(`${id},`), after);
      count++;
    }
    assert.ok(count > 40);
  });
});

describe('Changing an address', () => {
  it('keeps the old one as another address of the person, where the current assignment is', () => {
    const text = `assignments:
  - name: Anna Nowak
    email: anna.nowak@contoso.example
    assigned: 2020-01-05
    ended: 2021-01-05
  - name: Anna Lis
    email: anna.no|wak@contoso.example   # since 2020
    assigned: 2026-01-05
`;
    assert.equal(renamed(text, 'anna.lis@contoso.example', changeAddress), `assignments:
  - name: Anna Nowak
    email: anna.lis@contoso.example
    assigned: 2020-01-05
    ended: 2021-01-05
  - name: Anna Lis
    email: anna.lis@contoso.example   # since 2020
    otherAddresses: [anna.nowak@contoso.example]
    assigned: 2026-01-05
`);
  });

  it('adds it to the other addresses that there are, in flow style too', () => {
    assert.equal(renamed('- { name: Anna, email: a|@b.example }\n', 'c@b.example', changeAddress), '- { name: Anna, email: c@b.example, otherAddresses: [a@b.example] }\n');
    assert.equal(renamed('- { email: z@b.example, otherAddresses: ["a|@b.example"] }\n', 'c@b.example', changeAddress), '- { email: z@b.example, otherAddresses: ["c@b.example", a@b.example] }\n');
    assert.equal(renamed('mailboxes:\n  - email: a|@b.example\n    otherAddresses:\n      - x@b.example\n', 'c@b.example', changeAddress), 'mailboxes:\n  - email: c@b.example\n    otherAddresses:\n      - x@b.example\n      - a@b.example\n');
  });

  it('is offered for addresses of people whose entry can keep them', () => {
    const offered = (text: string) => keepableAddressAt(markedRegister(text).spot)?.address;
    assert.equal(offered('- { email: a@b.example }\n- { login: x, temporaryFor: A|@b.example }\n'), 'A@b.example');
    assert.equal(offered('- { login: CONTOSO\\a|nna }\n'), undefined);
    assert.equal(offered('- { name: A|nna, email: a@b.example }\n'), undefined);
    assert.equal(offered('noCal:\n  - { email: a|@b.example }\n'), undefined);
    assert.equal(offered('mailboxes:\n  - { email: a@b.example, delegates: [x|@b.example] }\n'), undefined);
  });

  it('refuses what a rename refuses, and what is no address', () => {
    assert.equal(renamed('- { email: a|@b.example }\n- { email: c@b.example }\n', 'c@b.example', changeAddress), '"c@b.example" already names another person in this register.');
    assert.equal(renamed('- { login: a|nna }\n', 'x', changeAddress), 'There is no address of a person here whose entry could keep it as another one.');
    assert.equal(renamed('- { email: a|@b.example }\n', 'a@b.example', changeAddress), '- { email: a@b.example }\n');
  });
});
