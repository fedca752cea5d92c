import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseDay } from '../../../src/core/calendar';
import { RegisterCheck } from '../../../src/core/check';
import { lineStartsOf, positionAt } from '../../../src/core/text';
import { hoverAt } from '../../../src/features/hover';
import type { RegisterSchema } from '../../../src/features/schema-keys';

const schema = JSON.parse(readFileSync('schemas/license-register.schema.json', 'utf8')) as RegisterSchema;
const today = parseDay('2026-11-24')!;

/** What is told at the `|`, with the text it is told of. */
function told(marked: string, by: RegisterSchema | undefined = schema): { of: string; paragraphs: readonly string[] } | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const check = new RegisterCheck(text, { today });
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
    const ended = { of: 'ended', paragraphs: ['Day the assignment ended, as YYYY-MM-DD. On this day the person is still covered and the seat is already free, so a handover on one day needs only one seat.', 'Format: YYYY-MM-DD', 'Example: 2026-10-30'] };
    assert.deepEqual(told('- name: Anna Nowak\n  en|ded: 2026-11-23\n'), ended);
    assert.deepEqual(told('- name: Anna Nowak\r\n  en|ded: 2026-11-23\r\n'), ended);
    assert.deepEqual(told('- { name: Anna Nowak, en|ded: 2026-11-23 }\n'), ended);
  });

  it('describes sections and what stands under them', () => {
    assert.match(at('purch')!.paragraphs[0]!, /^What was bought/);
    assert.match(told('settings:\n  reassign|mentDays: 30\n')!.paragraphs[0]!, /^Days a license has to stay/);
  });

  it('says nothing of keys in comments, of unknown ones, nor without a schema', () => {
    assert.equal(told('- name: Anna Nowak # en|ded: soon\n'), undefined);
    assert.equal(told('- name: Anna Nowak\n  colo|r: red\n'), undefined);
    const check = new RegisterCheck('- name: Anna Nowak\n', { today });
    check.work();
    assert.equal(hoverAt(check.spotAt({ line: 0, character: 3 })!, undefined), undefined);
  });

  it('tells what a license type grants and until when its version is supported', () => {
    assert.deepEqual(at('    type: Exch')!.paragraphs, [
      'Exchange Server 2019 Standard User CAL: covers the standard features for one person on any device.',
      'Support for Exchange Server 2019 ended on 2025-10-14 (Microsoft lifecycle data of Exchange Server 2013, 2016 and 2019).',
    ]);
  });

  it('tells what of a purchase is assigned, where it is made and where it is named', () => {
    const paragraphs = ['Exchange Server 2019 Standard User CAL: 3 bought, 1 assigned today, 2 free. Held by Jan Kowal.'];
    assert.deepEqual(at('id: PO'), { of: 'PO-1', paragraphs });
    assert.deepEqual(at('purchase: P'), { of: 'PO-1', paragraphs });
  });

  it('tells what a person holds, and whether that covers', () => {
    assert.deepEqual(at('name: An')!.paragraphs, ['No CAL of their own covers them today.', '2026-10-01 – 2026-11-23: Exchange Server 2019 Standard User CAL, PO-1']);
    assert.deepEqual(at('email: jan')!.paragraphs, ['Covered today by a CAL of their own.', '2026-10-01 – today: Exchange Server 2019 Standard User CAL, PO-1']);
  });

  it('tells the weekday of a date and how far it is, and what the end of an assignment means', () => {
    assert.deepEqual(at('assigned: 2026')!.paragraphs, ['Thursday, 54 days ago.']);
    assert.deepEqual(at('ended: 2026')!.paragraphs, [
      'Monday, 1 day ago.',
      'Covered through this day; the seat is free from this day on, so a handover on one day needs one seat.',
      'The 90 days after the assignment are over on 2026-12-30.',
    ]);
    const ended = '- { name: Anna Nowak, email: anna@contoso.example, assigned: 2026-10-01, type: Core CAL Suite, ended: 2026-1|1-23, reason: left }\n';
    assert.equal(told(ended)!.paragraphs.at(-1), 'For the reason "left" the seat may go on at once.');
  });
});
