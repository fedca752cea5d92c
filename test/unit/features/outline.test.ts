import assert from 'node:assert/strict';
import { parseDay } from '../../../src/core/calendar';
import type { RegisterCheck } from '../../../src/core/check';
import { mainPath } from '../../../src/core/register/inclusion';
import type { Position } from '../../../src/core/text/text';
import { outlineOf, type OutlineItem } from '../../../src/features/outline';
import { Random } from '../../fuzz/random';
import { randomRegister } from '../../fuzz/registers';
import { checkedRegister } from './marked-register';

const today = parseDay('2026-11-24')!;

/** An outline as lines: two blanks a level, with lines from 1. */
function lines(check: RegisterCheck, path = mainPath): string[] {
  const tell = (items: readonly OutlineItem[], indent: string): string[] => items.flatMap(({ name, detail, range: { start, end }, children }) =>
    [`${indent}${start.line + 1}-${end.line + 1} ${name}${detail ? ` (${detail})` : ''}`, ...tell(children, `${indent}  `)]);
  return tell(outlineOf(check, path, today), '');
}

const compare = (a: Position, b: Position) => a.line - b.line || a.character - b.character;

/** Fails unless ranges nest and follow each other as VS Code wants them. */
function assertNested(items: readonly OutlineItem[], within?: OutlineItem): void {
  for (const [index, item] of items.entries()) {
    const { range, selectionRange, children } = item;
    const told = JSON.stringify(item);
    assert.ok(compare(range.start, selectionRange.start) <= 0 && compare(selectionRange.end, range.end) <= 0 && compare(selectionRange.start, selectionRange.end) <= 0, told);
    assert.ok(!within || (compare(within.range.start, range.start) <= 0 && compare(range.end, within.range.end) <= 0), `${told} in ${JSON.stringify(within?.range)}`);
    assert.ok(index === 0 || compare(items[index - 1]!.range.start, range.start) <= 0, told);
    assert.notEqual(item.name, '');
    assertNested(children, item);
  }
}

const type = 'Exchange Server 2019 Standard User CAL';
const register = `# Licenses
organization: Contoso
settings:
  inactiveDays: 30

purchases:
  - id: PO-1
    date: 2024-01-05
    type: ${type}
    quantity: 3
servers:
  - { name: EX01, version: 2019, edition: Standard, retired: 2025-01-05 }
  - name: EX02
    version: SE

# Kiosks
devices: [{ name: KIOSK-1, users: [a, b] }, { name: KIOSK-2 }]
mailboxes:
  - email: office@contoso.example
    kind: shared
noCal:
  - { login: CONTOSO\\svc, reason: service, until: 2027-01-05 }
assignments:
  # the first
  - name: Anna  Nowak
    assigned: 2024-03-04
    ended: 2025-03-04
    type: ${type}
    # until she left

  - { name: Jan Kowal, type: whatever, assigned: 2024-03-04 }
  - { email: ewa@contoso.example, purchase: PO-1, assigned: 2027-03-04 }
  - { device: KIOSK-1 }
`;

describe('The outline of a register', () => {
  it('has its keys with the number of entries, and its entries with what tells them apart', () => {
    assert.deepEqual(lines(checkedRegister(register)), [
      '2-2 organization (Contoso)',
      '3-4 settings',
      '6-10 purchases (1 entry)',
      '  7-10 PO-1 (3 × 2019 Standard User CAL, 2024-01-05)',
      '11-14 servers (2 entries)',
      '  12-12 EX01 (2019 Standard, retired 2025-01-05)',
      '  13-14 EX02 (SE)',
      '17-17 devices (2 entries)',
      '  17-17 KIOSK-1 (2 users)',
      '  17-17 KIOSK-2',
      '18-20 mailboxes (1 entry)',
      '  19-20 office@contoso.example (shared)',
      '21-22 noCal (1 entry)',
      '  22-22 CONTOSO\\svc (service, until 2027-01-05)',
      '23-33 assignments (4 entries)',
      '  25-28 Anna Nowak (2024-03-04 – 2025-03-04, 2019 Standard User CAL)',
      '  31-31 Jan Kowal (since 2024-03-04, whatever)',
      '  32-32 ewa@contoso.example (from 2027-03-04, PO-1)',
      '  33-33 KIOSK-1',
    ]);
  });

  it('selects what stands for an entry, from the dash to its last value', () => {
    const [{ range, selectionRange }] = outlineOf(checkedRegister('# first\n- assigned: 2024-03-04\n  name: "Anna"  # she\n# end\n'), mainPath, today) as [OutlineItem];
    assert.deepEqual(range, { start: { line: 1, character: 0 }, end: { line: 2, character: 21 } });
    assert.deepEqual(selectionRange, { start: { line: 2, character: 8 }, end: { line: 2, character: 14 } });
  });

  it('is that of a plain list, of an included file, of CRLF, of anchors, and of no entries', () => {
    assert.deepEqual(lines(checkedRegister('- name: Anna\r\n  assigned: 2024-03-04\r\n- name: Ewa\r\n')), ['1-2 Anna (since 2024-03-04)', '3-3 Ewa']);
    assert.deepEqual(lines(checkedRegister('include: [a]\n', { a: '- name: Anna\n' }), 'a'), ['1-1 Anna']);
    assert.deepEqual(lines(checkedRegister('include: [a]\n', { a: '- name: Anna\n' })), ['1-1 include']);
    assert.deepEqual(lines(checkedRegister('assignments:\n  - &a\n    name: Anna\n  - *a\npurchases: []\n')), ['1-4 assignments (2 entries)', '  2-3 Anna', '  4-4 Anna', '5-5 purchases']);
    assert.deepEqual(lines(checkedRegister('')), []);
    assert.deepEqual(lines(checkedRegister('nothing here')), []);
  });

  it('is right for what is half-typed', () => {
    assert.deepEqual(lines(checkedRegister('purchases:\n  - id:\n    date: 2024\n  - \nassignments:\n  - name: An\n    "email\n  - name: Ewa\n  - nam\n')), [
      '1-4 purchases (1 entry)', '  2-3 no id', '5-9 assignments (2 entries)', '  6-7 An', '  8-8 Ewa',
    ]);
    assert.deepEqual(lines(checkedRegister('purchases:\nassign')), ['1-1 purchases']);
    assert.deepEqual(lines(checkedRegister('assignments:\n  - name: A\nassignments:\n  - name: B\n')), ['1-2 assignments (1 entry)', '  2-2 A', '3-4 assignments']);
  });

  it('nests, whatever is written', () => {
    const random = new Random(20261124);
    for (let round = 0; round < 30; round++) {
      assertNested(outlineOf(checkedRegister(randomRegister(random)), mainPath, today));
    }
    for (const text of [register, register.replaceAll('\n', '\r\n'), 'assignments:\n  - &a { name: &n Anna, x: 1 }\n  - *a\n  - { name: *n }\n', '- name: |\n    Anna\n    Nowak\n- - name: x\n', '{ purchases: [{ id: a },\n{ id: b }], assignments: [{ name: x }] }\n']) {
      assertNested(outlineOf(checkedRegister(text), mainPath, today));
    }
  });
});
