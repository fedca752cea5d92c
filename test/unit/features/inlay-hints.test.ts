import assert from 'node:assert/strict';
import { formatDay, parseDay } from '../../../src/core/calendar';
import { RegisterCheck } from '../../../src/core/check';
import { inlayHintsOf } from '../../../src/features/inlay-hints';

const today = parseDay('2026-11-24')!;
const on = (days: number) => formatDay(today + days);

/** The lines that have hints, as they look with them. */
function told(text: string): string[] {
  const check = new RegisterCheck(text, { today });
  check.work();
  const lines = text.split('\n');
  return inlayHintsOf(check.overview()!).map(({ at, label }) => `${lines[at.line]!.slice(0, at.character).trim()} «${label}»`);
}

function tooltips(text: string): string[] {
  const check = new RegisterCheck(text, { today });
  check.work();
  return inlayHintsOf(check.overview()!).map(({ tooltip }) => tooltip.join(' '));
}

const server = (lines: string) => `servers:\n  - name: EX01\n    version: SE\n${lines}`;
const purchase = (terms: string, more = '') => `purchases:
  - id: PO-1
    date: 2024-01-05
    type: Exchange Server 2019 Standard User CAL
    quantity: 2
${terms}${more}`;
const used = (version: string) => `servers:
  - { name: EX01, version: ${version}, edition: Standard, installed: 2024-02-02 }
assignments:
  - { name: Anna Nowak, email: anna@contoso.example, assigned: 2024-02-02, type: Exchange Server 2019 Standard User CAL, purchase: PO-1 }
`;

describe('Inlay hints', () => {
  it('tell how long a trial runs, until it is licensed or retired', () => {
    assert.deepEqual(told(server('    edition: Trial\n    installed: 2026-09-17\n')), ['installed: 2026-09-17 «112 days of the trial left»']);
    assert.deepEqual(told(server(`    edition: Trial\n    installed: ${on(-180)}\n`)), [`installed: ${on(-180)} «trial ends today»`]);
    assert.deepEqual(told(server(`    edition: Trial\n    installed: ${on(-181)}\n`)), [`installed: ${on(-181)} «trial ended 1 day ago»`]);
    assert.deepEqual(told(server('    edition: Trial\n    installed: 2026-09-17\n    retired: 2026-10-10\n')), []);
    assert.deepEqual(told(server('    edition: Standard\n    installed: 2026-09-17\n')), []);
    assert.deepEqual(told(server('    edition: Trial\n    installed: 17.09.2026\n')), []);
    assert.deepEqual(told(server(`    edition: Trial\n    installed: ${on(3)}\n`)), []);
  });

  it('tell the day and what follows', () => {
    assert.deepEqual(tooltips(server('    edition: Trial\n    installed: 2026-09-17\n')), ['The trial runs through 2027-03-16, 180 days after this one. License the server by then, or retire it.']);
    assert.deepEqual(tooltips(server(`    edition: Trial\n    installed: ${on(-180)}\n`)), ['The trial runs through 2026-11-24, 180 days after this one. License the server by then, or retire it.']);
    assert.deepEqual(tooltips(server(`    edition: Trial\n    installed: ${on(-181)}\n`)), ['The 180 days of this trial were over on 2026-11-23. License the server and write its edition, or add "retired".']);
    assert.deepEqual(tooltips(purchase(`    softwareAssurance: { from: ${on(1)}, until: ${on(9)} }\n`)), ["Software Assurance doesn't run today."]);
    assert.deepEqual(tooltips(purchase(`    subscription: { from: 2024-01-05, until: ${on(2)} }\n`)), ['The subscription runs through 2026-11-26. From the day after, its licenses may no longer be used: renew it by then, and add the new term.']);
    assert.deepEqual(tooltips(purchase('    softwareAssurance: { from: 2024-01-05, until: 2026-10-01 }\n', used('SE'))), ['Software Assurance ended on 2026-10-01. Since then the licenses give no right to Exchange Server SE, nor to versions that came out later: add the new term if it was renewed.']);
  });

  it('tell how long cover runs, behind its last day, in block and flow style, quoted and in CRLF', () => {
    assert.deepEqual(told(purchase(`    softwareAssurance: { from: 2024-01-05, until: ${on(112)} }\n`)), [`softwareAssurance: { from: 2024-01-05, until: ${on(112)} «112 days left»`]);
    assert.deepEqual(told(purchase(`    softwareAssurance:\r\n      from: 2024-01-05\r\n      until: "${on(1)}" # soon\r\n`)), [`until: "${on(1)}" «1 day left»`]);
    assert.deepEqual(told(purchase(`    subscription: { from: 2024-01-05, until: ${on(0)} }\n`)), [`subscription: { from: 2024-01-05, until: ${on(0)} «ends today»`]);
    assert.deepEqual(told(purchase(`    softwareAssurance: { from: 2024-01-05, until: ${on(1200)} }\n`)), [`softwareAssurance: { from: 2024-01-05, until: ${on(1200)} «more than 3 years left»`]);
    assert.deepEqual(told(purchase(`    softwareAssurance: { from: 2024-01-05, until: ${on(730)} }\n`)), [`softwareAssurance: { from: 2024-01-05, until: ${on(730)} «730 days left»`]);
    assert.deepEqual(told(purchase(`    softwareAssurance: { from: 2024-01-05, until: ${on(731)} }\n`)), [`softwareAssurance: { from: 2024-01-05, until: ${on(731)} «more than 2 years left»`]);
    assert.deepEqual(told(purchase(`    softwareAssurance: { from: 2024-01-05, until: ${on(1096)} }\n`)), [`softwareAssurance: { from: 2024-01-05, until: ${on(1096)} «more than 3 years left»`]);
  });

  it('stand once, behind the last of the terms that follow one another', () => {
    const terms = (...days: string[]) => purchase(`    softwareAssurance:\n${days.map(day => `      - { from: ${day.slice(0, 10)}, until: ${day.slice(11)} }\n`).join('')}`);
    assert.deepEqual(told(terms('2020-01-01 2023-12-31', '2024-01-01 2026-12-31', '2027-01-01 2027-02-28')), ['- { from: 2027-01-01, until: 2027-02-28 «96 days left»']);
    assert.deepEqual(told(terms('2024-01-01 2026-12-31', '2027-02-01 2029-12-31')), ['- { from: 2024-01-01, until: 2026-12-31 «37 days left»']);
    assert.deepEqual(told(terms('2024-01-01 2025-12-31', '2027-02-01 2029-12-31')), ['- { from: 2027-02-01 «starts in 69 days»']);
    assert.deepEqual(told(terms('2024-01-01 2026-12-31', '2025-01-01 2026-12-15')), ['- { from: 2024-01-01, until: 2026-12-31 «37 days left»']);
    assert.deepEqual(told(terms('2025-01-01 2026-12-31', '2024-01-01 2024-12-31')), ['- { from: 2025-01-01, until: 2026-12-31 «37 days left»']);
    assert.deepEqual(told(terms('2027-01-01 2027-02-28', '2024-01-01 2026-12-31')), ['- { from: 2027-01-01, until: 2027-02-28 «96 days left»']);
    assert.deepEqual(told(terms('2028-01-01 2028-12-31', '2026-12-01 2026-12-31')), ['- { from: 2026-12-01 «starts in 7 days»']);
    assert.deepEqual(told(terms('2026-11-24 2026-12-31')), ['- { from: 2026-11-24, until: 2026-12-31 «37 days left»']);
    assert.deepEqual(told(terms('2024-01-01 2026-11-23', '2026-11-25 2026-12-31')), ['- { from: 2026-11-25 «starts in 1 day»']);
    assert.deepEqual(told(terms('2027-01-01 2023-12-31')), []);
  });

  it('tell what has ended only where somebody depends on it and nothing else covers', () => {
    const ended = (more: string, key = 'softwareAssurance') => told(purchase(`    ${key}: { from: 2024-01-05, until: ${on(-3)} }\n`, more));
    assert.deepEqual(ended(''), []);
    assert.deepEqual(ended(used('2019')), []);
    assert.deepEqual(ended(used('SE')), [`softwareAssurance: { from: 2024-01-05, until: ${on(-3)} «ended 3 days ago»`]);
    assert.deepEqual(ended(used('2019'), 'subscription'), [`subscription: { from: 2024-01-05, until: ${on(-3)} «ended 3 days ago»`]);
    assert.deepEqual(ended(`  - { id: PO-1, date: 2025-01-05, type: Exchange Server 2019 Standard User CAL, quantity: 1, softwareAssurance: { from: 2026-11-01, until: ${on(9)} } }\n${used('SE')}`), [
      `- { id: PO-1, date: 2025-01-05, type: Exchange Server 2019 Standard User CAL, quantity: 1, softwareAssurance: { from: 2026-11-01, until: ${on(9)} «9 days left»`,
    ]);
  });

  it('tell of server licenses what has ended where a server needs it', () => {
    const ended = (version: string) => told(`purchases:
  - { id: PO-1, date: 2024-01-05, type: Exchange Server 2019 Standard, quantity: 2, softwareAssurance: { from: 2024-01-05, until: ${on(-3)} } }
servers:
  - { name: EX01, version: 2019, edition: Standard, license: PO-1, installed: 2024-02-02 }
  - { name: EX02, version: ${version}, edition: Standard, license: PO-1, installed: 2026-02-02 }
  - { name: EX03, edition: Standard, license: PO-1, installed: 2026-02-02 }
`);
    assert.equal(ended('SE').length, 1);
    assert.deepEqual(ended('2019'), []);
  });

  it('come in the order of their places, file by file', () => {
    const check = new RegisterCheck(`include: [b.yaml, a.yaml]\n${purchase(`    subscription: { from: 2024-01-05, until: ${on(9)} }\n    softwareAssurance: { from: 2024-01-05, until: ${on(5)} }\n`)}`, { today });
    const trial = (installed: string) => server(`    edition: Trial\n    installed: ${installed}\n`);
    const more = `${trial('2026-09-17')}${purchase(`    softwareAssurance: { from: 2024-01-05, until: ${on(7)} }\n`)}`;
    check.work();
    check.include(['b.yaml', 'a.yaml'].map(glob => ({ path: '', glob, outcome: 'found', files: [glob], unreadable: [] })), new Map([['b.yaml', more], ['a.yaml', more.replace('EX01', 'EX02')]]));
    check.work();
    assert.deepEqual(inlayHintsOf(check.overview()!).map(({ at, label }) => `${at.path} ${at.line}: ${label}`), [
      ' 6: 9 days left', ' 7: 5 days left',
      'a.yaml 4: 112 days of the trial left', 'a.yaml 10: 7 days left',
      'b.yaml 4: 112 days of the trial left', 'b.yaml 10: 7 days left',
    ]);
  });

  it('say nothing of terms that cannot be read', () => {
    assert.deepEqual(told(purchase('    softwareAssurance: { from: 2024-01-05, until: soon }\n', used('SE'))), []);
    assert.deepEqual(told(purchase('    softwareAssurance: { until: 2027-01-05 }\n', used('SE'))), []);
  });
});
