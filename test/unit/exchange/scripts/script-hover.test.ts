import assert from 'node:assert/strict';
import { readScript } from '../../../../src/exchange/scripts/read-script';
import { hoverInScript } from '../../../../src/exchange/scripts/script-hover';
import { cmdletIndex } from '../../helpers/cmdlet-index';

/** What is told where `^` stands in a text. */
function told(marked: string, version: '2016' | '2019' | 'SE' = 'SE'): { on: string; markdown: string } | undefined {
  const offset = marked.indexOf('^');
  const text = marked.replace('^', '');
  const hover = hoverInScript(readScript(text), cmdletIndex, version, offset);
  return hover && { on: text.slice(hover.start, hover.end), markdown: hover.markdown };
}

describe('Hovering in a script', () => {
  for (const [what, marked, on, ...parts] of [
    ['a cmdlet in any case', 'set-exchange^server EX01', 'set-exchangeserver', '**Set-ExchangeServer**', 'Required: `-Identity`', 'In Exchange Server 2010, 2013, 2016, 2019, SE\n', '(https://learn.microsoft.com/powershell/module/exchangepowershell/set-exchangeserver)'],
    ['the end of its name', 'Get-Mailbox^', 'Get-Mailbox', 'In Exchange Server 2010, 2013, 2016, 2019, SE; Exchange Online\n'],
    ['a superseded cmdlet', '^Get-TransportServer', 'Get-TransportServer', 'Superseded: use `Get-TransportService`.'],
    ['a cmdlet to which the reference prefers another', '^Test-ImapConnectivity', 'Test-ImapConnectivity', 'The reference prefers `Invoke-MonitoringProbe`.'],
    ['a deprecated cmdlet', '^Get-LogonStatistics', 'Get-LogonStatistics', 'Deprecated.'],
    ['a cmdlet of another version', 'Get-UM^Mailbox', 'Get-UMMailbox', '**Not in Exchange SE**'],
    ['a cmdlet of another product', 'Get-^QuarantinePolicy', 'Get-QuarantinePolicy', 'Only in Exchange Online, Exchange Online Protection'],
    ['a parameter', 'Set-ExchangeServer -Prod^uctKey x', '-ProductKey', '**-ProductKey** of Set-ExchangeServer', '`ProductKey`, optional', '/set-exchangeserver#-productkey)'],
    ['a parameter that is required, with its position', 'Set-ExchangeServer -^Identity x', '-Identity', '`ServerIdParameter`, required, at position 1 without its name'],
    ['an alias', 'Set-Mailbox x ^-wi', '-wi', '**-WhatIf** of Set-Mailbox', 'Switch, optional', 'Alias: `-wi`'],
    ['the start of a name', 'Get-Mailbox -results^ 5', '-results', '**-ResultSize** of Get-Mailbox'],
    ['the start of several names', 'Get-Mailbox -A^', '-A', 'The start of `-Anr`, `-Arbitration`, `-Archive`'],
    ['a parameter with a list of values', "Enable-ExchangeCertificate -Services^ 'IIS'", '-Services', 'Values: `Federation`, `IIS`'],
    ['a parameter with examples of values', 'Set-CASMailbox -EmailAddresses^ x', '-EmailAddresses', 'Values, for instance: `SMTP`'],
    ['a parameter of one parameter set', 'Get-Mailbox -Anr^ x', '-Anr', 'Parameter set: `AnrSet`'],
    ['a parameter of another version', 'Import-ExchangeCertificate -FileName^ x', '-FileName', '**Not in Exchange SE**', 'In Exchange Server 2013\n'],
    ['a parameter of all cmdlets', 'Get-Mailbox -e^a Stop', '-ea', '**-ErrorAction**', 'about_commonparameters'],
    ['an alias that is the start of names', 'Get-Mailbox -w^a Stop', '-wa', '**-WarningAction**'],
    ['the start of several names that all cmdlets have', 'Get-Mailbox -Err^ Stop', '-Err', 'The start of `-ErrorAction`, `-ErrorVariable`'],
    ['a command within another', 'Set-Mailbox (Get-Mailbox -Arch^ive x) -Type Shared', '-Archive', 'of Get-Mailbox'],
    ['a parameter behind a command within', 'Set-Mailbox (Get-Mailbox x) -Ty^pe Shared', '-Type', 'of Set-Mailbox'],
  ] as const) {
    it(`tells of ${what}`, () => {
      const hover = told(marked);
      assert.equal(hover?.on, on);
      for (const part of parts) {
        assert.ok(`${hover.markdown}\n`.includes(part), `${part}\n\n${hover.markdown}`);
      }
    });
  }

  it('goes by the version', () => {
    assert.ok(!told('^Get-UMMailbox', '2016')!.markdown.includes('Not in'));
    assert.ok(told('^Get-ExchangeFeature', '2016')!.markdown.includes('**Not in Exchange 2016**'));
  });

  for (const [what, marked] of [
    ['other cmdlets', 'Get-Child^Item'],
    ['parameters of other cmdlets', 'Get-ChildItem -Rec^urse'],
    ['parameters that there are not', 'Get-Mailbox -Nons^ense'],
    ['what the script defines', 'function Get-Mailbox { }\nGet-Mail^box -Archive'],
    ['values', 'Get-Mailbox -Identity an^na'],
    ['comments', 'Get-Mailbox # Get-Mail^box'],
    ['strings', "Get-Mailbox -Identity 'Get-Mail^box'"],
    ['nothing at all', '^'],
  ] as const) {
    it(`says nothing of ${what}`, () => assert.equal(told(marked), undefined));
  }

  it('knows an address for each cmdlet', () => {
    for (const name of cmdletIndex.names()) {
      assert.match(told(`^${name}`)!.markdown, /\(https:\/\/learn\.microsoft\.com\/powershell\/module\/exchangepowershell\/[a-z]+-[a-z\d]+\)/);
    }
  });
});
