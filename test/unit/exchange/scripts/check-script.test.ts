import assert from 'node:assert/strict';
import { checkScript, type ScriptCheckOptions, type ScriptFinding } from '../../../../src/exchange/scripts/check-script';
import { parseDay } from '../../../../src/core/calendar';
import { lineStartsOf } from '../../../../src/core/text/text';
import { silencersIn } from '../../../../src/exchange/scripts/script-suppressions';
import { scriptRuleNames } from '../../../../src/exchange/scripts/script-rules';
import { cmdletIndex } from '../../helpers/cmdlet-index';

const today = parseDay('2026-11-24')!;
const check = (text: string, options: Partial<ScriptCheckOptions> = {}) => checkScript(text, cmdletIndex, { version: 'SE', scope: 'auto', today, ...options });

/** Each finding as its rule and the text on which it stands. */
function told(text: string, options?: Partial<ScriptCheckOptions>): string[] {
  const starts = lineStartsOf(text);
  return check(text, options).map(({ rule, range: { start, end } }) => `${rule} ${text.slice(starts[start.line]! + start.character, starts[end.line]! + end.character)}`);
}

/** The text after a fix. */
function mended(text: string, { fixes }: ScriptFinding, title: RegExp): string {
  const starts = lineStartsOf(text);
  const fix = fixes.find(each => title.test(each.title))!;
  return fix.edits
    .map(({ range: { start, end }, newText }) => ({ start: starts[start.line]! + start.character, end: starts[end.line]! + end.character, newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}

const guideServer = 'Set-ClientAccessServer -Identity <ServerName> -ClientAccessServerEnabled $true';
const guideCertificate = 'Install-ExchangeCertificate -Services SMTP -KeySize 2048 -DomainName <DomainName> -FriendlyName <FriendlyName> -PrivateKeyExportable $true';
const key = ['A1B2C', 'D3E4F', 'G5H6I', 'J7K8L', 'M9N0P'].join('-');

const wrong: readonly (readonly [text: string, finding: string, mended?: string])[] = [
  ["Get-Mailbx -Identity 'x'; Get-Mailbox", 'unknown-cmdlet Get-Mailbx', "Get-Mailbox -Identity 'x'; Get-Mailbox"],
  ['Replace-ExchangeCertificate -Thumbprint x -Services IIS; Get-ExchangeServer', 'unknown-cmdlet Replace-ExchangeCertificate', 'Enable-ExchangeCertificate -Thumbprint x -Services IIS; Get-ExchangeServer'],
  ['Get-ClientAccessServer EX01', 'superseded-cmdlet Get-ClientAccessServer', 'Get-ClientAccessService EX01'],
  ['Get-UMMailbox', 'gone-cmdlet Get-UMMailbox'],
  ['Get-ExchangeServer; Get-QuarantinePolicy', 'other-product-cmdlet Get-QuarantinePolicy'],
  ['Get-Mailbox -Identty x -Archive', 'unknown-parameter -Identty', 'Get-Mailbox -Identity x -Archive'],
  ['Get-ExchangeServer -Nonsense x', 'unknown-parameter -Nonsense', 'Get-ExchangeServer'],
  ["Import-ExchangeCertificate -FileName 'x' -Server EX01", 'parameter-not-in-version -FileName', 'Import-ExchangeCertificate -Server EX01'],
  ["New-ExchangeCertificate -Services 'IMPA'", "unknown-value 'IMPA'", "New-ExchangeCertificate -Services 'IMAP'"],
  [`Set-ExchangeServer EX01 -ProductKey ${key}`, `plain-product-key ${key}`, "Set-ExchangeServer EX01 -ProductKey (Read-Host 'Product key')"],
];

describe('The check of a PowerShell script', () => {
  for (const [text, finding, after] of wrong) {
    it(`tells ${finding}`, () => {
      assert.deepEqual(told(text), [finding]);
      const [only] = check(text);
      if (after === undefined) {
        assert.deepEqual(only!.fixes, []);
      } else {
        assert.equal(mended(text, only!, /./), after);
        assert.ok(only!.fixes.every(({ safe }) => !safe));
      }
    });
  }

  it('has an example here for each rule', () => {
    assert.deepEqual(new Set(wrong.map(([, finding]) => finding.split(' ')[0])), new Set(scriptRuleNames));
  });

  it("tells of each of the guide's commands once, what it meant first", () => {
    const text = `${guideServer}\n  ${guideCertificate}\n`;
    assert.deepEqual(told(text), ['unknown-parameter -ClientAccessServerEnabled', 'unknown-cmdlet Install-ExchangeCertificate']);
    const [server, certificate] = check(text);
    assert.match(server!.fixes[0]!.title, /^Activate the server/);
    assert.match(certificate!.fixes[0]!.title, /^Activate the server/);
    assert.match(certificate!.fixes[1]!.title, /^Comment it out/);
    assert.match(certificate!.fixes.at(-1)!.title, /New-ExchangeCertificate.*can break TLS/);
    assert.match(mended(text, server!, /^Activate/), /^Set-ExchangeServer -Identity <ServerName> -ProductKey \(Read-Host 'Product key'\)\n# The key .*\n# Restart-Service -Name MSExchangeIS\n {2}Install/);
    assert.equal(mended(text, certificate!, /^Comment/), `${guideServer}\n  # ${guideCertificate}\n`);
    assert.ok(![...server!.fixes, ...certificate!.fixes].some(({ safe, edits }) => safe || edits.some(({ newText }) => newText.includes('Set-IRMConfiguration'))));
  });

  for (const [why, text, options] of [
    ['a name, a parameter or an alias in any case, and the start of one', 'get-mailbox -RESULTSIZE 5 -arch -vb -wa Stop; Set-Mailbox x -Confirm:$false -wi'],
    ['parameters that are splatted', 'Get-Mailbox @parameters'],
    ['what the script defines', 'function Get-UMMailbox { }\nGet-UMMailbox; Get-Mailbox'],
    ['a function of its own that only resembles', 'Get-Mailbox; Get-Mailboxes; Get-ADDomainController -Server x; Get-EOSharingPolicy; Get-MailboxReport -Server x; Backup-Mailbox -Identity x -To y'],
    ['what another script may define', '. .\\functions.ps1\nGet-Mailbox; Get-Mailbx; Get-QuarantinePolicy'],
    ['scripts of Exchange Online', 'Connect-ExchangeOnline\nGet-Mailbox -GroupMailbox; Get-QuarantinePolicy; Get-UMMailbox'],
    ['what may be meant for Exchange Online', 'Get-Mailbox -Nonsense x -GroupMailbox; Get-QuarantinePolicy'],
    ['scripts without Exchange', 'Get-User -Nonsense x; Get-ADUser -Foo'],
    ['what runs in some versions only', 'if ($version -lt 15) { Get-TransportServer; Get-ManagedFolder; Get-UMMailbox; Import-ExchangeCertificate -FileName x }'],
    ['a name with a dash of a word processor that is nobody\'s', 'Get-Mailbox; Get\u2013Nonsense x; Foo\u2013Bar -A -B'],
    ['strings and comments', "# Get-UMMailbox\n'Get-UMMailbox'; Get-Mailbox"],
    ['values that are no words of a list, or the start of one', 'Set-CASMailbox x -PopMessagesRetrievalMimeFormat TextOnly; New-ExchangeCertificate -Services 3; New-ExchangeCertificate -Services $s; New-ExchangeCertificate -Services "IIS, smtp"'],
    ['a stand-in for a product key', 'Set-ExchangeServer EX01 -ProductKey XXXXX-XXXXX-XXXXX-XXXXX-XXXXX; Set-ExchangeServer EX01 -ProductKey 12345-12345-12345-12345-12345'],
    ['what 2016 has', 'Get-UMMailbox; Get-Mailbox', { version: '2016' }],
  ] as const satisfies readonly (readonly [string, string, Partial<ScriptCheckOptions>?])[]) {
    it(`says nothing about ${why}`, () => assert.deepEqual(told(text, options), []));
  }

  for (const [why, text, expected] of [
    ['on the line', 'Get-UMMailbox; Get-Mailbox -Nonsense # license-register-disable-line gone-cmdlet, unknown-parameter -- as agreed', []],
    ['on the next line', '# license-register-disable-next-line gone-cmdlet\r\nGet-UMMailbox; Get-TransportServer\r\nGet-UMMailbox', ['superseded-cmdlet Get-TransportServer', 'gone-cmdlet Get-UMMailbox']],
    ['anywhere', 'Get-UMMailbox\nGet-UMMailbox\n# license-register-disable-file gone-cmdlet -- for EX16', []],
    ['until a day', 'Get-UMMailbox # license-register-disable-line gone-cmdlet until 2026-11-24', []],
    ['until a day that is over', 'Get-UMMailbox # license-register-disable-line gone-cmdlet until 2026-11-23', ['gone-cmdlet Get-UMMailbox']],
    ['of another rule', 'Get-UMMailbox # license-register-disable-line unknown-cmdlet', ['gone-cmdlet Get-UMMailbox']],
  ] as const) {
    it(`heeds comments that silence findings: ${why}`, () => assert.deepEqual(told(text), expected));
  }

  for (const [where, text, expected] of [
    ['above the line', 'if ($x) {\n\tGet-UMMailbox\n}', 'if ($x) {\n\t# license-register-disable-next-line gone-cmdlet -- ${1:reason}\n\tGet-UMMailbox\n}'],
    ['above the first line', 'Get-UMMailbox\r\n', '# license-register-disable-next-line gone-cmdlet -- ${1:reason}\r\nGet-UMMailbox\r\n'],
    ['nowhere behind a line that goes on', 'Get-Mailbox `\r\n  -Nonsense; Get-ExchangeServer', undefined],
    ['nowhere within a string', '$x = "a\n$(Get-UMMailbox)"', undefined],
  ] as const) {
    it(`offers a comment that silences it, with a reason to fill in: ${where}`, () => {
      const [finding] = check(text);
      const [silencer] = silencersIn(text, finding!);
      assert.equal(silencer && mended(text, { ...finding!, fixes: [silencer] }, /^Suppress/), expected);
      if (silencer) {
        assert.deepEqual(check(mended(text, { ...finding!, fixes: [silencer] }, /./)), []);
      }
    });
  }

  it('takes each script for one of Exchange if it is asked to', () => {
    assert.deepEqual(told('Get-User -Nonsense x', { scope: 'on' }), ['unknown-parameter -Nonsense']);
  });

  it('finds a product key and the guide in scripts of Exchange Online too', () => {
    assert.deepEqual(told(`Connect-ExchangeOnline\n${guideCertificate}\nSet-ExchangeServer EX01 -ProductKey '${key}'`), ['unknown-cmdlet Install-ExchangeCertificate', `plain-product-key '${key}'`]);
  });
});
