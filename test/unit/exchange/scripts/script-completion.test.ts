import assert from 'node:assert/strict';
import { completeScript } from '../../../../src/exchange/scripts/script-completion';
import { cmdletIndex } from '../../helpers/cmdlet-index';

/** What is suggested where `^` stands in a text; undefined where nothing can be. */
function suggested(marked: string, version: '2016' | '2019' | 'SE' = 'SE') {
  const offset = marked.indexOf('^');
  const text = marked.replace('^', '');
  const completed = completeScript(text, offset, cmdletIndex, version);
  return completed && { replaced: text.slice(completed.start, completed.end), texts: completed.suggestions.map(each => each.text), suggestions: completed.suggestions };
}

describe('Completing a script', () => {
  for (const [what, marked, replaced, some, none] of [
    ['cmdlets by the start of their name', 'get-mailboxd^', 'get-mailboxd', ['Get-MailboxDatabase', 'Get-MailboxDatabaseCopyStatus'], ['Get-Mailbox']],
    ['cmdlets by a verb, also unfinished', 'Ge^', 'Ge', ['Get-Mailbox'], ['Set-Mailbox']],
    ['cmdlets behind a dash', 'Set-^', 'Set-', ['Set-Mailbox'], ['Get-Mailbox']],
    ['cmdlets in the middle of a name', 'Get-Mail^box x', 'Get-Mailbox', ['Get-Mailbox'], []],
    ['cmdlets in a pipeline, a block and an assignment', '$x = Get-A | % { Get-Mailbo^ }', 'Get-Mailbo', ['Get-Mailbox'], []],
    ['cmdlets in a subexpression of a string', '"a $(Get-Mailbo^', 'Get-Mailbo', ['Get-Mailbox'], []],
    ['cmdlets where nothing is written', 'Get-Mailbox x\n^', '', ['Get-Mailbox', 'Set-Mailbox'], []],
    ['cmdlets of the version', 'Get-UMM^', 'Get-UMM', [], ['Get-UMMailbox']],
    ['parameters behind a dash', 'Get-Mailbox -^', '-', ['-Identity', '-Archive', '-ErrorAction'], ['-AsJob']],
    ['parameters by what is written', 'Get-Mailbox -Identity x -Arc^', '-Arc', ['-Archive'], ['-Identity']],
    ['parameters over lines', 'Get-Mailbox `\r\n  -Identity x `\r\n  -^', '-', ['-Archive'], ['-Identity']],
    ['parameters that it has not yet, before and behind', 'Get-Mailbox -id x -^ -Archive -ea Stop | Set-Mailbox -Type x', '-', ['-ResultSize', '-ErrorVariable'], ['-Identity', '-Archive', '-ErrorAction']],
    ['parameters, though what follows is half a name', 'Get-Mailbox -Ar^ch', '-Arch', ['-Archive'], []],
    ['parameters of the inner command', 'Set-Mailbox (Get-Mailbox -^)', '-', ['-Archive'], ['-ProhibitSendQuota']],
    ['parameters of the version', 'Import-ExchangeCertificate -^', '-', ['-FileData'], ['-FileName']],
    ['no parameters that are reserved', 'Set-ClientAccessServer -^', '-', ['-AutoDiscoverSiteScope'], ['-Array']],
    ['values of a list', 'Enable-ExchangeCertificate -Services ^', '', ['IIS', 'SMTP'], []],
    ['values behind others', 'Enable-ExchangeCertificate -Services IIS, S^', 'S', ['SMTP'], []],
    ['values behind a colon', 'Get-Mailbox -RecipientTypeDetails:^', '', ['SharedMailbox'], []],
    ['values of a truth', 'Set-ExchangeServer -ErrorReportingEnabled $^', '$', ['$true', '$false'], []],
    ['values of a switch behind a colon', 'Remove-Mailbox x -Confirm:$f^', '$f', ['$false'], []],
    ['what Exchange Online has in its scripts', 'Connect-ExchangeOnline\nGet-MailboxS^', 'Get-MailboxS', ['Get-MailboxStatistics'], []],
  ] as const) {
    it(`suggests ${what}`, () => {
      const found = suggested(marked)!;
      assert.equal(found.replaced, replaced);
      assert.deepEqual(some.filter(text => !found.texts.includes(text)), []);
      assert.deepEqual(none.filter(text => found.texts.includes(text)), []);
    });
  }

  it('leaves out what Exchange Online lacks in scripts for it', () => {
    assert.deepEqual(suggested('Connect-ExchangeOnline\nGet-MailboxDatabaseC^')!.texts, []);
    assert.ok(!suggested('Connect-ExchangeOnline\nGet-Mailbox -^')!.texts.includes('-Arbitration'));
  });

  it('suggests what is required first, and what all cmdlets have last', () => {
    const { suggestions } = suggested('Set-ExchangeServer -^')!;
    const rankOf = (text: string) => suggestions.find(each => each.text === text)!.rank;
    assert.ok(rankOf('-Identity') < rankOf('-ProductKey'));
    assert.ok(rankOf('-ProductKey') < rankOf('-Verbose'));
  });

  it('marks what is superseded', () => {
    assert.deepEqual(suggested('Get-TransportServ^')!.suggestions.map(({ text, isDeprecated }) => [text, isDeprecated]), [['Get-TransportServer', true], ['Get-TransportService', false]]);
  });

  for (const [what, marked] of [
    ['comments', 'Get-Mailbox # -^'],
    ['block comments', '<# Get-^'],
    ['strings', "Get-Mailbox -Identity '-^"],
    ['expandable strings', 'Get-Mailbox "Get-^'],
    ['here-strings', '@"\nGet-Mailbox -^'],
    ['variables', '$get^'],
    ['values that are not known', 'Get-Mailbox -Identity ^'],
    ['what follows a value', 'Enable-ExchangeCertificate -Services IIS ^'],
    ['what follows a switch', 'Get-Mailbox -Archive ^'],
    ['parameters of other cmdlets', 'Get-ChildItem -^'],
    ['parameters of what the script defines', 'function Get-Mailbox { }\nGet-Mailbox -^'],
    ['names of functions', 'function Get-^'],
    ['operators', '$a -^'],
  ] as const) {
    it(`suggests nothing in ${what}`, () => assert.deepEqual(suggested(marked)?.texts ?? [], []));
  }
});
