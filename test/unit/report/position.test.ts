import assert from 'node:assert/strict';
import { formatDay, parseDay } from '../../../src/core/calendar';
import { RegisterCheck } from '../../../src/core/check';
import { positionOf } from '../../../src/report';
import { Random } from '../../fuzz/random';
import { randomEntry, randomRegister } from '../../fuzz/registers';
import { figures, positionIn, products, shortages } from './positions';

const cal = 'Exchange Server SE Standard User CAL';

const purchase = (id: string, date: string, quantity: number | string, more = '') => `  - { id: ${id}, date: ${date}, type: ${cal}, quantity: ${quantity}${more} }\n`;
const holder = (name: string, assigned: string, more = '') => `  - { name: ${name} Nowak, email: ${name}@contoso.example, assigned: ${assigned}, type: ${cal}${more} }\n`;
const register = (purchases: readonly string[], assignments: readonly string[], more = '') => `purchases:\n${purchases.join('')}assignments:\n${assignments.join('')}${more}`;

describe('Owned and assigned', () => {
  it('are counted on the day, from the date of a purchase and of an assignment to the day before its end', () => {
    const text = register(
      [purchase('PO-1', '2026-01-05', 2), purchase('PO-1', '2026-06-01', 1)],
      [holder('Anna', '2026-01-10', ', purchase: PO-1'), holder('Ewa', '2026-02-01', ', purchase: PO-1, ended: 2026-03-01'), holder('Jan', '2026-12-01', ', purchase: PO-1')],
    );
    const on = (day: string) => figures(positionIn(text, day).products[0]!);
    assert.equal(on('2026-01-05'), '2 0 2 0');
    assert.equal(on('2026-02-28'), '2 2 0 0');
    assert.equal(on('2026-03-01'), '2 1 1 0');
    assert.equal(on('2026-06-01'), '3 1 2 0');
    assert.equal(on('2026-12-01'), '3 2 1 0');
    assert.deepEqual(positionIn(text, '2026-01-04').products, []);
    assert.equal(figures(positionIn(text).products[0]!), '3 1 2 0');
  });

  it('tell a purchase that is short from one that has seats to spare, and add up by license type', () => {
    const position = positionIn(register(
      [purchase('PO-1', '2026-01-05', 1), purchase('PO-2', '2026-01-05', 3)],
      [holder('Anna', '2026-01-10', ', purchase: PO-1'), holder('Ewa', '2026-01-10', ', purchase: PO-1'), holder('Jan', '2026-01-10')],
    ));
    assert.deepEqual(position.pools.map(pool => `${pool.id} ${figures(pool)}`), ['PO-1 1 2 0 1', 'PO-2 3 0 3 0']);
    assert.deepEqual(products(position), [`${cal}: 4 3 1 0`]);
  });

  it('leave out, but tell of, assignments whose purchase is not recorded or is of another type', () => {
    const position = positionIn(register(
      [purchase('PO-1', '2026-01-05', 5), '  - { id: PO-2, date: 2026-01-05, type: Core CAL Suite, quantity: 1 }\n'],
      [holder('Anna', '2026-01-10', ', purchase: PO-1'), holder('Ewa', '2026-01-10', ', purchase: PO-9'), holder('Jan', '2026-01-10', ', purchase: PO-2'), holder('Olga', '2026-01-10', ', purchase: PO-9, ended: 2026-02-01')],
    ));
    assert.deepEqual(products(position), [`${cal}: 5 1 4 0, 2 outside`, 'Core CAL Suite: 1 0 1 0']);
    assert.deepEqual(position.uncounted.map(({ of, reason, place }) => `${place.line} ${of} ${reason}`), [
      '6 Ewa Nowak names the purchase "PO-9", which isn\'t recorded',
      '7 Jan Nowak names the purchase "PO-2", which is of another license type',
      '8 Olga Nowak names the purchase "PO-9", which isn\'t recorded',
    ]);
    assert.deepEqual(position.people.map(({ names, seats }) => `${names[0]} ${seats[0]!.isCounted}`), ['Anna Nowak true', 'Ewa Nowak false', 'Jan Nowak false']);
  });

  it('leave out, but tell of, assignments whose purchase cannot be read', () => {
    const position = positionIn(register(
      [purchase('PO-1', '2026-01-05', 5), '  - { id: PO-2, date: 2026-01-05, type: Mail seat, quantity: 1 }\n'],
      [holder('Anna', '2026-01-10', ', purchase: [PO-1]'), holder('Ewa', '2026-01-10', ', purchase: PO-2'), holder('Jan', '2026-01-10')],
    ));
    assert.deepEqual(products(position), [`${cal}: 5 1 4 0, 1 outside`]);
    assert.deepEqual(position.people.map(({ names, seats }) => `${names[0]} ${seats[0]!.isCounted}`), ['Anna Nowak false', 'Ewa Nowak false', 'Jan Nowak true']);
    assert.deepEqual(position.uncounted.map(({ of, reason }) => `${of} ${reason}`), [
      'PO-2 is of "Mail seat", which is no license type that can be read', "Anna Nowak names a purchase that can't be read", 'Ewa Nowak names the purchase "PO-2", whose license type can\'t be read',
    ]);
  });

  it('are known as far as the register tells', () => {
    const people = [holder('Anna', '2026-01-10', ', purchase: PO-1')];
    assert.deepEqual(products(positionIn(register([purchase('PO-1', '2026-01-05', 'many')], people))), [`${cal}: ? 1 ? ?`]);
    assert.deepEqual(products(positionIn(register([purchase('PO-1', '05.01.2026', 1)], people))), [`${cal}: ? 1 ? ?`]);
    assert.deepEqual(products(positionIn(register([purchase('PO-1', '2026-01-05', 1, ', subscription: { from: 2026-01-05 }')], people))), [`${cal}: ? 1 ? ?`]);
    assert.deepEqual(products(positionIn(`assignments:\n${people[0]!}`)), [`${cal}: ? 1 ? ?`]);
    assert.deepEqual(products(positionIn(people[0]!.trimStart())), [`${cal}: ? 1 ? ?`]);
    assert.deepEqual(products(positionIn(`purchases:\n${purchase('PO-1', '2026-01-05', 1)}`)), [`${cal}: 1 ? ? ?`]);
    assert.deepEqual(products(positionIn('purchases: []\nassignments:\n  - { name: Jan Nowak, email: jan@contoso.example, assigned: 2026-01-10, type: Exchange Server Standard CAL }\n')), ['Exchange Server Standard CAL: ? 1 ? ?']);
    assert.deepEqual(products(positionIn(register([], [holder('Anna', '2026-01-10')]).replace('purchases:\n', 'purchases: []\n'))), [`${cal}: 0 1 0 1`]);
  });

  it('count a subscription on the days of its terms, and what lies before them from its date', () => {
    const text = register([purchase('PO-1', '2025-12-01', 3, ', subscription: [{ from: 2026-01-01, until: 2026-03-31 }, { from: 2026-05-01, until: 2026-06-30 }]')], [holder('Anna', '2026-01-10')]);
    const owned = (day: string) => positionIn(text, day).products[0]?.owned;
    assert.deepEqual(['2025-12-01', '2026-03-31', '2026-04-01', '2026-05-01', '2026-06-30', '2026-07-01'].map(owned), [3, 3, 0, 3, 3, 0]);
  });

  it('count a repeated line once, and no seat for who stands in for somebody', () => {
    const position = positionIn(register(
      [purchase('PO-1', '2026-01-05', 1), purchase('PO-1', '2026-01-05', 1)],
      [holder('Anna', '2026-01-10', ', purchase: PO-1'), holder('Ewa', '2026-02-01', ', purchase: PO-1, temporaryFor: anna@contoso.example, returns: 2027-01-01')],
    ));
    assert.deepEqual(products(position), [`${cal}: 1 1 0 0`]);
    assert.deepEqual(position.people.map(({ seats }) => [seats[0]!.standsInFor, seats[0]!.isCounted]), [[undefined, true], ['anna@contoso.example', false]]);
    assert.deepEqual(position.uncounted.map(({ kind, place, reason }) => `${place.line} ${kind} ${reason}`), ['3 purchase repeats an earlier line with the same number, type and date']);
  });

  it('give the version of the purchase to who holds a newer one by Software Assurance', () => {
    const old = 'Exchange Server 2019 Standard User CAL';
    const position = positionIn(`purchases:\n  - { id: PO-1, date: 2024-01-05, type: ${old}, quantity: 1, softwareAssurance: { from: 2024-01-05, until: 2027-01-04 } }\nassignments:\n${holder('Anna', '2026-01-10', ', purchase: PO-1')}`);
    assert.deepEqual(products(position), [`${old}: 1 1 0 0`]);
    assert.equal(position.people[0]!.seats[0]!.product, old);
    assert.equal(formatDay(position.pools[0]!.coveredUntil!), '2027-01-04');
  });
});

describe('Days that were short', () => {
  it('are runs with their worst day, up to the day of the report', () => {
    const text = register(
      [purchase('PO-1', '2026-01-05', 1), purchase('PO-1', '2026-07-01', 1)],
      [
        holder('Anna', '2026-01-01', ', purchase: PO-1'), holder('Ewa', '2026-03-01', ', purchase: PO-1, ended: 2026-04-01'), holder('Jan', '2026-03-15', ', purchase: PO-1, ended: 2026-04-01'),
        holder('Olga', '2026-06-01', ', purchase: PO-1'), holder('Piotr', '2026-11-01', ', purchase: PO-1'),
      ],
    );
    const all = [`${cal}: 2026-01-01 to 2026-01-04, 1 of 0`, `${cal}: 2026-03-01 to 2026-03-31, 3 of 1`, `${cal}: 2026-06-01 to 2026-06-30, 2 of 1`, `${cal}: 2026-11-01 to …, 3 of 2`];
    assert.deepEqual(shortages(positionIn(text)), all);
    assert.deepEqual(shortages(positionIn(text, '2026-03-10')), [all[0]!, `${cal}: 2026-03-01 to …, 2 of 1`]);
  });

  it('come from purchases that are made later, as if these were not there', () => {
    const position = positionIn(register([purchase('PO-1', '2026-06-01', 5)], [holder('Anna', '2026-01-10', ', purchase: PO-1')]), '2026-02-01');
    assert.deepEqual(products(position), [`${cal}: 0 1 0 1`]);
    assert.deepEqual(position.pools.map(({ id, lines }) => [id, lines]), [['PO-1', []]]);
    assert.deepEqual(position.people[0]!.seats[0]!.documents, []);
  });
});

describe('Servers', () => {
  const servers = (list: readonly string[]) => `purchases:
  - { id: PO-1, date: 2026-01-05, type: Exchange Server SE Standard, quantity: 1, document: a.pdf }
  - { id: PO-1, date: 2026-01-05, type: Exchange Server SE Enterprise, quantity: 2, document: b.pdf }
servers:
${list.map(server => `  - { ${server} }\n`).join('')}`;

  it('take a license of their edition while they are in service', () => {
    const text = servers([
      'name: EX01, version: SE, edition: Standard, license: PO-1, installed: 2026-02-01, retired: 2026-08-01', 'name: EX02, version: SE, edition: Standard, license: PO-1, activated: 2026-07-01',
      'name: EX03, version: SE, edition: Enterprise, license: PO-1, installed: 2026-12-01', 'name: EX04, version: SE, edition: Trial, license: PO-1', 'name: EX05, version: SE, edition: Hybrid',
    ]);
    const position = positionIn(text, '2026-11-24');
    assert.deepEqual(products(position), ['Exchange Server SE Enterprise: 2 0 2 0', 'Exchange Server SE Standard: 1 1 0 0']);
    assert.deepEqual(shortages(position), ['Exchange Server SE Standard: 2026-07-01 to 2026-07-31, 2 of 1']);
    assert.deepEqual(position.servers.map(({ name, isInService, product, documents }) => [name, isInService, product, documents.join()]), [
      ['EX02', true, 'Exchange Server SE Standard', 'a.pdf'], ['EX04', true, undefined, ''], ['EX05', true, undefined, ''], ['EX01', false, 'Exchange Server SE Standard', 'a.pdf'],
    ]);
    assert.deepEqual(position.uncounted, []);
    assert.ok(position.limits.some(limit => limit.startsWith('2 servers have no day of installation')));
  });

  it('that run since nobody knows when were there from the start', () => {
    const position = positionIn(servers(['name: EX01, version: SE, edition: Standard, license: PO-1', 'name: EX02, version: SE, edition: Standard, license: PO-1']));
    assert.deepEqual(shortages(position), ['Exchange Server SE Standard: … to …, 2 of 0']);
  });

  it('tell why they take none', () => {
    const position = positionIn(servers([
      'name: EX01, version: SE, edition: Standard', 'name: EX02, version: SE, edition: Standard, license: PO-9', 'name: EX03, version: SE, license: PO-1',
      'name: EX04, version: SE, edition: Standard, license: PO-1, retired: soon',
    ]));
    assert.deepEqual(position.uncounted.map(({ of, reason }) => `${of} ${reason}`), [
      'EX01 names no license', 'EX02 runs under "PO-9", which is no recorded purchase of a server license', 'EX03 has no edition that can be read', 'EX04 has no readable day on which it was retired',
    ]);
  });

  it('are unknown where the register has no such section', () => {
    assert.deepEqual(products(positionIn(servers([]).replace('servers:\n', ''))), ['Exchange Server SE Enterprise: 2 ? ? ?', 'Exchange Server SE Standard: 1 ? ? ?']);
  });
});

describe('Who holds what', () => {
  const text = `purchases:
  - { id: PO-1, date: 2026-01-05, type: ${cal}, quantity: 5, document: a.pdf }
  - { id: PO-1, date: 2026-07-01, type: ${cal}, quantity: 1, document: b.pdf }
  - { id: PO-2, date: 2026-01-05, type: Exchange Server SE Standard Device CAL, quantity: 1 }
devices:
  - { name: KIOSK-1, users: [anna@contoso.example, "CONTOSO\\\\jan"] }
  - { name: KIOSK-2 }
assignments:
  - { name: Zofia Maj, email: zofia@contoso.example, assigned: 2026-01-10, purchase: PO-1, seat: 3 }
  - { name: Anna Nowak, email: anna@contoso.example, login: CONTOSO\\anowak, assigned: 2026-01-10, type: ${cal}, purchase: po-1 }
  - { name: Anna Maria Nowak, login: anowak, assigned: 2026-02-10, type: Exchange Server SE Enterprise User CAL }
  - { device: kiosk-1, assigned: 2026-01-10, type: Exchange Server SE Standard Device CAL, purchase: PO-2 }
  - { name: Ewa Lis, email: ewa@contoso.example, assigned: 2026-01-10, ended: 2026-05-01, reason: left, type: ${cal}, purchase: PO-1 }
  - { name: Jan Kowal, email: jan@contoso.example, assigned: 2026-01-10, ended: 2026-06-01, type: ${cal}, purchase: PO-1 }
  - { name: Nina Wolska, email: nina@contoso.example, assigned: soon, type: ${cal}, purchase: PO-1 }
`;

  it('is told by person, in the order of names, whatever the entries call them', () => {
    assert.deepEqual(positionIn(text).people.map(({ names, accounts, seats }) => [names, accounts, seats.map(({ product, purchase: of, documents, seat }) => [product, of, documents.join(), seat])]), [
      [['Anna Nowak', 'Anna Maria Nowak'], ['anna@contoso.example', 'CONTOSO\\anowak', 'anowak'], [[cal, 'po-1', 'a.pdf,b.pdf', undefined], ['Exchange Server SE Enterprise User CAL', undefined, '', undefined]]],
      [['Zofia Maj'], ['zofia@contoso.example'], [[cal, 'PO-1', 'a.pdf,b.pdf', '3']]],
    ]);
  });

  it('is told by device, with its users', () => {
    assert.deepEqual(positionIn(text).devices.map(({ name, users, seats }) => [name, users, seats.map(({ product }) => product)]), [
      ['KIOSK-1', ['anna@contoso.example', 'CONTOSO\\jan'], ['Exchange Server SE Standard Device CAL']],
      ['KIOSK-2', [], []],
    ]);
  });

  it('is told of the past, the latest first, but not twice', () => {
    assert.deepEqual(positionIn(text).ended.map(({ holder: name, ended, reason }) => [name, formatDay(ended!), reason]), [['Jan Kowal', '2026-06-01', undefined], ['Ewa Lis', '2026-05-01', 'left']]);
    const past = positionIn(text, '2026-05-15');
    assert.deepEqual(past.ended.map(({ holder: name }) => name), ['Ewa Lis']);
    assert.deepEqual(past.people.map(({ names, seats }) => [names[0], seats[0]!.documents.join()]), [['Anna Nowak', 'a.pdf'], ['Jan Kowal', 'a.pdf'], ['Zofia Maj', 'a.pdf']]);
  });

  it('leaves out, but tells of, entries that cannot be read', () => {
    assert.deepEqual(positionIn(text).uncounted.map(({ of, reason }) => `${of} ${reason}`), ['Nina Wolska has no date of assignment that can be read']);
    const list = positionIn(`- { name: A B, email: a@contoso.example, assigned: 2026-01-01, ended: 2025-01-01, type: ${cal} }
- { name: A B, email: b@contoso.example, assigned: 2026-01-01, ended: soon, type: ${cal} }
- { name: A B, email: c@contoso.example, assigned: 2026-01-01, type: Mail seat }
- { name: A B, email: d@contoso.example, assigned: 2026-01-01, type: Exchange Server SE Standard }
- { name: A B, email: e@contoso.example, assigned: 2026-01-01, purchase: PO-1 }
- { assigned: 2026-01-01 }
-
`);
    assert.deepEqual(list.uncounted.map(({ place, reason }) => `${place.line} ${reason}`), [
      '1 ends before it begins', "2 has an end that can't be read", '3 is of "Mail seat", which is no license type that can be read', '4 is of a server license, which nobody can hold',
      "5 has no license type, and its purchase doesn't tell it", "6 has no license type, and its purchase doesn't tell it",
    ]);
  });
});

describe('Open findings', () => {
  it('are told by cause, the gravest first', () => {
    const position = positionIn('- { name: Anna, email: a@contoso.example, assigned: 2026-13-01 }\n- { name: Ewa, email: e@contoso.example, assigned: soon }\n');
    assert.deepEqual(position.causes.map(({ rule, severity, findings }) => [rule, severity, findings.map(({ place }) => place.line)]), [
      ['required-field', 'error', [1, 2]], ['date-invalid', 'error', [1, 2]], ['name-incomplete', 'hint', [1, 2]],
    ]);
  });
});

describe('What cannot be known', () => {
  const limits = (text: string, day?: string) => positionIn(text, day).limits.map(limit => limit.split(/[.:,]/)[0]);

  it('is said for a day gone by and for one to come', () => {
    const text = register([purchase('PO-1', '2026-01-05', 1)], [holder('Anna', '2026-01-10', ', ended: 2026-12-01')], 'devices: [{ name: KIOSK-1 }]\nservers: [{ name: EX01, version: SE, edition: Trial, installed: 2026-01-01 }]\n');
    const always = 'The report tells what the register says';
    assert.deepEqual(limits(text), ['Ends of assignments after 2026-11-24 are shown as they are recorded by 2026-11-24', always]);
    assert.deepEqual(limits(text, '2026-02-01'), [
      'What begins after 2026-02-01 is left out', 'Mailboxes', 'The version', 'Ends of assignments after 2026-02-01 are shown as they are recorded by 2026-11-24', always,
    ]);
    assert.deepEqual(limits(text, '2027-01-01'), ['2027-01-01 lies ahead', always]);
  });

  it('is said of sections that are not there', () => {
    const always = 'The report tells what the register says';
    assert.deepEqual(limits(''), ['No purchases are recorded', always]);
    assert.deepEqual(limits('purchases:\n  - { id: PO-1, date: 2026-01-05, type: Exchange Server SE Standard, quantity: 1 }\n'), ['No servers are recorded', 'No assignments are recorded', always]);
  });
});

describe('The position of any register', () => {
  it('adds up, and never fails', () => {
    const random = new Random(20261124);
    for (let made = 0; made < 600; made++) {
      const text = randomRegister(random);
      const position = positionIn(text, random.chance(0.5) ? formatDay(parseDay('2024-01-01')! + random.below(1500)) : undefined);
      const counted = [...position.people, ...position.devices].flatMap(({ seats }) => seats.filter(({ isCounted }) => isCounted));
      for (const { name, assigned, kind } of position.products) {
        assert.equal(kind === 'server' ? assigned ?? 0 : counted.filter(({ product }) => product === name).length, assigned ?? 0, `${name}\n${text}`);
      }
      for (const { owned, assigned, free, short, changes, shortages: runs } of [...position.products, ...position.pools.map(pool => ({ ...pool, changes: undefined, shortages: undefined }))]) {
        assert.equal(free === undefined, owned === undefined || assigned === undefined, text);
        if (free !== undefined) {
          assert.equal(owned! - assigned!, free - short!, text);
        }
        assert.equal(changes?.at(-1)?.owned ?? 0, changes ? owned : 0, text);
        assert.equal(runs?.some(({ until }) => until === undefined) ?? false, runs !== undefined && short! > 0, text);
      }
    }
  });

  it('of a day gone by is the one without what begins later', () => {
    const random = new Random(20261124);
    for (let made = 0; made < 500; made++) {
      const day = formatDay(parseDay('2024-01-01')! + random.below(1200));
      const isLater = (entry: string) => (/\b(?:assigned|date): (\d{4}-\d\d-\d\d)/.exec(entry)?.[1] ?? '') > day;
      const isDay = (entry: string) => parseDay(/\b(?:assigned|date): (\S{10})/.exec(entry)?.[1] ?? '') !== undefined;
      const entries = (section: string) => Array.from({ length: random.below(8) }, () => randomEntry(random, section, '  ')).filter(entry => section === 'assignments' || !isLater(entry));
      const [purchases, servers, assignments] = [entries('purchases'), entries('servers'), entries('assignments')];
      const text = (people: readonly string[]) => `purchases:\n${purchases.join('')}servers:\n${servers.join('')}assignments:\n${people.join('')}`;
      const whole = positionIn(text(assignments), day);
      const without = positionIn(text(assignments.filter(entry => !(isLater(entry) && isDay(entry)))), day);
      if (assignments.some(entry => !isLater(entry))) {
        // Lines move; so may the order of causes with as many findings.
        const figuresOf = (position: typeof whole) => ({
          ...position, limits: [], uncounted: position.uncounted.map(({ of, reason }) => [of, reason]), causes: position.causes.map(({ rule, findings }) => `${rule} ${findings.length}`).sort(),
        });
        assert.deepEqual(figuresOf(whole), figuresOf(without), `${day}\n${text(assignments)}`);
      }
    }
  });

  it('follows edits as a check from scratch would give it', () => {
    const check = new RegisterCheck(register([purchase('PO-1', '2026-01-05', 1)], [holder('Anna', '2026-01-10', ', purchase: PO-1')]), { today: parseDay('2026-11-24')! });
    const position = () => positionOf(check, { madeOn: parseDay('2026-11-24')!, nameOf: path => path || 'license-register.yaml' });
    assert.equal(position(), undefined);
    check.work();
    check.update([{ range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } }, newText: holder('Ewa', '2026-02-01', ', purchase: PO-1') }]);
    check.work();
    assert.deepEqual(position(), positionIn(register([purchase('PO-1', '2026-01-05', 1)], [holder('Anna', '2026-01-10', ', purchase: PO-1'), holder('Ewa', '2026-02-01', ', purchase: PO-1')])));
  });
});
