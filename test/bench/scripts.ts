// npx esbuild --bundle --platform=node test/bench/scripts.ts | node: how long it takes to check PowerShell scripts, to complete
// one at its end, and the longest time in one go. To be run in the project's folder.
// Bundled as the extension is: tsx leaves constants of other files to be looked up, which takes twice as long.
import { readFileSync } from 'node:fs';
import { checkScriptInSteps, type ScriptCheckOptions } from '../../src/exchange/scripts/check-script';
import { CmdletIndex, type CmdletIndexFile } from '../../src/exchange/scripts/cmdlet-index';
import { completeScript } from '../../src/exchange/scripts/script-completion';

const options: ScriptCheckOptions = { version: 'SE', scope: 'auto', today: 20_000 };
const rounds = 15;

/** Twenty lines as administrators write them; `name` is new in each, so that nothing is known from before. */
const block = (name: number) => `
function Set-Limits${name} {
  <#
  .SYNOPSIS
  Sets the limits of mailboxes in a database.
  #>
  param([Parameter(Mandatory = $true)][string]$Database, [int]$Days = ${name})
  $mailboxes = Get-Mailbox -Database $Database -ResultSize Unlimited | Where-Object { $_.RecipientTypeDetails -eq 'UserMailbox' -and $_.Name -ne "guest${name}" }
  foreach ($mailbox in $mailboxes) {
    $statistics = Get-MailboxStatistics -Identity $mailbox.Identity -WarningAction SilentlyContinue
    if ($statistics.LastLogonTime -lt (Get-Date).AddDays(-$Days)) {
      Write-Log${name} "Mailbox $($mailbox.DisplayName) was last used on $($statistics.LastLogonTime.ToString('yyyy-MM-dd'))." -Level Warning
    }
    Set-Mailbox -Identity $mailbox.Identity -UseDatabaseQuotaDefaults $false -ProhibitSendQuota 10GB -IssueWarningQuota 9GB \`
      -ProhibitSendReceiveQuota 12GB -Confirm:$false # as agreed
    Get-MailboxPermission $mailbox | Export-Csv "C:\\Reports\\$name${name}.csv" -NoTypeInformation -Encoding UTF8
    Get-Mailbx${name % 7} -Identity $mailbox; Enable-ExchangeCertificate -Thumbprint $t -Services IIS,SMPT -Frce
  }
}
`.slice(1);

const lines = (count: number) => Array.from({ length: count / 20 }, (_, name) => block(name)).join('\n');

function main(): void {
  const loading = performance.now();
  const index = new CmdletIndex(JSON.parse(readFileSync('data/exchange-cmdlets.json', 'utf8')) as CmdletIndexFile);
  console.log(`index of cmdlets: ${(performance.now() - loading).toFixed(0)} ms`);
  for (const [what, text] of [
    ['5,000 lines', lines(5000)],
    ['5 MB', lines(70_000).slice(0, 5_000_000)],
    ['5 MB in one function', `function Invoke-All {\n${lines(70_000).slice(0, 5_000_000)}\n}\n`],
    ['5 MB of data in a here-string', `Get-Mailbox\n$data = @"\n${'Anna Nowak;anna.nowak@contoso.example\n'.repeat(130_000)}"@\n`],
  ] as const) {
    const checks = Array.from({ length: rounds }, () => check(text, index));
    console.log(`${what} (${(text.length / 1000).toFixed(0)} kB, ${checks[0]!.findings} findings): first ${checks[0]!.took.toFixed(0)} ms, warm ${median(checks.slice(1).map(({ took }) => took)).toFixed(0)} ms, longest step ${median(checks.slice(1).map(({ longest }) => longest)).toFixed(0)} ms`);
  }
  const script = `${lines(5000)}\nGet-Mailbox -`;
  console.log(`completion at the end of 5,000 lines: ${median(Array.from({ length: rounds }, () => timed(() => completeScript(script, script.length, index, 'SE')))).toFixed(0)} ms`);
}

function check(text: string, index: CmdletIndex): { took: number; longest: number; findings: number } {
  const start = performance.now();
  const steps = checkScriptInSteps(text, index, options);
  for (let longest = 0; ; ) {
    const before = performance.now();
    const step = steps.next();
    longest = Math.max(longest, performance.now() - before);
    if (step.done) {
      return { took: performance.now() - start, longest, findings: step.value.findings.length };
    }
  }
}

function timed(action: () => unknown): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

main();
