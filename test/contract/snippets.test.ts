import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { exchangeVersions, type ExchangeVersion } from '../../src/exchange/scripts/cmdlet-index';
import { isAbout } from '../../src/exchange/shell/command-subject';
import { expandSnippet, parseSnippet } from '../../src/exchange/shell/snippet';
import type { ShellCommands } from '../../src/exchange/shell/shell-command';
import { cmdletIndex } from '../unit/helpers/cmdlet-index';
import { readText, root } from '../unit/helpers/examples';
import { faultsOf } from './command-faults';

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

const source = readText('snippets/exchange-shell.json');
const snippets = Object.entries(JSON.parse(source) as Record<string, Snippet>).map(([name, snippet]) => ({ name, ...snippet }));
const { steps, sources, commands } = JSON.parse(readText('data/commands.json')) as ShellCommands;

const guide = [
  'Set-ClientAccessServer -Identity <ServerName> -ClientAccessServerEnabled $true',
  'Install-ExchangeCertificate -Services SMTP -KeySize 2048 -DomainName <DomainName> -FriendlyName <FriendlyName> -PrivateKeyExportable $true',
];
const expand = ({ body }: Pick<Snippet, 'body'>) => expandSnippet(parseSnippet(body.join('\n')));
const guideSnippets = snippets.filter(snippet => guide.includes(expand(snippet)));
const workingSnippets = snippets.filter(snippet => !guideSnippets.includes(snippet));

const inserted = new Map(snippets.map(snippet => [snippet.prefix, expand(snippet)]));
const descriptions = new Map(snippets.map(({ prefix, description }) => [prefix, description]));

describe('data/commands.json', () => {
  it('is what the snippets, their page and the table in README.md show', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/generate-commands.mjs', '--check'], { cwd: root, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });

  it('has a command for each step, and names each source that it lists', () => {
    assert.deepEqual(new Set(commands.map(({ step }) => step)), new Set(steps.map(({ id }) => id)));
    assert.deepEqual(new Set(commands.flatMap(command => command.sources)), new Set(Object.keys(sources)));
  });

  it('gives each command a title of its own: snippets are named by it', () => {
    assert.equal(new Set(commands.map(({ title }) => title)).size, commands.length);
  });

  it('fills and asks only for stops that there are, each of them once', () => {
    for (const { id, body, fills = {}, asks = {} } of commands) {
      const stops = new Set(parseSnippet(body.join('\n')).map(part => part.kind === 'stop' && String(part.number)));
      const named = [...Object.keys(fills), ...Object.keys(asks)];
      assert.deepEqual(named.filter(number => !stops.has(number)), [], id);
      assert.equal(new Set(named).size, named.length, id);
    }
  });

  it('fills or asks for whatever is an example', () => {
    for (const { id, body, fills = {}, asks = {} } of commands) {
      for (const part of parseSnippet(body.join('\n'))) {
        const isExample = part.kind === 'stop' && /contoso|^(?:EX|DB)\d|^0+$|^<|\\\\/i.test(part.text ?? '');
        assert.ok(!isExample || fills[part.number] !== undefined || asks[part.number] !== undefined, `${id}: ${JSON.stringify(part)}`);
      }
    }
  });

  it('fills stops in single quotes, wherever they stand, so that PowerShell takes a name as it is', () => {
    for (const { id, body, fills = {} } of commands.filter(({ kind }) => kind !== 'guide')) {
      for (const line of body) {
        for (const { index, 1: stop } of line.matchAll(/\$\{?(\d+)/g)) {
          assert.ok(fills[stop!] === undefined || line.slice(0, index).split("'").length % 2 === 0, `${id}: ${line}`);
        }
      }
    }
  });

  it('has commands for a server, and what is needed when somebody leaves', () => {
    assert.ok(commands.filter(command => isAbout(command, 'server')).length >= 10);
    const ofPerson = commands.filter(command => isAbout(command, 'person')).map(({ id }) => id);
    for (const id of ['exchCheckUser', 'exchLastLogon', 'exchBlockAccess', 'exchRemoveDevices', 'exchConvertShared', 'exchMailboxRights', 'exchDisableMailbox']) {
      assert.ok(ofPerson.includes(id), id);
    }
  });

  it('shows what takes something away with -WhatIf first', () => {
    const destructive = commands.filter(({ kind }) => kind === 'destructive');
    assert.ok(destructive.length > 0);
    for (const { body } of destructive) {
      assert.match(body[0]!, / -WhatIf\b/);
      assert.deepEqual(body.slice(1).filter(line => !line.startsWith('#')), []);
    }
  });

  it('calls a command that only reads so, and no other', () => {
    for (const { id, body, kind } of commands) {
      const changes = /^(?!#)(?:.*[|{(]\s*)?(?:(?:Set|Enable|Disable|New|Import|Connect|Remove)-(?!PSSession\b)\w|Test-Mailflow)/m.test(body.join('\n'));
      if (kind === 'read') {
        assert.ok(!changes, id);
      }
    }
  });
});

describe('the snippets for the Exchange Management Shell', () => {
  it("have prefixes of letters alone: VS Code's completion ends a word at a dash", () => {
    for (const { prefix } of snippets) {
      assert.match(prefix, /^exch[A-Z][A-Za-z]+$/);
    }
    assert.equal(inserted.size, snippets.length);
  });

  it('say in their description whether they change anything, the working ones', () => {
    for (const { description } of workingSnippets) {
      assert.match(description, /^(?:Only reads|Changes something|Takes something away): .*\.$/);
    }
  });

  it("hold the guide's two commands word for word, its placeholders as tab stops", () => {
    assert.deepEqual(guideSnippets.map(expand), guide);
    assert.deepEqual(
      guideSnippets.map(({ body }) => body.join('\n').match(/\$\{\d:[^}]*\}/g)),
      [['${1:<ServerName>}'], ['${1:<DomainName>}', '${2:<FriendlyName>}']],
    );
  });

  it("say of the guide's commands whose they are, that they don't work, why, and what to use", () => {
    for (const { name, description } of guideSnippets) {
      assert.match(name, /^Does not work: the guide's /);
      assert.match(description, /^The activation guide's command, word for word\. It does not work: .* instead/);
      const named: string[] = description.match(/\bexch[A-Z]\w*/g) ?? [];
      assert.ok(named.includes('exchProductKey'));
    }
    assert.match(guideSnippets[0]!.description, /no parameter -ClientAccessServerEnabled/);
    assert.match(guideSnippets[1]!.description, /no cmdlet Install-ExchangeCertificate/);
  });

  it('send only to snippets that there are', () => {
    for (const { prefix, description } of snippets) {
      assert.deepEqual((description.match(/\bexch[A-Z]\w*/g) ?? []).filter(named => !inserted.has(named)), [], prefix);
    }
  });

  it("come in an order in which the guide's commands are last", () => {
    const last = snippets
      .map(({ prefix }) => prefix.toLowerCase())
      .sort()
      .slice(-2);
    assert.deepEqual(guideSnippets.map(({ prefix }) => prefix.toLowerCase()).sort(), last);
  });

  it('warn of what the commands for certificates can break and cannot do', () => {
    for (const prefix of ['exchCertNew', 'exchCertEnable']) {
      assert.match(descriptions.get(prefix)!, /default SMTP certificate: answer No unless you mean it, for that can break TLS and hybrid mail flow/);
    }
    for (const prefix of ['exchCertNew', 'exchCertImport']) {
      assert.match(descriptions.get(prefix)!, /A certificate never activates a server or a CAL\./);
    }
    assert.match(descriptions.get('exchCertEnable')!, /cannot be disabled for it, only replaced/);
  });

  it('hold no product key and no place to type one into the script', () => {
    assert.doesNotMatch(source, /(?:[A-Z0-9]{5}-){4}[A-Z0-9]{5}/i);
    for (const text of inserted.values()) {
      assert.doesNotMatch(text, /-ProductKey (?!\(Read-Host 'Product key'\))/);
    }
  });

  it('leave the restart of the Information Store to the administrator', () => {
    assert.match(inserted.get('exchProductKey')!, /^# Restart-Service -Name MSExchangeIS$/m);
  });
});

/** What a snippet inserts when nothing is typed over, and with each of its choices. */
function expansions({ body }: Snippet): string[] {
  const parts = parseSnippet(body.join('\n'));
  const chosen = parts.flatMap(part => (part.kind === 'stop' ? part.choices.slice(1).map(choice => ({ number: part.number, choice })) : []));
  return [expandSnippet(parts), ...chosen.map(({ number, choice }) => expandSnippet(parts, each => (each === number ? choice : undefined)))];
}

const versions = exchangeVersions.filter(version => version !== '2016');

describe('the commands of the snippets', () => {
  for (const snippet of workingSnippets) {
    it(`are Microsoft's, with the parameters and values that they have: ${snippet.prefix}`, () => {
      for (const text of expansions(snippet)) {
        for (const version of versions) {
          assert.deepEqual(faultsOf(text, cmdletIndex, version), [], text);
        }
      }
    });
  }

  it("are not in the guide's two", () => {
    assert.deepEqual(guide.map(text => faultsOf(text, cmdletIndex, 'SE')), [
      ['Set-ClientAccessServer is superseded.', 'Set-ClientAccessServer has no -ClientAccessServerEnabled.'],
      ['There is no Install-ExchangeCertificate.'],
    ]);
  });

  for (const [text, fault, version = 'SE'] of [
    ['Get-Mailbx', 'There is no Get-Mailbx.'],
    ['Get-UMMailbox', 'SE has no Get-UMMailbox.'],
    ['Get-UMMailbox', 'There is none in 2016.', '2016'],
    ['Get-ClientAccessServer', 'Get-ClientAccessServer is superseded.'],
    ['Get-Mailbox | ForEach-Object { Get-Mailbox -Foo x }', 'Get-Mailbox has no -Foo.'],
    ['# Get-Mailbox -Foo x', 'Get-Mailbox has no -Foo.'],
    ["Import-ExchangeCertificate -FileName 'x'", 'SE has no -FileName of Import-ExchangeCertificate.'],
    ['Get-Mailbox -ResultS 5', '-ResultS is short for -ResultSize.'],
    ['Get-Mailbox -Archive $true', '-Archive is a switch.'],
    ['Get-Mailbox -Archive:$true', '-Archive is a switch.'],
    ['Get-Mailbox -ResultSize', '-ResultSize has no value.'],
    ["New-ExchangeCertificate -Services 'SMTP,HTTP'", "-Services doesn't take HTTP."],
    ['New-ExchangeCertificate -Services SMTP -GenerateRequest', 'No parameter set of New-ExchangeCertificate has -Services, -GenerateRequest.'],
    ['Set-Mailbox -Type Shared', 'Set-Mailbox needs -Identity.'],
    ["Connect-Mailbox -Identity x -Database y -LinkedMasterAccount z", 'Connect-Mailbox needs -LinkedDomainController.'],
  ] as const satisfies readonly (readonly [string, string, ExchangeVersion?])[]) {
    it(`would be told to be wrong in ${text}${version === 'SE' ? '' : `, but not for ${version}`}`, () => {
      assert.deepEqual(faultsOf(text, cmdletIndex, version), version === 'SE' ? [fault] : []);
    });
  }
});
