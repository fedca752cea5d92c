import assert from 'node:assert/strict';
import { cpuSecondsOf } from '../../helpers/cpu-seconds';
import { readScript } from '../../../../src/exchange/scripts/read-script';
import type { ArgumentElement, Command, CommandElement } from '../../../../src/exchange/scripts/script';

/** A command in one line: `Get-X -Name -Other:(a|b) 'c' ? @`, `?` for what only shows when the script runs; `|` before it where something is piped in. */
function shown({ name, elements, hasInput }: Command): string {
  return [`${hasInput ? '| ' : ''}${name}`, ...elements.map(shownElement)].join(' ');
}

function shownElement(element: CommandElement): string {
  switch (element.kind) {
    case 'parameter':
      return `-${element.name}${element.value ? `:${shownArgument(element.value)}` : ''}`;
    case 'argument':
      return shownArgument(element);
    case 'unseen':
      return '@';
  }
}

const shownArgument = ({ values }: ArgumentElement) => values?.map(({ text, isQuoted }) => (isQuoted ? `'${text}'` : text)).join(',') ?? '?';

const commandsIn = (text: string) => readScript(text).commands.map(shown);

describe('A PowerShell script', () => {
  for (const [what, text, expected] of [
    ['a command with parameters and arguments', "Get-Mailbox -Identity 'a b' -Archive x", ["Get-Mailbox -Identity 'a b' -Archive x"]],
    ['parameters with a colon', 'Get-Mailbox -Archive:$true -Server: EX01', ['Get-Mailbox -Archive:? -Server:EX01']],
    ['lists', "Enable-X -Services IIS,'SMTP' , POP -Y a,\n  b", ["Enable-X -Services IIS,'SMTP',POP -Y a,b"]],
    ['a list with something that is not known', 'Enable-X -Services IIS,$more', ['Enable-X -Services ?']],
    ['pipelines over lines', 'Get-A |\n  Sort-B Name\n  | Format-C', ['Get-A', '| Sort-B Name', '| Format-C']],
    ['the end of a pipeline', 'Get-A | Get-B; Get-C\nGet-D && Get-E || Get-F', ['Get-A', '| Get-B', 'Get-C', 'Get-D', 'Get-E', 'Get-F']],
    ['line continuation', 'Get-A `\n  -B `\r\n  c\nGet-D', ['Get-A -B c', 'Get-D']],
    ['comments', '# Get-A\n<# Get-B\n#> Get-C -X # -Y\nGet-D a#b', ['Get-C -X', 'Get-D a#b']],
    ['strings', `Write-X 'Get-A; it''s' "a \`"b\`" $(Get-C) ""d"""`, [`Write-X 'Get-A; it's' ?`, 'Get-C']],
    ['a string with dashes and quotes of a word processor', 'Get-A –Server “EX01” ‘b’', ["Get-A -Server 'EX01' 'b'"]],
    ['here-strings', "$x = @'\nGet-A '\n\"@\n'@\nGet-B @\"\n$(Get-C)\n\"@", ['Get-B ?', 'Get-C']],
    ['a here-string with variables', 'Get-B @"\n${one}\n"@ @"\n$two\n"@', ['Get-B ? ?']],
    ['a here-string that is constant', "Get-B @'\none\ntwo\n'@", ["Get-B 'one\ntwo'"]],
    ['splatting', 'Get-A @parameters -B c', ['Get-A @ -B c']],
    ['what is handed on as it stands', 'Get-A -B --% -C | Get-D\nGet-E', ['Get-A -B @', 'Get-E']],
    ['script blocks and subexpressions', '1..3 | % { Get-A $_ } ; $(Get-B) ; @(Get-C (Get-D -E).F)', ['| % ?', 'Get-A ?', 'Get-B', 'Get-C ?', 'Get-D -E']],
    ['what is assigned', '$a = Get-A -B\n$c.D += Get-E\n[string]$f=Get-F', ['Get-A -B', 'Get-E', 'Get-F']],
    ['keywords', 'if (Get-A) { Get-B } elseif (-not (Get-C)) { return Get-D } else { throw (Get-E) }', ['Get-A', 'Get-B', 'Get-C', 'Get-D', 'Get-E']],
    ['foreach', 'foreach ($a in Get-A -B) { Get-C }\nGet-D | foreach { Get-E }', ['Get-A -B', 'Get-C', 'Get-D', '| foreach ?', 'Get-E']],
    ['hash tables', '@{ Name = Get-A; "b" = { Get-B }\n Get-C = 1 }', ['Get-A', 'Get-B']],
    ['switch', 'switch -Regex (Get-A) { Get-B { Get-C } "x" { Get-D; break } default { Get-E } }', ['Get-A', 'Get-C', 'Get-D', 'break', 'Get-E']],
    ['attributes and parameters', 'param([Parameter(Mandatory=$true, HelpMessage="Get-A")][string]$B = (Get-C),\n [switch]$D)', ['Get-C']],
    ['try', 'try { Get-A } catch [System.Exception] { Get-B } finally { Get-C }', ['Get-A', 'Get-B', 'Get-C']],
    ['increments', '$i++\nGet-A\n$i--\nGet-B', ['Get-A', 'Get-B']],
    ['operators at the end of a line', '$a -and\n$b -or (Get-A)', ['Get-A']],
    ['redirection', 'Get-A 2>&1 -B > out.txt *>> $log -C', ['Get-A -B -C']],
    ['invocation', '& Get-A -B; & "Get-C" d; & $e -F', ['Get-A -B', 'Get-C d']],
    ['members', 'Get-A -Start (Get-Date).AddDays(-4) $x.Y[0].Z("b c") -End $_', ['Get-A -Start ? ? -End ?', 'Get-Date']],
    ['places to fill in', 'Set-A -Identity <ServerName> -B $true', ['Set-A -Identity ? -B ?']],
    ['negative numbers', 'Get-A -1 -B -2', ['Get-A -1 -B -2']],
    ['what is broken', 'Get-A (\nGet-B }\nGet-C "', ['Get-A ?', 'Get-B', 'Get-C ?']],
  ] as const) {
    it(`is read: ${what}`, () => assert.deepEqual(commandsIn(text), expected.filter(command => command !== 'break')));
  }

  it('tells where a command, its parameters and values stand', () => {
    const text = "$x = Get-Mailbox -Identity 'a', b";
    const [command] = readScript(text).commands;
    assert.equal(text.slice(command!.start, command!.nameEnd), 'Get-Mailbox');
    assert.equal(text.slice(command!.start, command!.end), "Get-Mailbox -Identity 'a', b");
    const [parameter, argument] = command!.elements;
    assert.equal(text.slice(parameter!.start, parameter!.end), '-Identity');
    assert.equal(text.slice(argument!.start, argument!.end), "'a', b");
    assert.deepEqual((argument as ArgumentElement).values!.map(({ start, end }) => text.slice(start, end)), ["'a'", 'b']);
  });

  it('tells what it defines', () => {
    const { definitions } = readScript('function Get-A { }\nfilter global:Get-B() { }\nSet-Alias -Name Get-C -Value Get-A\nNew-Alias gd Get-D');
    assert.deepEqual([...definitions], ['get-a', 'get-b', 'get-c', 'gd']);
  });

  it('tells what it brings in', () => {
    const { bringsIn } = readScript('. .\\a.ps1\n. $PSScriptRoot\\b.ps1\n. { Get-X }\nImport-Module -Name Foo -Force\nusing module Bar\nimport-module $x');
    assert.deepEqual(bringsIn, ['.\\a.ps1', '$PSScriptRoot\\b.ps1', 'Foo', 'Bar', '']);
  });

  it('tells which commands run in some versions only', () => {
    const guarded = (text: string) => readScript(text).commands.flatMap(({ name, isGuarded }) => (isGuarded ? [name] : []));
    for (const [text, expected] of [
      ['if ($version -lt 15) { Get-A } else { Get-B }\nGet-C', ['Get-A', 'Get-B']],
      ['if ($x) { Get-A } elseif ($isE14) { if ($y) { Get-B } } else\n{ Get-C }; if ($x) { Get-D } else { Get-E }', ['Get-B', 'Get-C']],
      ['if (Get-Command Get-X -ErrorAction Ignore)\n{ Get-A }\nelse { & { Get-B "$(Get-C)" } }', ['Get-A', 'Get-B', 'Get-C']],
      ['switch ($build) { 14 { Get-A } default { Get-B } }\nswitch ($x) { 1 { Get-C } }', ['Get-A', 'Get-B']],
      ['function Get-ExchangeVersion { Get-A }\nforeach ($version in Get-B) { Get-C }\nwhile ($version) { Get-D }', []],
      ['if ($version', []],
    ] as const) {
      assert.deepEqual(guarded(text), expected, text);
    }
  });

  it('tells whether it ends within a comment or a string', () => {
    for (const text of ['# a', 'Get-A # b', '<# a', '"a', "Get-A 'b", '@"\na', "@'\na\n", '"$a', '"a $(Get-B "c', 'Get-A "b $(Get-C # d', '"`', '@"']) {
      assert.equal(readScript(text).endsIn, 'text', text);
    }
    for (const text of ['', 'Get-A', '# a\n', 'Get-A "b"', '<# a #>', '@"\na\n"@', '"a $(Get-B ', '"a $(Get-B { Get-C -', 'a#', '(Get-A ', '@{ a = ', 'if ($a) { Get-B']) {
      assert.equal(readScript(text).endsIn, 'code', text);
    }
  });

  it('is read in linear time and shallow stacks, whatever it is', () => {
    for (const part of ['(', '{', '[', '@{', '"$(', "'", '"', '@"\n', '<#', '`', 'Get-A -B ', 'a,', '|', '}', '$', '-', '&', 'switch(', '<a', '=', 'if (', 'if ($version) {', 'else ', 'function a {', 'try {}', '# a', 'foreach ($a in ']) {
      const text = part.repeat(200_000 / part.length);
      const seconds = cpuSecondsOf(() => readScript(text));
      assert.ok(seconds < 0.5, `${part}: ${seconds} s`);
    }
  });
});
