import assert from 'node:assert/strict';
import { fillCommand, type KnownValues } from '../../../../src/exchange/shell/fill-command';
import { readScript } from '../../../../src/exchange/scripts/read-script';
import type { ShellCommand } from '../../../../src/exchange/shell/shell-command';
import { expandSnippet, parseSnippet } from '../../../../src/exchange/shell/snippet';

type Fillable = Pick<ShellCommand, 'body' | 'fills' | 'asks'>;

const check: Fillable = { body: ["Get-ExchangeServer -Identity '${1:EX01}' | Format-List Name"], fills: { 1: 'server' } };
const block: Fillable = { body: ["\\$user = '${1:jan.kowal@contoso.example}'", 'Set-CASMailbox -Identity \\$user -OWAEnabled \\$false'], fills: { 1: 'person' } };
const twice: Fillable = { body: ["Disable-Mailbox -Identity '${1:jan}' -WhatIf", "# Disable-Mailbox -Identity '${1:jan}'"], fills: { 1: 'person' } };
const bare: Fillable = { body: ['Set-ClientAccessServer -Identity ${1:<ServerName>}'], fills: { 1: 'server' } };

/** The arguments of the first command that PowerShell would read. */
function constants(text: string): (string | undefined)[] {
  return readScript(text).commands[0]!.elements.flatMap(element => (element.kind === 'argument' ? (element.values?.map(value => value.text) ?? undefined) : []));
}

const odd = [
  "O'Brien", '\u2019\u2018\u201a\u201b', "it''s", '$env:USERNAME', '$(Get-Date)', '`n', '}', '{0}', 'a,b', 'a|b', '\\', 'CONTOSO\\anowak', '"', '#', ';', '${1:x}', '$1', '${TM_FILENAME}', 'Zażółć', '名前',
];

describe('A command', () => {
  it('stays as it is where nothing is known', () => {
    assert.deepEqual(fillCommand(check, {}), { snippet: check.body[0], text: "Get-ExchangeServer -Identity 'EX01' | Format-List Name", open: ['the server'] });
    assert.deepEqual(fillCommand(check, { server: [] }), fillCommand(check, {}));
  });

  it('gets what is known, at each of its places', () => {
    const known: KnownValues = { person: ['anna.nowak@contoso.example'] };
    assert.deepEqual(fillCommand(block, known).text, "$user = 'anna.nowak@contoso.example'\nSet-CASMailbox -Identity $user -OWAEnabled $false");
    assert.equal(fillCommand(twice, known).text, "Disable-Mailbox -Identity 'anna.nowak@contoso.example' -WhatIf\n# Disable-Mailbox -Identity 'anna.nowak@contoso.example'");
    assert.deepEqual(fillCommand(block, known).open, []);
  });

  it('offers several values as choices, and takes the first where none is chosen', () => {
    const { snippet, text, open } = fillCommand(check, { server: ['EX02', 'EX01'] });
    assert.equal(snippet, "Get-ExchangeServer -Identity '${1|EX02,EX01|}' | Format-List Name");
    assert.equal(text, "Get-ExchangeServer -Identity 'EX02' | Format-List Name");
    assert.deepEqual(open, []);
  });

  for (const value of odd) {
    it(`gives PowerShell just ${JSON.stringify(value)}`, () => {
      for (const known of [{ server: [value] }, { server: [value, 'EX02'] }]) {
        for (const command of [check, bare]) {
          const { snippet, text } = fillCommand(command, known);
          assert.deepEqual(constants(text), [value]);
          assert.equal(expandSnippet(parseSnippet(snippet)), text);
        }
      }
    });
  }

  it('lists odd values among its choices as they will stand in the text', () => {
    const [, stop] = parseSnippet(fillCommand(check, { server: odd }).snippet);
    assert.ok(stop?.kind === 'stop');
    assert.deepEqual(stop.choices, odd.map(value => value.replaceAll(/['\u2018-\u201b]/g, '$&$&')));
  });

  it('takes nothing that would begin another line, or show otherwise than it is', () => {
    for (const value of ['EX01\nRemove-Mailbox x', 'EX01\rx', 'EX\u2028x', '\u202eEX01', '\u0000', '', '  ']) {
      assert.deepEqual(fillCommand(check, { server: [value] }), fillCommand(check, {}), JSON.stringify(value));
    }
    assert.equal(fillCommand(check, { server: [' EX07 '] }).text, "Get-ExchangeServer -Identity 'EX07' | Format-List Name");
  });

  it('without quotes around a stop brings them where it must', () => {
    assert.equal(fillCommand(bare, { server: ['EX01.contoso.example'] }).text, 'Set-ClientAccessServer -Identity EX01.contoso.example');
    for (const value of ['EX 01', '-Force', '1', 'a;b']) {
      assert.equal(fillCommand(bare, { server: [value] }).text, `Set-ClientAccessServer -Identity '${value}'`);
    }
  });

  it('says what is still an example, in the order of the text', () => {
    const command: Fillable = {
      body: ["Connect-Mailbox -Identity '${1:Jan Kowal}' -Database '${2:DB01}' -User '${3:contoso\\\\jkowal}' -Days ${4:90} -Path '${5:a.csv}'"],
      fills: { 1: 'person.name', 3: 'person.login', 5: 'exports.cals' },
      asks: { 2: 'the database' },
    };
    assert.deepEqual(fillCommand(command, {}).open, ['the name', 'the database', 'the login']);
    assert.deepEqual(fillCommand(command, { 'person.name': ['Ewa Lis'], 'person.login': ['CONTOSO\\elis'] }).open, ['the database']);
  });
});
