import assert from 'node:assert/strict';
import { parseDay } from '../../../src/core/calendar';
import { RegisterCheck } from '../../../src/core/check';
import { rangeOf } from '../../../src/core/document/range-of';
import { withEditsFromEnd } from '../../../src/core/text/text';
import { lensesOf, usersOf } from '../../../src/features/lenses';

const today = parseDay('2026-11-24')!;
const cal = 'Exchange Server 2019 Standard User CAL';

function checked(text: string, limit?: number): RegisterCheck {
  const check = new RegisterCheck(text, { today, ...(limit === undefined ? {} : { limit }) });
  check.work();
  return check;
}

const toldBy = (check: RegisterCheck) => lensesOf(check.overview()!, check.findings()).map(({ at, title }) => `${at.line + 1} ${title}`);
const told = (text: string) => toldBy(checked(text));

const purchase = (quantity: string, type = cal, date = '2026-01-05', id = 'PO-1') => `  - { id: ${id}, date: ${date}, type: ${type}, quantity: ${quantity}, document: x.pdf }\n`;
const holder = (name: string, more = 'purchase: PO-1', assigned = '2026-02-02') => `  - { name: ${name} Nowak, email: ${name}@contoso.example, assigned: ${assigned}, type: ${cal}, ${more} }\n`;
const server = (name: string, more: string) => `  - { name: ${name}, version: 2019, ${more} }\n`;
const register = (purchases: string, assignments: string) => `settings: { severities: { unassigned-seats: off } }\npurchases:\n${purchases}assignments:${assignments === '' ? ' []' : ''}\n${assignments}`;

describe('Lenses', () => {
  it('tell above sections what is owned and covered, and above each purchase how much of it is in use', () => {
    assert.deepEqual(told(register(purchase('3'), holder('Anna') + holder('Ewa'))), [
      '2 3 CALs', '4 2 people covered', '3 2 of 3 assigned · 1 free',
    ]);
  });

  it('say nothing of what is free where nothing is', () => {
    assert.equal(told(register(purchase('1'), holder('Anna'))).at(-1), '3 1 of 1 assigned');
  });

  it('count the findings of a section that Problems lists, and say when there are more', () => {
    const text = register(purchase('3'), holder('Anna', 'purchase: PO-8') + holder('Ewa', 'purchase: PO-9'));
    assert.deepEqual(told(text).slice(0, 3), ['2 3 CALs', '4 2 people covered', '4 2 findings']);
    assert.deepEqual(toldBy(checked(text, 2)).filter(each => each.includes('finding')), ['4 1+ findings']);
    assert.deepEqual(told(text.replace('unassigned-seats: off', 'unassigned-seats: hint')).filter(each => each.startsWith('2')), ['2 3 CALs']);
  });

  it('tell the state of today first, then the first day that is short', () => {
    const short = (assignments: string) => told(register(purchase('1'), assignments)).at(-1);
    assert.equal(short(holder('Anna') + holder('Ewa', 'purchase: PO-1', '2026-03-01')), '3 2 of 1 assigned · short by 1 since 2026-03-01');
    assert.equal(short(holder('Anna') + holder('Ewa', 'purchase: PO-1', '2027-03-01')), '3 1 of 1 assigned · short by 1 from 2027-03-01');
    assert.equal(short(holder('Anna', 'purchase: PO-1, ended: 2026-03-05, reason: left') + holder('Ewa', 'purchase: PO-1', '2026-03-01')), '3 1 of 1 assigned · was short by 1 on 2026-03-01');
  });

  it('stand once above the first line of a purchase of one number and type', () => {
    assert.deepEqual(told(register(purchase('1') + purchase('2', cal, '2026-03-02'), holder('Anna'))), [
      '2 3 CALs', '5 1 person covered', '3 1 of 3 assigned · 2 free',
    ]);
  });

  it('say nothing false of quantities and assignments that cannot be read', () => {
    assert.deepEqual(told(register(purchase('many'), holder('Anna'))).filter(each => !each.includes('finding')), ['4 1 person covered', '3 1 assigned']);
    assert.equal(told(register(purchase('3'), holder('Anna') + holder('Ewa', 'purchase: PO-1', '02.02.2026'))).at(-1), "3 1 of 3 assigned · 1 can't be counted");
    assert.equal(told(register(purchase('3'), holder('Anna') + holder('Ewa', 'purchase: PO-1, ended: 2026-05-05', '02.02.2026'))).at(-1), '3 1 of 3 assigned · 2 free');
    assert.ok(told(register(purchase('3') + purchase('2', 'Mail seat', '2026-01-05', 'PO-2'), holder('Anna'))).includes('2 3+ CALs'));
  });

  it('take assignments without a purchase into account, where they can only hold its seats, or leave open what is free', () => {
    const unnamed = holder('Anna') + holder('Ewa', 'note: x') + holder('Jan', 'note: x');
    assert.equal(told(register(purchase('3'), unnamed)).at(-1), '3 3 of 3 assigned');
    assert.equal(told(register(purchase('2'), unnamed)).at(-1), '3 3 of 2 assigned · short by 1 since 2026-02-02');
    assert.deepEqual(told(register(purchase('3') + purchase('2', cal, '2026-01-05', 'PO-2'), holder('Anna') + holder('Ewa', 'note: x'))).slice(-2), ['3 1 of 3 assigned · 1 more names no purchase', '4 0 of 2 assigned · 1 more names no purchase']);
    assert.equal(told(register(purchase('many') + purchase('2', cal, '2026-01-05', 'PO-2'), unnamed)).at(-2), '3 1 assigned · 2 more name no purchase');
    assert.deepEqual(told(register(purchase('3') + purchase('2', cal, '2026-01-05', 'PO-2'), unnamed)).slice(-2), ['3 1 of 3 assigned · 2 more name no purchase', '4 0 of 2 assigned · 2 more name no purchase']);
  });

  it('say of a purchase to come when it is made, not what is free', () => {
    assert.equal(told(register(purchase('3', cal, '2027-01-05'), '')).at(-1), '3 0 assigned · bought on 2027-01-05');
    assert.ok(!told(register(purchase('3', cal, '2027-01-05'), '')).some(each => each.includes('CALs')));
  });

  it('say nothing of use where no assignments or servers are recorded', () => {
    assert.deepEqual(told(`purchases:\n${purchase('3')}${purchase('2', 'Exchange Server 2019 Standard', '2026-01-05', 'PO-2')}`), ['1 3 CALs · 2 server licenses']);
  });

  it('tell how many servers are licensed, and how many run as a trial', () => {
    const licenses = purchase('1', 'Exchange Server 2019 Standard');
    const servers = server('EX01', 'edition: Standard, license: PO-1, activated: 2026-02-02') + server('EX02', 'edition: Standard, activated: 2026-02-02') + server('EX03', 'edition: Trial, installed: 2026-10-10') + server('EX04', 'edition: Hybrid');
    const titles = (text: string) => told(text).filter(each => !each.includes('finding'));
    assert.deepEqual(titles(`purchases:\n${licenses}servers:\n${servers}`), ['1 1 server license', '3 1 of 2 licensed · 1 trial', '2 1 of 1 in use']);
    assert.deepEqual(titles(`purchases:\n${licenses}servers:\n${servers.replaceAll('edition: Standard, act', 'edition: Standard, license: PO-1, act')}`), ['1 1 server license', '3 1 of 2 licensed · 1 trial', '2 2 of 1 in use · short by 1']);
    assert.deepEqual(titles(`servers:\n${servers}`), ['1 1 trial']);
    assert.deepEqual(titles(`purchases:\n${licenses}servers:\n${servers.replace('edition: Standard, license', 'license')}`).at(-1), "2 0 of 1 in use · 1 can't be counted");
  });

  it('leave open what several editions under one number hold', () => {
    const both = purchase('1', 'Exchange Server 2019 Standard') + purchase('1', 'Exchange Server 2019 Enterprise');
    const on = (...editions: string[]) => `purchases:\n${both}servers:\n${editions.map((edition, index) => server(`EX${index}`, `edition: ${edition}, license: PO-1, activated: 2026-02-02`)).join('')}`;
    assert.deepEqual(told(on('Standard', 'Enterprise')).slice(-2), ['2 1 of 1 in use', '3 1 of 1 in use']);
    assert.deepEqual(told(on('Standard', 'Standard')).filter(each => each.includes('in use')), ['3 0 of 1 in use · 1 free']);
  });

  it('lead to the license position and to the findings, in the file of the section', () => {
    const lenses = (text: string) => {
      const check = checked(text);
      return lensesOf(check.overview()!, check.findings());
    };
    assert.deepEqual(lenses(`servers: 3\n${register(purchase('1'), holder('Anna')).replace('off }', 'severe }')}`), [
      { at: { path: '', line: 0, character: 0 }, title: '1 finding', target: 'findings' },
      { at: { path: '', line: 2, character: 0 }, title: '1 CAL', target: 'position' },
      { at: { path: '', line: 4, character: 0 }, title: '1 person covered', target: 'position' },
      { at: { path: '', line: 3, character: 6 }, title: '1 of 1 assigned', target: { id: 'PO-1', type: cal } },
    ]);
    assert.deepEqual(lenses(holder('Anna').replace(/^ {2}/gm, '')), [{ at: { path: '', line: 0, character: 0 }, title: '1 person covered', target: 'position' }]);
  });

  it('count devices that are covered, and the files of a register', () => {
    const device = (name: string) => `  - { device: ${name}, assigned: 2026-02-02, type: Exchange Server 2019 Standard Device CAL, note: x }\n`;
    const first = (text: string) => told(text).slice(0, 1);
    assert.deepEqual(first(`assignments:\n${holder('Anna')}${device('KIOSK-1')}`), ['1 1 person covered · 1 device covered']);
    assert.deepEqual(first(`assignments:\n${device('KIOSK-1')}${device('KIOSK-2')}`), ['1 0 people covered · 2 devices covered']);
    const check = checked(`include: [people.yaml]\nassignments:\n${holder('Anna')}`);
    check.include([{ path: '', glob: 'people.yaml', outcome: 'found', files: ['people.yaml'], unreadable: [] }], new Map([['people.yaml', holder('Ewa').replace(/^ {2}/gm, '')]]));
    check.work();
    assert.ok(toldBy(check).includes('2 2 people covered · in 2 files'));
  });

  it('count servers without a trial, and leave out those whose license cannot be known', () => {
    const standard = (name: string, license: string) => server(name, `edition: Standard, ${license}, activated: 2026-02-02`);
    const above = (purchases: string, servers: string) => told(`servers:\n${servers}purchases:\n${purchases}`).filter(each => each.startsWith('1 ') && !each.includes('finding'));
    const license = purchase('1', 'Exchange Server 2019 Standard');
    assert.deepEqual(above(license, standard('EX01', 'license: PO-1')), ['1 1 of 1 licensed']);
    assert.deepEqual(above(license, server('EX01', 'edition: Trial, installed: 2026-10-10') + server('EX02', 'edition: Trial, installed: 2026-10-10')), ['1 2 trials']);
    assert.deepEqual(above(license, standard('EX01', 'license: PO-1') + standard('EX02', 'license: [PO-1]')), ['1 1 of 1 licensed']);
    for (const unread of [purchase('1', 'Mail server', '2026-01-05', 'po-2'), purchase('many', 'Exchange Server 2019 Standard', '2026-01-05', 'PO-2')]) {
      assert.deepEqual(above(license + unread, standard('EX01', 'license: PO-1') + standard('EX02', 'license: PO-2')), ['1 1 of 1 licensed']);
    }
    assert.deepEqual(above('  - { date: 2026-01-05, type: Mail server }\n', standard('EX01', 'license: PO-1')), ['1 0 of 1 licensed']);
    const both = license + purchase('1', 'Exchange Server 2019 Enterprise');
    assert.deepEqual(above(both, standard('EX01', 'license: PO-1') + server('EX02', 'edition: Enterprise, license: PO-1, activated: 2026-02-02') + standard('EX03', 'license: PO-3')), ['1 2 of 3 licensed']);
  });

  it('tell of server licenses what is in use, whatever else was bought with them', () => {
    const license = purchase('1', 'Exchange Server 2019 Standard');
    const last = (purchases: string, servers: string) => told(`purchases:\n${purchases}servers:${servers === '' ? ' []' : ''}\n${servers}`).filter(each => each.includes('in use'));
    const on = (name: string, more = '') => server(name, `edition: Standard, license: PO-1, activated: 2026-02-02${more}`);
    assert.deepEqual(last(license, ''), ['2 0 of 1 in use · 1 free']);
    assert.deepEqual(last(license + purchase('5'), on('EX01') + on('EX02')), ['2 2 of 1 in use · short by 1']);
    assert.deepEqual(last(license.replace('quantity: 1', 'quantity: many'), on('EX01')), ['2 1 in use']);
    assert.deepEqual(last(license.replace('2026-01-05', '2027-01-05'), on('EX01')), ['2 1 in use · bought on 2027-01-05']);
    assert.deepEqual(last(license.replace('2026-01-05', '2026-11-24'), on('EX01')), ['2 1 of 1 in use']);
    assert.deepEqual(last(license, on('EX01', ', retired: soon')), ["2 0 of 1 in use · 1 can't be counted"]);
    assert.deepEqual(last(license, server('EX01', 'edition: Trial, license: PO-1, retired: soon')), ['2 0 of 1 in use · 1 free']);
    assert.deepEqual(last(license, server('EX01', 'edition: Hybrid, license: PO-1, retired: soon')), ['2 0 of 1 in use · 1 free']);
    assert.deepEqual(last(license, server('EX01', 'license: PO-1, retired: 2026-03-03')), ['2 0 of 1 in use · 1 free']);
  });

  it('tell which shortage counts: of several the one of today, the next, or the first that there was', () => {
    const days = (name: string, from: string, until?: string) => holder(name, `purchase: PO-1${until === undefined ? '' : `, ended: ${until}, reason: left`}`, from);
    const short = (...assignments: string[]) => told(register(purchase('1'), assignments.join(''))).at(-1);
    assert.equal(short(days('Anna', '2026-02-02'), days('Ewa', '2026-11-24')), '3 2 of 1 assigned · short by 1 since 2026-11-24');
    assert.equal(short(days('Anna', '2026-02-02'), days('Ewa', '2026-03-01', '2026-11-24')), '3 1 of 1 assigned · was short by 1 on 2026-03-01');
    assert.equal(short(days('Anna', '2026-02-02'), days('Ewa', '2026-03-01', '2026-03-05'), days('Jan', '2026-05-01', '2026-05-05')), '3 1 of 1 assigned · was short by 1 on 2026-03-01');
    assert.equal(short(days('Anna', '2026-02-02'), days('Ewa', '2026-03-01', '2026-03-05'), days('Jan', '2027-05-01', '2027-05-05'), days('Ola', '2028-05-01')), '3 1 of 1 assigned · short by 1 from 2027-05-01');
    assert.equal(short(days('Anna', '2026-02-02'), days('Ewa', '2026-03-01', '2026-03-05'), days('Jan', '2026-11-01'), days('Ola', '2028-05-01')), '3 2 of 1 assigned · short by 1 since 2026-11-01');
  });

  it('stand on the first line of a plain list, and nowhere above keys without a figure', () => {
    assert.deepEqual(told(holder('Anna', 'note: x').replace(/^ {2}/gm, '')).slice(0, 1), ['1 1 person covered']);
    assert.deepEqual(told('purchases: []\ndevices: []\nassignments: []\n'), ['3 0 people covered']);
  });

  it('never fail on text that is no register', () => {
    for (const text of ['', 'x', '[', 'purchases: 3', '- ', 'purchases:\n  - id: [\nassignments:\n  - {', '&a purchases:\n  - *a', 'purchases: [{ id: PO-1, type: x }]']) {
      assert.doesNotThrow(() => told(text), text);
    }
  });

  it('lead from a purchase to those who use it, in whatever form its number is written', () => {
    const check = checked(register(purchase('3'), holder('Anna') + holder('Ewa', 'purchase: po-1') + holder('Jan', 'purchase: PO-1, ended: 2026-03-03, reason: left')));
    const lens = lensesOf(check.overview()!, check.findings()).at(-1)!;
    assert.deepEqual(lens.target, { id: 'PO-1', type: cal });
    const lines = usersOf({ id: 'PO-1', type: cal }, check.overview()!).map(rangeOf).map(({ start, end }) => [start.line + 1, end.character - start.character]);
    assert.deepEqual(lines, [[5, 'Anna Nowak'.length], [6, 'Ewa Nowak'.length]]);
    assert.deepEqual(usersOf({ id: 'PO-9', type: cal }, check.overview()!), []);
    const users = (text: string, type: string) => usersOf({ id: 'PO-1', type }, checked(text).overview()!).map(({ segment, start, end }) => segment.text.slice(start, end));
    assert.deepEqual(users(register(purchase('3'), holder('Anna') + holder('Ewa', 'note: x')), cal), ['Anna Nowak', 'Ewa Nowak']);
    assert.deepEqual(users(register(purchase('3') + purchase('1', cal, '2026-01-05', 'PO-2'), holder('Anna') + holder('Ewa', 'note: x')), cal), ['Anna Nowak']);
    const both = `purchases:\n${purchase('3')}${purchase('1', 'Exchange Server 2019 Standard')}servers:\n${server('EX01', 'edition: Standard, license: PO-1')}assignments:\n${holder('Anna')}`;
    assert.deepEqual([users(both, cal), users(both, 'Exchange Server 2019 Standard')], [['Anna Nowak'], ['EX01']]);
  });

  it('lead nowhere from a purchase that nobody uses', () => {
    const check = checked(register(purchase('3'), ''));
    assert.equal(lensesOf(check.overview()!, check.findings()).at(-1)!.target, undefined);
  });

  it('follow edits as if the register were read anew', () => {
    const text = register(purchase('3'), holder('Anna') + holder('Ewa') + holder('Jan', 'purchase: PO-1, temporaryFor: Anna@contoso.example, returns: 2026-12-31'));
    const check = checked(text);
    toldBy(check);
    const line = text.split('\n')[4]!;
    const edit = { range: { start: { line: 4, character: line.length - 2 }, end: { line: 4, character: line.length - 2 } }, newText: ', absence: { from: 2026-10-01, until: 2026-12-31 }, ended: 2026-11-20' };
    check.update([edit]);
    check.work();
    assert.deepEqual(toldBy(check), told(withEditsFromEnd(text, [edit])));
  });
});
