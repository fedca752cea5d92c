import assert from 'node:assert/strict';
import { definitionsAt } from '../../../src/features/definition';
import { highlightsAt, referencesAt } from '../../../src/features/references';
import { markedRegister, told } from './marked-register';

const type = 'Exchange Server SE Standard User CAL';
const register = `purchases:
  - id: "PO-1"
    date: 2026-01-05
    type: ${type}
    quantity: 3
  - { id: po-1, date: 2026-02-05, type: ${type}, quantity: 1 }
  - { id: PO-2, date: 2026-02-05, type: Exchange Server SE Standard, quantity: 1 }
servers:
  - { name: EX01, version: SE, edition: Standard, license: PO-2 }
devices:
  - { name: KIOSK-1, users: [anna@contoso.example, CONTOSO\\ewa] }
mailboxes:
  - email: anna@contoso.example
    delegates: [ewa, "jan@contoso.example"]
noCal:
  - { login: svc, reason: service, of: ANNA@contoso.example }
assignments:
  # PO-1 was bought for anna@contoso.example
  - name: Anna Nowak
    email: anna@contoso.example
    assigned: 2024-01-05
    ended: 2025-01-05
    type: ${type}
    purchase: PO-1
  - name: Anna Lis
    email: 'Anna@contoso.example'
    otherAddresses: [a.nowak@contoso.example]
    assigned: 2026-01-06
    type: ${type}
    purchase:  po-1   # PO-1
  - name: Ewa Lis
    login: CONTOSO\\ewa
    assigned: not yet
    type: ${type}
    purchase: PO-1
    temporaryFor: a.nowak@contoso.example
  - { device: kiosk-1, assigned: 2026-01-06, type: Exchange Server SE Standard Device CAL, purchase: PO-3 }
`;

const at = (before: string, text = register) => markedRegister(text.replace(before, `${before}|`));

function definitions(before: string, text = register): string[] | undefined {
  const { spot, check } = at(before, text);
  return definitionsAt(spot, check)?.definitions.map(({ at: place }) => told(place));
}

function references(before: string, text = register): string[] | undefined {
  const { spot, check } = at(before, text);
  return referencesAt(spot, check)?.map(({ at: place, isRecord }) => told(place) + (isRecord ? ' (recorded)' : ''));
}

describe('Definitions', () => {
  it('of a purchase are all its lines, whatever the case of its id', () => {
    assert.deepEqual(definitions('purchase: P'), ['2: PO-1', '6: po-1']);
    assert.deepEqual(definitions('license: PO-2'), ['7: PO-2']);
    assert.deepEqual(definitions('purchase: PO-3'), []);
  });

  it('of a person are where the current assignment has the same address, else who it is', () => {
    assert.deepEqual(definitions('    email: anna'), ['26: Anna@contoso.example']);
    assert.deepEqual(definitions('[a.nowak'), ['27: a.nowak@contoso.example']);
    assert.deepEqual(definitions('temporaryFor: a.nowak'), ['27: a.nowak@contoso.example']);
    assert.deepEqual(definitions('of: ANNA'), ['26: Anna@contoso.example']);
    assert.deepEqual(definitions('name: Anna N'), ['25: Anna Lis']);
    assert.deepEqual(definitions('delegates: [ew'), ['32: CONTOSO\\ewa']);
    assert.deepEqual(definitions('"jan'), []);
  });

  it('of a person without an assignment are the mailbox, else the entry that needs no CAL', () => {
    const text = 'mailboxes:\n  - { email: jan@contoso.example, delegates: [svc] }\nnoCal:\n  - { email: jan@contoso.example, reason: other, until: 2026-01-01 }\n  - { login: svc, reason: service, of: jan@contoso.example }\n';
    assert.deepEqual(definitions('of: jan', text), ['2: jan@contoso.example']);
    assert.deepEqual(definitions('[svc', text), ['5: svc']);
  });

  it('of a person are the assignment that runs today, the one that began first, else the latest', () => {
    const current = (...assignments: string[]) => definitions('of: jan', `noCal:\n  - { login: svc, reason: service, of: jan@contoso.example }\nmailboxes:\n  - { email: jan@contoso.example }\nassignments:\n${assignments.map(each => `  - { email: jan@contoso.example${each} }\n`).join('')}`);
    assert.deepEqual(current(', assigned: 2026-02-01', ', assigned: 2026-01-01', ', assigned: 2025-01-01, ended: 2025-02-01', ', assigned: 2027-01-01'), ['7: jan@contoso.example']);
    assert.deepEqual(current('', ', assigned: 2025-01-01, ended: 2025-02-01', ', assigned: 2024-01-01, ended: 2024-02-01'), ['7: jan@contoso.example']);
    assert.deepEqual(current('', ''), ['6: jan@contoso.example']);
    const text = 'noCal:\n  - { email: jan@contoso.example, reason: other }\n  - { login: svc, reason: service, of: jan@contoso.example }\nmailboxes:\n  - { email: jan@contoso.example }\n';
    assert.deepEqual(definitions('of: jan', text), ['5: jan@contoso.example']);
    assert.deepEqual(definitions('of: jan', text.slice(0, text.indexOf('mailboxes'))), ['2: jan@contoso.example']);
  });

  it('of a device and a server are their entries', () => {
    assert.deepEqual(definitions('device: kio'), ['11: KIOSK-1']);
    assert.deepEqual(definitions('name: EX'), ['9: EX01']);
  });

  it('tell the whole entry, and which text was asked about', () => {
    const { spot, check } = at('license: PO-2');
    const { of, definitions: [definition] } = definitionsAt(spot, check)!;
    assert.equal(told(of), '9: PO-2');
    const { segment, end } = definition!.entry;
    assert.equal(segment.text.slice(end).trim(), '');
    assert.equal(told(definition!.entry), `7: { id: PO-2, date: 2026-02-05, type: Exchange Server SE Standard, quantity: 1 }`);
  });

  it('are not known of other values, of keys, nor in comments', () => {
    for (const before of ['quantity: 3', 'type: Exch', 'assign', '# PO-1 was', 'edition: St']) {
      assert.equal(definitions(before), undefined, before);
    }
  });
});

describe('References', () => {
  it('of a purchase are all places with its id, those in comments left out, in broken entries too', () => {
    const expected = ['2: PO-1 (recorded)', '6: po-1 (recorded)', '24: PO-1', '30: po-1', '35: PO-1'];
    assert.deepEqual(references('purchase: P'), expected);
    assert.deepEqual(references('id: "P'), expected);
    assert.deepEqual(references('license: PO-2'), ['7: PO-2 (recorded)', '9: PO-2']);
  });

  it('of a person are all their addresses and logins, wherever they stand', () => {
    const expected = ['11: anna@contoso.example', '13: anna@contoso.example', '16: ANNA@contoso.example', '20: anna@contoso.example', '26: Anna@contoso.example', '27: a.nowak@contoso.example', '36: a.nowak@contoso.example'];
    assert.deepEqual(references('users: [anna'), expected);
    assert.deepEqual(references('temporaryFor: a.nowak'), expected);
    assert.deepEqual(references('delegates: [ew'), ['11: CONTOSO\\ewa', '14: ewa', '32: CONTOSO\\ewa']);
  });

  it('of a person are those of mailboxes and of accounts without a CAL too', () => {
    const text = 'mailboxes:\n  - { email: jan@contoso.example, login: CONTOSO\\jan, otherAddresses: [j@contoso.example] }\nnoCal:\n  - { email: j@contoso.example, reason: other }\n  - { login: jan, reason: other }\n';
    assert.deepEqual(references('{ email: jan', text), ['2: jan@contoso.example', '2: CONTOSO\\jan', '2: j@contoso.example', '4: j@contoso.example', '5: jan']);
  });

  it('of a person known by name are the names of their entries too', () => {
    assert.deepEqual(references('name: Ewa'), ['11: CONTOSO\\ewa', '14: ewa', '31: Ewa Lis', '32: CONTOSO\\ewa']);
  });

  it('of somebody who has no entry, and of a name without an address, are the places that say the same', () => {
    assert.deepEqual(references('"jan'), ['14: jan@contoso.example']);
    assert.deepEqual(references('name: A', '- name: Anna\n- name: Anna\n'), ['1: Anna']);
  });

  it('of a staff number are all entries with it, and the addresses and logins of that person', () => {
    const text = `- { name: Anna Nowak, email: anna@contoso.example, employee: 0123 }
- { name: Anna Lis, login: CONTOSO\\anna, employee: "0123", temporaryFor: ewa@contoso.example }
- { name: Ewa Lis, email: ewa@contoso.example, employee: 123, temporaryFor: anna@contoso.example }
`;
    const expected = ['1: anna@contoso.example', '1: 0123', '2: CONTOSO\\anna', '2: 0123', '3: anna@contoso.example'];
    assert.deepEqual(references('employee: 01', text), expected);
    assert.deepEqual(references('"01', text), expected);
    assert.deepEqual(definitions('employee: 01', text), ['1: 0123']);
    assert.deepEqual(references('employee: 12', text), ['2: ewa@contoso.example', '3: ewa@contoso.example', '3: 123']);
    const { spot, check, path } = at('employee: 01', text);
    assert.deepEqual(highlightsAt(spot, check, path)!.map(({ at: place }) => told(place)), ['1: 0123', '2: 0123']);
  });

  it('stand in entries that are half typed, but for what is not read there', () => {
    const half = {
      'name: "Anna\n    purchase: PO-1': true, '{ purchase: PO-1, name: "An }': true, '{ name: Anna, purchase: PO-1': true, 'em\n    purchase: PO-1': true, 'purchase: PO-1\n    em': true,
      // What is between them and a value nobody knows.
      'purchase: PO-1: x': false, 'purchase: PO-1 #147': false, 'name: Anna\n    purchase:PO-1': false, 'name: Anna\n   purchase: PO-1': false,
    };
    for (const [entry, isFound] of Object.entries(half)) {
      const found = references('id: P', `purchases:\n  - id: PO-1\nassignments:\n  - ${entry}\n  - purchase: PO-1\n`)!;
      assert.equal(found.length, isFound ? 3 : 2, entry);
    }
  });

  it('of a device are its entry and its assignments', () => {
    assert.deepEqual(references('device: kiosk'), ['11: KIOSK-1 (recorded)', '37: kiosk-1']);
    assert.deepEqual(references('name: EX'), ['9: EX01 (recorded)']);
  });

  it('stand in all files of a register', () => {
    const people = `- { name: Anna Nowak, email: anna@contoso.example, purchase: P|O-1 }\r\n- { name: Ewa Lis, email: ewa@contoso.example, purchase: "PO-1" }\r\n`;
    const { spot, check, path } = markedRegister(`include: [people.yaml]\npurchases: [{ id: PO-1 }]\n`, { 'people.yaml': people });
    assert.deepEqual(referencesAt(spot, check)!.map(({ at: place }) => told(place)), ['2: PO-1', 'people.yaml 1: PO-1', 'people.yaml 2: PO-1']);
    assert.deepEqual(highlightsAt(spot, check, path)!.map(({ at: place }) => told(place)), ['people.yaml 1: PO-1', 'people.yaml 2: PO-1']);
  });
});

describe('Highlights', () => {
  const highlights = (before: string) => {
    const { spot, check, path } = at(before);
    return highlightsAt(spot, check, path)?.map(({ at: place }) => told(place));
  };

  it('are what a rename would change', () => {
    assert.deepEqual(highlights('temporaryFor: a.nowak'), ['27: a.nowak@contoso.example', '36: a.nowak@contoso.example']);
    assert.deepEqual(highlights('name: Anna N'), ['19: Anna Nowak']);
    assert.deepEqual(highlights('delegates: [ew'), ['11: CONTOSO\\ewa', '14: ewa', '32: CONTOSO\\ewa']);
    assert.equal(highlights('quantity: 3'), undefined);
  });
});
