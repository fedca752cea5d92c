import assert from 'node:assert/strict';
import { parseDay } from '../../../../src/core/calendar';
import { RegisterCheck } from '../../../../src/core/check';
import type { BroughtExport, ExportedMailbox } from '../../../../src/core/exports/exports';
import { mainPath } from '../../../../src/core/register/inclusion';

const today = parseDay('2026-11-24')!;
const cal = 'Exchange Server 2019 Standard User CAL';

function mailbox(name: string, values: Partial<ExportedMailbox> = {}): ExportedMailbox {
  return { name, email: `${name}@contoso.example`, login: name, otherAddresses: [], kind: 'user', accountDisabled: false, features: [], lastLogon: undefined, delegates: [], ...values };
}

const brought = (mailboxes: readonly ExportedMailbox[], file = 'm.csv'): BroughtExport => ({ path: mainPath, kind: 'mailboxes', file, isRead: true, problems: [], mailboxes });
const holder = (name: string, more = '') => `  - { name: Person ${name}, email: ${name}@contoso.example, assigned: 2024-03-04, type: ${cal}, purchase: PO-1${more} }\n`;
const head = 'exports:\n  mailboxes: m.csv\nassignments:\n';

function checked(text: string, ...exports: readonly BroughtExport[]): RegisterCheck {
  const check = new RegisterCheck(text, { today });
  check.work();
  check.bringExports(exports);
  check.work();
  return check;
}

const said = (check: RegisterCheck) => check.findings().map(({ rule, range, message, severity, related }) => ({ rule, line: range.start.line, message, severity, related }));
const shown = (check: RegisterCheck) => said(check).map(({ rule, line }) => `${line} ${rule}`);

describe('Mailboxes of an export', () => {
  it('are told once a rule where the register names the export, with the count and the first names', () => {
    const check = checked(head + holder('z'), brought([...['a', 'b', 'c', 'd', 'e'].map(name => mailbox(name)), mailbox('z')]));
    assert.deepEqual(said(check), [{
      rule: 'mailbox-without-cal', line: 1, severity: 'error', related: [],
      message: '"a": Nobody holds a Standard CAL or suite today for the mailbox "a@contoso.example": assign one, or record under `noCal` why it needs none. It is the same with 4 more mailboxes of this export: "b", "c", "d" and 1 more.',
    }]);
  });

  it('are all listed of a finding, also those that it doesn\'t name', () => {
    const check = checked(head + holder('z'), brought([...['a', 'b', 'c', 'd'].map(name => mailbox(name)), mailbox('e', { email: undefined }), mailbox('z'), mailbox('info', { kind: 'shared', delegates: ['a', 'x', 'y'] })]));
    const lists = check.findings().map(finding => check.mailboxesOf(finding).map(({ name, account }) => [name, account]));
    assert.deepEqual(lists, [['a', 'b', 'c', 'd'].map(name => [name, `${name}@contoso.example`]), [['info', 'info@contoso.example']]]);
    assert.match(check.mailboxesOf(check.findings()[0]!)[3]!.message, /the mailbox "d@contoso.example"/);
    const [finding] = check.findings();
    check.update([{ range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } }, newText: holder('a') }]);
    assert.deepEqual(check.mailboxesOf(finding!), []);
    check.work();
    assert.deepEqual(check.mailboxesOf(finding!), []);
    assert.deepEqual(check.mailboxesOf(check.findings()[0]!).map(({ name }) => name), ['b', 'c', 'd']);
  });

  it('are none of a finding that speaks of no export', () => {
    const check = checked(`${head}${holder('a')}  - { name: Ewa Lis }\n`, brought([mailbox('a')]));
    assert.deepEqual(new Set(check.findings().map(finding => check.mailboxesOf(finding).length)), new Set([0]));
  });

  it('name the one mailbox that a sentence is about', () => {
    const check = checked(head + holder('a'), brought([mailbox('a', { features: ['archive'] })]));
    assert.deepEqual(said(check).map(({ rule, message }) => [rule, message.startsWith('"a": This mailbox uses')]), [['enterprise-needed', true]]);
  });

  it('belong to people of the register by each of their addresses and logins, and need no section', () => {
    const text = head + holder('a') + holder('b') + holder('c', ', login: CONTOSO\\clogin');
    const check = checked(text, brought([mailbox('a'), mailbox('x', { otherAddresses: ['B@contoso.example'] }), mailbox('y', { login: 'clogin' })]));
    assert.deepEqual(shown(check), []);
    assert.deepEqual(shown(checked(text, brought([mailbox('a'), mailbox('b')]))), ['5 cal-without-mailbox']);
  });

  it('make rules speak of assignments where these stand', () => {
    const check = checked(head + holder('a') + holder('b') + holder('c'), brought([
      mailbox('a', { accountDisabled: true }), mailbox('b', { kind: 'room' }), mailbox('c', { lastLogon: today - 100 }),
    ]));
    assert.deepEqual(shown(check), ['1 inactive-seat', '3 leaver-still-assigned', '4 cal-on-resource-mailbox']);
    assert.deepEqual(check.findings().map(finding => check.fixes(finding).every(({ edits }) => edits.length > 0)), [true, true, true]);
  });

  it('name delegates', () => {
    const check = checked(head + holder('a'), brought([mailbox('info', { kind: 'shared', delegates: ['a', 'b', 'c'] }), mailbox('a')]));
    assert.deepEqual(shown(check), ['1 delegate-without-cal']);
    assert.match(check.findings()[0]!.message, /^"info": "b" works in this shared mailbox/);
  });

  it('can be silenced there, and are nobody\'s any more when the register names them no longer', () => {
    const check = checked('exports:\n  mailboxes: m.csv  # license-register-disable-line mailbox-without-cal -- later\nassignments: []\n', brought([mailbox('a')]));
    assert.deepEqual(shown(check), []);
    check.update([{ range: { start: { line: 1, character: 13 }, end: { line: 1, character: 100 } }, newText: 'n.csv' }]);
    check.work();
    assert.deepEqual(shown(check), []);
    check.bringExports([brought([mailbox('a')], 'n.csv')]);
    check.work();
    assert.deepEqual(shown(check), ['1 mailbox-without-cal']);
    check.bringExports([]);
    check.work();
    assert.deepEqual(shown(check), []);
  });

  it('are told as from scratch after any edit, however the work was sliced', () => {
    const export_ = brought([mailbox('a', { features: ['archive'] }), mailbox('b'), mailbox('c', { kind: 'shared', delegates: ['a', 'd'] }), mailbox('d', { lastLogon: today - 200 }), mailbox('e')]);
    const check = checked(head + holder('a'), export_);
    let text = head + holder('a');
    const edits: readonly [from: string, to: string][] = [
      [holder('a'), holder('a') + holder('d')],
      ['exports:', '# comment\nexports:'],
      [holder('a'), ''],
      ['assignments:\n', 'noCal:\n  - { email: e@contoso.example, reason: service }\nassignments:\n'],
      ['  mailboxes: m.csv', '  taken: 2026-11-23\n  mailboxes: m.csv'],
      [holder('d'), holder('d') + holder('b') + holder('a')],
      ['assignments:', 'settings: { severities: { mailbox-without-cal: info } }\nassignments:'],
      ['reason: service', 'reason: service, until: 2026-01-01'],
      [holder('b'), ''],
    ];
    for (const [from, to] of edits) {
      const at = text.indexOf(from);
      assert.ok(at >= 0, from);
      const place = (offset: number) => {
        const lines = text.slice(0, offset).split('\n');
        return { line: lines.length - 1, character: lines.at(-1)!.length };
      };
      check.update([{ range: { start: place(at), end: place(at + from.length) }, newText: to }]);
      text = text.slice(0, at) + to + text.slice(at + from.length);
      while (!check.work(() => true)) {
        // One step at a time.
      }
      assert.deepEqual(said(check), said(checked(text, export_)), text);
      assert.ok(shown(check).length > 0);
    }
  });
});
