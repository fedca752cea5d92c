import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseDay } from '../../../src/core/calendar';
import { RegisterCheck } from '../../../src/core/check';
import { lineStartsOf, positionAt } from '../../../src/core/text/text';
import { hoverAt } from '../../../src/features/hover';
import type { RegisterSchema } from '../../../src/features/schema-keys';

const schema = JSON.parse(readFileSync('schemas/license-register.schema.json', 'utf8')) as RegisterSchema;
const today = parseDay('2026-11-24')!;

/** What is told at the `|`, with the text it is told of. */
function told(marked: string, by: RegisterSchema | undefined = schema, on = today): { of: string; paragraphs: readonly string[] } | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const check = new RegisterCheck(text, { today: on });
  check.work();
  const spot = check.spotAt(positionAt(lineStartsOf(text), offset))!;
  const hover = hoverAt(spot, by);
  return hover && { of: spot.segment.text.slice(hover.start, hover.end), paragraphs: hover.paragraphs };
}

const register = `purchases:
  - id: PO-1
    date: 2026-01-05
    type: Exchange Server 2019 Standard User CAL
    quantity: 3
assignments:
  - name: Anna Nowak
    email: anna@contoso.example
    assigned: 2026-10-01
    type: Exchange Server 2019 Standard User CAL
    purchase: PO-1
    ended: 2026-11-23
  - { name: Jan Kowal, email: jan@contoso.example, assigned: 2026-10-01, type: Exchange Server 2019 Standard User CAL, purchase: PO-1 }
`;
const at = (before: string) => told(register.replace(before, `${before}|`));

describe('Hover', () => {
  it('describes a key by the schema, in block and flow style, in CRLF too', () => {
    const ended = { of: 'ended', paragraphs: ['Day the assignment ended, as YYYY-MM-DD. On this day the person is still covered and the seat is already free, so a handover on one day needs only one seat.', 'Example: 2026-10-30'] };
    assert.deepEqual(told('- name: Anna Nowak\n  en|ded: 2026-11-23\n'), ended);
    assert.deepEqual(told('- name: Anna Nowak\r\n  en|ded: 2026-11-23\r\n'), ended);
    assert.deepEqual(told('- { name: Anna Nowak, en|ded: 2026-11-23 }\n'), ended);
  });

  it('describes sections and what stands under them', () => {
    assert.match(at('purch')!.paragraphs[0]!, /^What was bought/);
    assert.match(told('settings:\n  reassign|mentDays: 30\n')!.paragraphs[0]!, /^Days a license has to stay/);
    assert.match(told('settings:\n  severities:\n    cal-|key: off\n')!.paragraphs[0]!, /^Severity of this rule/);
    assert.match(told('settings:\n  equivalents:\n    - cov|ers: [standard]\n')!.paragraphs[0]!, /^What the plan covers/);
    assert.match(told('purchases:\n  - id: P\n    subscription: { from: 2026-01-01, un|til: 2026-12-31 }\n')!.paragraphs[0]!, /^Last day/);
  });

  it('says nothing of keys in comments, of unknown ones, nor without a schema', () => {
    assert.equal(told('- name: Anna Nowak # en|ded: soon\n'), undefined);
    assert.equal(told('- name: Anna Nowak\n  colo|r: red\n'), undefined);
    const check = new RegisterCheck('- name: Anna Nowak\n', { today });
    check.work();
    assert.equal(hoverAt(check.spotAt({ line: 0, character: 3 })!, undefined), undefined);
  });

  it('tells of what stands in lists and terms, and up to the end of a value', () => {
    assert.equal(told(device('').replace(' jan@contoso', ' ja|n@contoso'))!.paragraphs[0], 'Covered today by Exchange Server 2019 Standard User CAL of PO-1, assigned on 2026-10-01.');
    const term = (days: string) => told(register.replace('quantity: 3', `quantity: 3\n    softwareAssurance: ${days}`));
    assert.deepEqual(term('{ from: 2026-|01-05, until: 2028-01-04 }'), { of: '2026-01-05', paragraphs: ['Monday, 323 days ago.'] });
    assert.deepEqual(term('[{ from: 2026-01-05, until: 2028-01-04| }]'), { of: '2028-01-04', paragraphs: ['Tuesday, in 406 days.'] });
    assert.deepEqual(told(register.replace('id: PO-1', 'id: PO-1|'))!.of, 'PO-1');
    assert.deepEqual(told('mailboxes:\n  - { email: a@contoso.example, features: [arch|ive, dlp] }\n')!.of, 'archive');
    assert.match(told('mailboxes:\n  - { email: a@contoso.example, features: [arch|ive, dlp] }\n')!.paragraphs[0]!, /^A feature of the Enterprise CAL/);
  });

  it('tells of a server the same at its version and edition, and nothing at its other words', () => {
    const at = (keys: string) => told(`servers:\n  - { name: EX01, ${keys} }\n`)?.paragraphs[0];
    for (const keys of ['version: S|E, edition: Standard', 'version: SE, edition: Stan|dard']) {
      assert.equal(at(keys), 'Exchange Server SE, Standard edition.');
    }
    assert.equal(at('version: SE, edition: Standard, note: by|the door'), undefined);
  });

  it('says nothing of numbers, of types that it cannot read, and of words without a meaning', () => {
    assert.equal(at('quantity: '), undefined);
    assert.equal(told(register.replace('type: Exch', 'type: |Some ')), undefined);
    assert.equal(told(register.replace('quantity: 3', 'quantity: 3\n    supplier: jan@|contoso.example')), undefined);
    assert.equal(told(register.replace('ended: 2026-11-23', 'note: jan@|contoso.example')), undefined);
    const check = new RegisterCheck('noCal:\n  - { email: a@contoso.example, reason: service }\n', { today });
    check.work();
    assert.equal(hoverAt(check.spotAt({ line: 1, character: 44 })!, undefined), undefined);
  });

  it('knows keys in quotes, and no key before its colon is written', () => {
    assert.equal(told('- name: Anna Nowak\n  "en|ded": 2026-11-23\n')!.of, '"ended"');
    assert.match(told('- name: Anna Nowak\n  "en|ded": 2026-11-23\n')!.paragraphs[0]!, /^Day the assignment ended/);
    assert.equal(told('- name: Anna Nowak\n  en|ded\n'), undefined);
  });

  it('tells what a license type grants and until when its version is supported', () => {
    assert.deepEqual(at('    type: Exch')!.paragraphs, [
      'Exchange Server 2019 Standard User CAL: covers the standard features for one person on any device.',
      'Support for Exchange Server 2019 ended on 2025-10-14 (Microsoft lifecycle data of Exchange Server 2013, 2016 and 2019).',
    ]);
  });

  it('tells of each sort of license what it grants', () => {
    const grants = (type: string, section = 'assignments') => told(`${section}:\n  - { type: |${type} }\n`)!.paragraphs[0];
    assert.equal(grants('Exchange Server 2019 Standard', 'purchases'), 'Exchange Server 2019 Standard: the right to run one server, Standard edition.');
    assert.equal(grants('Exchange Server SE Enterprise', 'purchases'), 'Exchange Server SE Enterprise: the right to run one server, Enterprise edition.');
    assert.equal(grants('Exchange Server SE Standard Device CAL'), 'Exchange Server SE Standard Device CAL: covers the standard features for one device and whoever uses it.');
    assert.equal(grants('Exchange Server 2019 Enterprise User CAL'), 'Exchange Server 2019 Enterprise User CAL: covers the enterprise features for one person on any device.');
    assert.equal(grants('Enterprise CAL Suite'), 'Enterprise CAL Suite: covers the standard and enterprise features.');
    assert.equal(grants('Microsoft 365 E3'), 'Microsoft 365 E3: covers nothing here unless `settings.equivalents` lists it.');
    assert.deepEqual(told('purchases:\n  - { type: |Exchange Server 2019 Standard }\n', schema, parseDay('2025-10-14'))!.paragraphs[1], 'Support for Exchange Server 2019 ends on 2025-10-14 (Microsoft lifecycle data of Exchange Server 2013, 2016 and 2019).');
  });

  it('tells of a purchase no more than the register says', () => {
    const of = (text: string) => told(text.replace('id: PO', 'id: P|O'))?.paragraphs;
    const type = 'Exchange Server 2019 Standard User CAL';
    assert.equal(told(`- { name: Anna Nowak, email: anna@contoso.example, purchase: P|O-1 }\n`), undefined);
    assert.deepEqual(of(register.replace('quantity: 3', 'quantity: many')), [`${type}: how many were bought can't be told.`]);
    assert.deepEqual(of(register.slice(0, register.indexOf('assignments'))), [`${type}: 3 bought.`]);
    assert.deepEqual(of('purchases:\n  - { id: PO-1, date: 2026-01-05, type: Exchange Server 2019 Standard, quantity: 2 }\n'), ['Exchange Server 2019 Standard: 2 bought.']);
    assert.deepEqual(of('purchases:\n  - { id: PO-1, date: 2026-01-05, type: Exchange Server 2019 Standard, quantity: 2 }\nservers: []\n'), ['Exchange Server 2019 Standard: 2 bought, 0 used today, 2 free.']);
    const held = (quantity: number, ...holders: string[]) => of(`purchases:\n  - { id: PO-1, date: 2026-01-05, type: ${type}, quantity: ${quantity} }\nassignments:\n${holders.map(who => `  - { ${who}, assigned: 2026-10-01, type: ${type}, purchase: PO-1 }\n`).join('')}`);
    assert.deepEqual(held(1, 'name: Jan Kowal, email: jan@contoso.example', 'email: ewa@contoso.example'), [`${type}: 1 bought, 2 assigned today, 1 short. Held by Jan Kowal, ewa@contoso.example.`]);
    assert.deepEqual(held(2, 'login: CONTOSO\\jan', 'name: Ewa Lis, email: ewa@contoso.example, ended: soon'), [`${type}: 2 bought, 1 assigned today, 1 can't be counted, at most 1 free. Held by CONTOSO\\jan.`]);
    assert.deepEqual(held(12, ...Array.from({ length: 12 }, (_, index) => `email: p${index}@x.example`)), [
      `${type}: 12 bought, 12 assigned today, 0 free. Held by ${Array.from({ length: 10 }, (_, index) => `p${index}@x.example`).join(', ')} and 2 more.`,
    ]);
    assert.deepEqual(of(`purchases:\n  - { id: PO-1, date: 2026-01-05, type: Exchange Server 2019 Standard Device CAL, quantity: 1 }\nassignments:\n  - { device: KIOSK-1, assigned: 2026-10-01, type: Exchange Server 2019 Standard Device CAL, purchase: PO-1 }\n`), [
      'Exchange Server 2019 Standard Device CAL: 1 bought, 1 assigned today, 0 free. Held by KIOSK-1.',
    ]);
  });

  it('tells what of a purchase is assigned, where it is made and where it is named', () => {
    const paragraphs = ['Exchange Server 2019 Standard User CAL: 3 bought, 1 assigned today, 2 free. Held by Jan Kowal.'];
    assert.deepEqual(at('id: PO'), { of: 'PO-1', paragraphs });
    assert.deepEqual(at('purchase: P'), { of: 'PO-1', paragraphs });
  });

  it('tells of a purchase how much is free at most where assignments cannot be read', () => {
    const unread = register.replace('ended: 2026-11-23', 'ended: soon').replace('assigned: 2026-10-01', 'assigned: 01.10.2026');
    assert.deepEqual(told(unread.replace('id: PO', 'id: PO|'))!.paragraphs, ["Exchange Server 2019 Standard User CAL: 3 bought, 1 assigned today, 1 can't be counted, at most 2 free. Held by Jan Kowal."]);
    assert.match(told(unread.replace('quantity: 3', 'quantity: 1').replace('id: PO', 'id: PO|'))!.paragraphs[0]!, /1 assigned today, 0 free\./);
  });

  it('tells until when the terms of a purchase run, and of what is rented', () => {
    const terms = (key: string, days: string) => told(register.replace('quantity: 3', `quantity: 3\n    ${key}: ${days}`).replace('id: PO', 'id: |PO'))!.paragraphs[0]!.split('. ').at(-1);
    assert.equal(terms('softwareAssurance', '{ from: 2026-01-05, until: 2028-01-04 }'), 'Software Assurance runs until 2028-01-04.');
    assert.equal(terms('softwareAssurance', '{ from: 2024-01-05, until: 2025-01-04 }'), 'Software Assurance ended on 2025-01-04.');
    assert.equal(terms('subscription', '[{ from: 2027-01-05, until: 2028-01-04 }]'), 'The subscription will run until 2028-01-04.');
  });

  it('tells of the licenses of an order those that are meant, where there are such', () => {
    const order = `${register.replace('assignments:', '  - { id: PO-1, date: 2026-01-05, type: Exchange Server 2019 Standard, quantity: 1 }\nservers:\n  - { name: EX01, version: 2019, edition: Standard, license: PO-1 }\nassignments:')}`;
    const [cals, servers] = ['Exchange Server 2019 Standard User CAL: 3 bought, 1 assigned today, 2 free. Held by Jan Kowal.', 'Exchange Server 2019 Standard: 1 bought, 1 used today, 0 free. Used by EX01.'];
    const tells = (mark: string) => told(order.replace(mark, `${mark}|`))!.paragraphs.filter(each => each.includes('bought'));
    assert.deepEqual(tells('id: P'), [cals, servers]);
    assert.deepEqual(tells('license: P'), [servers]);
    assert.deepEqual(tells('name: EX'), [servers]);
    assert.deepEqual(tells('purchase: P'), [cals]);
    assert.deepEqual(told(register.replace('assignments:', 'servers:\n  - { name: EX01, license: P|O-1 }\nassignments:'))!.paragraphs, [cals], 'else what there is');
  });

  it('tells what words mean, each once', () => {
    assert.match(told('noCal:\n  - { email: a@contoso.example, reason: ser|vice }\n')!.paragraphs[0]!, /service \(a program uses it/);
    assert.match(told('- { name: Anna Nowak, reason: le|ft }\n')!.paragraphs[0]!, /^Why the assignment ended/);
    assert.ok(told('servers:\n  - { name: EX01, ver|sion: SE }\n')!.paragraphs.includes('One of: SE, 2019, 2016, 2013'));
  });

  it('tells what a person holds, and why that covers', () => {
    assert.deepEqual(at('email: jan')!.paragraphs, ['Covered today by Exchange Server 2019 Standard User CAL of PO-1, assigned on 2026-10-01.', '2026-10-01 – today: Exchange Server 2019 Standard User CAL, PO-1']);
    const both = `${register}  - { name: Jan Kowal, email: jan@contoso.example, assigned: 2026-11-01, type: Enterprise CAL Suite }\n`;
    assert.equal(told(both.replace('email: jan', 'email: |jan'))!.paragraphs[1], 'For the enterprise features: Enterprise CAL Suite, assigned on 2026-11-01.');
    const standIn = `${register}  - { name: Ewa Lis, email: ewa@contoso.example, assigned: 2026-11-01, type: Core CAL Suite, temporaryFor: jan@contoso.example, returns: 2027-01-11 }\n`;
    assert.equal(told(standIn.replace('Ewa', '|Ewa'))!.paragraphs[0], 'Covered today by Core CAL Suite, assigned on 2026-11-01, standing in for jan@contoso.example until 2027-01-11.');
  });

  it('tells of several assignments the first that covers, and all in the order of their days', () => {
    const of = (...assignments: string[]) => told(`purchases:\n  - { id: PO-1, date: 2020-01-05, type: Exchange Server 2019 Standard User CAL, quantity: 9 }\nassignments:\n${assignments.map((each, index) => `  - { name: Ewa Lis, email: ewa${index === 0 ? '|' : ''}@contoso.example, ${each} }\n`).join('')}`)!.paragraphs;
    assert.deepEqual(of('assigned: 2026-05-01, type: Enterprise CAL Suite', 'assigned: 2026-02-01, type: Exchange Server 2019 Enterprise User CAL', 'assigned: 2027-02-01, type: Core CAL Suite', 'assigned: 2026-03-01, type: Exchange Server Standard User CAL, purchase: PO-1'), [
      'Covered today by Exchange Server 2019 Standard User CAL of PO-1, assigned on 2026-03-01.',
      'For the enterprise features: Exchange Server 2019 Enterprise User CAL, assigned on 2026-02-01.',
      '2026-02-01 – today: Exchange Server 2019 Enterprise User CAL',
      '2026-03-01 – today: Exchange Server 2019 Standard User CAL, PO-1',
      '2026-05-01 – today: Enterprise CAL Suite',
      '2027-02-01 –: Core CAL Suite',
    ]);
    assert.deepEqual(of('assigned: 2026-05-01, type: Enterprise CAL Suite'), ['Covered today by Enterprise CAL Suite, assigned on 2026-05-01.', '2026-05-01 – today: Enterprise CAL Suite']);
    assert.equal(of('assigned: 2027-05-01, type: Core CAL Suite', 'assigned: 2027-02-01, type: Core CAL Suite')[0], 'No CAL of their own covers them today: the next one is assigned on 2027-02-01.');
    assert.equal(of('assigned: 2026-05-01, ended: 2026-08-01, type: Core CAL Suite', 'assigned: 2026-02-01, ended: 2026-03-01, type: Core CAL Suite')[0], 'No CAL of their own covers them today: the last one ended on 2026-08-01.');
    assert.equal(of('assigned: 2026-05-01, type: Core CAL Suite, temporaryFor: jan@contoso.example')[0], 'Covered today by Core CAL Suite, assigned on 2026-05-01, standing in for jan@contoso.example.');
    assert.equal(of('assigned: 2026-05-01, type: Exchange Server 2019 Standard Device CAL, device: KIOSK-1')[0], 'No CAL of their own covers them today: none is assigned to them.');
  });

  it('tells why nothing covers a person', () => {
    const cover = (assignment: string, more = '') => told(`assignments:\n  - { name: Ewa |Lis, email: ewa@contoso.example, ${assignment} }\n${more}`)!.paragraphs[0];
    assert.deepEqual(at('name: An')!.paragraphs, ['No CAL of their own covers them today: the last one ended on 2026-11-23.', '2026-10-01 – 2026-11-23: Exchange Server 2019 Standard User CAL, PO-1']);
    assert.equal(cover('assigned: 2026-12-01, type: Core CAL Suite'), 'No CAL of their own covers them today: the next one is assigned on 2026-12-01.');
    assert.equal(cover('assigned: 2026-01-01, type: Exchange Server 2019 Standard Device CAL'), "No CAL of their own covers them today: what they hold doesn't cover the standard features for a person.");
    assert.equal(cover('assigned: 2026-01-01, type: Microsoft 365 E3'), "No CAL of their own covers them today: what they hold doesn't cover the standard features for a person.");
    assert.equal(cover('assigned: 2026-01-01, type: Some CAL'), "An assignment can't be read, so it isn't known whether this person is covered.");
    assert.equal(told('mailboxes:\n  - email: ewa|@contoso.example\n')!.paragraphs[0], 'No CAL of their own covers them today: none is assigned to them.');
    const noCal = 'noCal:\n  - { email: ewa@contoso.example, reason: on-leave, until: 2027-03-31 }\n';
    assert.equal(told(`mailboxes:\n  - email: ewa|@contoso.example\n${noCal}`)!.paragraphs[0], 'Needs no CAL of their own today, as recorded under `noCal` ("on-leave" until 2027-03-31).');
  });

  it('tells of several reasons why somebody needs no CAL the one that holds today', () => {
    const noCal = (...entries: string[]) => told(`mailboxes:\n  - email: ewa|@contoso.example\nnoCal:\n${entries.map(each => `  - { email: ewa@contoso.example${each} }\n`).join('')}`)!.paragraphs[0];
    assert.equal(noCal(', reason: on-leave, until: 2026-11-23', ', reason: service'), 'Needs no CAL of their own today, as recorded under `noCal` ("service").');
    assert.equal(noCal(', reason: on-leave, until: 2026-11-24', ', reason: service'), 'Needs no CAL of their own today, as recorded under `noCal` ("on-leave" until 2026-11-24).');
    assert.equal(noCal(', reason: service', ', reason: cloud'), 'Needs no CAL of their own today, as recorded under `noCal` ("service").');
    assert.equal(noCal(''), 'Needs no CAL of their own today, as recorded under `noCal`.');
  });

  const device = (assignment: string) => `devices:
  - name: KIOSK-01
    users: [anna@contoso.example, jan@contoso.example, CONTOSO\\elis]
${register.slice(register.indexOf('assignments:'))}${assignment}`;
  const deviceCal = '  - { device: Kiosk-01, assigned: 2026-10-01, type: Exchange Server 2019 Standard Device CAL, purchase: PO-2 }\n';

  it('tells of a device who uses it and whether it is covered, there and where it is named', () => {
    const paragraphs = [
      'Covered today by Exchange Server 2019 Standard Device CAL of PO-2, assigned on 2026-10-01.',
      'Used by anna@contoso.example, jan@contoso.example, CONTOSO\\elis.',
      '2026-10-01 – today: Exchange Server 2019 Standard Device CAL, PO-2',
    ];
    assert.deepEqual(told(device(deviceCal).replace('KIOSK', 'KIO|SK')), { of: 'KIOSK-01', paragraphs });
    assert.deepEqual(told(device(deviceCal).replace('Kiosk', 'Kio|sk'))!.paragraphs, paragraphs);
    assert.deepEqual(told(device('').replace('KIOSK', 'KIO|SK'))!.paragraphs, [
      'No Device CAL covers it today.',
      'Used by anna@contoso.example, jan@contoso.example, CONTOSO\\elis.',
      'Of them, no CAL of their own covers anna@contoso.example, CONTOSO\\elis.',
    ]);
    assert.equal(told(device(deviceCal.replace('2026-10-01', 'soon')).replace('KIOSK', 'KIO|SK'))!.paragraphs[0], "An assignment can't be read, so it isn't known whether this device is covered.");
  });

  it('tells of the users of a device no more than the register says', () => {
    const of = (keys: string, more = '') => told(`devices:\n  - { name: KIO|SK-01${keys} }\n${more}`)!.paragraphs;
    assert.deepEqual(of(''), ['No Device CAL covers it today.']);
    assert.deepEqual(of(', users: [jan@contoso.example]'), ['No Device CAL covers it today.', 'Used by jan@contoso.example.']);
    assert.deepEqual(of(', users: [svc@contoso.example, jan@contoso.example]', `noCal:\n  - { email: svc@contoso.example, reason: service }\n${register.slice(register.indexOf('assignments'))}`), [
      'No Device CAL covers it today.', 'Used by svc@contoso.example, jan@contoso.example.', 'All of them are covered by CALs of their own, or need none.',
    ]);
  });

  it('tells of several devices that somebody uses the one that is covered', () => {
    const two = device(`${deviceCal}${deviceCal.replace('2026-10-01', '2026-09-01')}`).replace('devices:\n', 'devices:\n  - { name: LAB-01, users: [anna@contoso.example] }\n');
    assert.equal(told(two.replace('email: anna', 'email: an|na'))!.paragraphs[0],
      'No CAL of their own covers them today, but the device KIOSK-01 that they use: Exchange Server 2019 Standard Device CAL of PO-2, assigned on 2026-09-01.');
    assert.equal(told(two.replace('KIOSK', 'KIO|SK'))!.paragraphs[0], 'Covered today by Exchange Server 2019 Standard Device CAL of PO-2, assigned on 2026-09-01.');
  });

  it('tells that a device covers whoever uses it', () => {
    assert.equal(told(device(deviceCal).replace('CONTOSO\\elis', 'CONTOSO\\el|is')), undefined, 'nobody is known by this login');
    assert.equal(told(device(deviceCal).replace('email: anna', 'email: an|na'))!.paragraphs[0],
      'No CAL of their own covers them today, but the device KIOSK-01 that they use: Exchange Server 2019 Standard Device CAL of PO-2, assigned on 2026-10-01.');
  });

  const server = (keys: string) => told(`purchases:
  - { id: PO-S, date: 2024-02-12, type: Exchange Server 2019 Standard, quantity: 2 }
servers:
  - { name: E|X01, ${keys} }
`)!.paragraphs;

  it('tells of a server what it runs, under which license, and until when that is supported', () => {
    const support = 'Support for Exchange Server 2019 ended on 2025-10-14 (Microsoft lifecycle data of Exchange Server 2013, 2016 and 2019).';
    assert.deepEqual(server('version: 2019, edition: Standard, license: PO-S, installed: 2024-02-19'), [
      'Exchange Server 2019, Standard edition; installed on 2024-02-19.', 'Licensed by PO-S.', 'Exchange Server 2019 Standard: 2 bought, 1 used today, 1 free. Used by EX01.', support,
    ]);
    assert.deepEqual(server('version: 2019, edition: Standard'), ['Exchange Server 2019, Standard edition.', 'It names no purchase of a server license.', support]);
    assert.deepEqual(server('version: SE, edition: Standard, license: PO-X'), ['Exchange Server SE, Standard edition.', 'Licensed by PO-X, which no purchase has as its id.']);
    assert.deepEqual(server('version: SE, edition: Standard, license: PO-S, retired: 2026-10-10'), ['Exchange Server SE, Standard edition; out of service since 2026-10-10.', 'Its license was that of PO-S. Out of service it needs none.']);
    assert.deepEqual(server('version: SE, edition: Hybrid'), ['Exchange Server SE, Hybrid edition.', 'A Hybrid server needs no license as long as it holds no mailboxes.']);
    assert.equal(server('version: SE, edition: Standard, retired: 2026-12-10')[0], 'Exchange Server SE, Standard edition; in service until 2026-12-10.');
    assert.deepEqual(server('version: SE, edition: Standard, installed: 2024-02-19, retired: 2026-11-24'), ['Exchange Server SE, Standard edition; installed on 2024-02-19, out of service since 2026-11-24.']);
    assert.deepEqual(server('version: SE, installed: 2024-02-19'), ['Exchange Server SE; installed on 2024-02-19.']);
    assert.deepEqual(server('edition: Standard'), ['Standard edition.', 'It names no purchase of a server license.']);
    assert.deepEqual(told('servers:\n  - { name: E|X01, version: SE, edition: Standard, license: PO-X }\n')!.paragraphs, ['Exchange Server SE, Standard edition.', 'Licensed by PO-X.']);
    assert.equal(told('servers:\n  - { name: E|X01, installed: 2024-02-19 }\n'), undefined);
  });

  it('tells of a trial how many days are left', () => {
    assert.equal(server('version: SE, edition: Trial, installed: 2026-10-01')[1], 'The 180 days of the trial are over on 2027-03-30, in 126 days.');
    assert.equal(server('version: SE, edition: Trial, installed: 2026-01-01')[1], 'The 180 days of the trial were over on 2026-06-30, 147 days ago.');
    assert.equal(server('version: SE, edition: Trial, installed: 2026-05-28')[1], 'The 180 days of the trial are over on 2026-11-24, today.');
    assert.equal(server('version: SE, edition: Trial')[1], "A trial runs for 180 days from the installation, which isn't recorded.");
  });

  it('tells the same in a document that is read as a whole', () => {
    const anchored = register.replace('type: Exch', 'type: &cal Exch').replace('type: Exchange Server 2019 Standard User CAL\n    purchase', 'type: *cal\n    purchase');
    assert.match(told(anchored.replace('assignments', 'assign|ments'))!.paragraphs[0]!, /^Who holds which license/);
    assert.match(told(anchored.replace('quantity', 'quan|tity'))!.paragraphs[0]!, /^How many licenses this line holds/);
    assert.match(told(anchored.replace('assigned', 'assig|ned'))!.paragraphs[0]!, /^Day the license was assigned/);
    assert.equal(told(anchored.replace('email: jan', 'email: |jan'))!.paragraphs[0], 'Covered today by Exchange Server 2019 Standard User CAL of PO-1, assigned on 2026-10-01.');
    assert.equal(told(anchored.replace('*cal', '*c|al'))!.paragraphs[0], 'Exchange Server 2019 Standard User CAL: covers the standard features for one person on any device.');
  });

  it('tells the weekday of a date and how far it is, and what the end of an assignment means', () => {
    assert.deepEqual(at('assigned: 2026')!.paragraphs, ['Thursday, 54 days ago.']);
    assert.deepEqual(at('ended: 2026')!.paragraphs, [
      'Monday, 1 day ago.',
      'Covered through this day; the seat is free from this day on, so a handover on one day needs one seat.',
      'The 90 days after the assignment are over on 2026-12-30.',
    ]);
    assert.deepEqual(
      ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30', '1969-12-31'].map(day => told(register.replace('2026-10-01', `|${day}`))!.paragraphs),
      [['Tuesday, today.'], ['Wednesday, in 1 day.'], ['Thursday, in 2 days.'], ['Friday, in 3 days.'], ['Saturday, in 4 days.'], ['Sunday, in 5 days.'], ['Monday, in 6 days.'], ['Wednesday, 20782 days ago.']]);
    const last = (assigned: string, more = '') => told(`- { name: Anna Nowak, email: anna@contoso.example, ${assigned}, ended: 2026-1|1-23${more} }\n`)!.paragraphs.slice(2);
    assert.deepEqual(last('assigned: 2026-08-25'), ['The 90 days after the assignment were over on 2026-11-23.']);
    assert.deepEqual(last('assigned: 2026-08-26'), ['The 90 days after the assignment are over on 2026-11-24.']);
    assert.deepEqual(last('type: Core CAL Suite'), []);
    const settled = 'settings: { reassignmentDays: 1 }\nassignments: [{ name: Anna Nowak, email: anna@contoso.example, assigned: 2026-11-23, ended: 2026-1|1-23 }]\n';
    assert.equal(told(settled)!.paragraphs[2], 'The 1 day after the assignment is over on 2026-11-24.');
    const ended = '- { name: Anna Nowak, email: anna@contoso.example, assigned: 2026-10-01, type: Core CAL Suite, ended: 2026-1|1-23, reason: left }\n';
    assert.equal(told(ended)!.paragraphs.at(-1), 'For the reason "left" the seat may be reassigned at once.');
  });
});
