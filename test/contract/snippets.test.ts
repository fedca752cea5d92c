import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { expandSnippet, parseSnippet } from '../../src/exchange/snippet';
import type { ShellCommands } from '../../src/exchange/shell-command';
import { readText, root } from '../unit/helpers/examples';

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
const guideSnippets = snippets.filter((snippet) => guide.includes(expand(snippet)));
const workingSnippets = snippets.filter((snippet) => !guideSnippets.includes(snippet));

const inserted = new Map(snippets.map((snippet) => [snippet.prefix, expand(snippet)]));
const descriptions = new Map(snippets.map(({ prefix, description }) => [prefix, description]));

describe('data/commands.json', () => {
  it('is what the snippets, their page and the table in README.md show', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/generate-commands.mjs', '--check'], { cwd: root, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });

  it('has a command for each step, and names each source that it lists', () => {
    assert.deepEqual(new Set(commands.map(({ step }) => step)), new Set(steps.map(({ id }) => id)));
    assert.deepEqual(new Set(commands.flatMap((command) => command.sources)), new Set(Object.keys(sources)));
  });

  it('gives each command a title of its own: snippets are named by it', () => {
    assert.equal(new Set(commands.map(({ title }) => title)).size, commands.length);
  });

  it('fills only stops that there are', () => {
    for (const { id, body, fills } of commands) {
      const stops = new Set(parseSnippet(body.join('\n')).map((part) => part.kind === 'stop' && String(part.number)));
      assert.deepEqual(Object.keys(fills ?? {}).filter((number) => !stops.has(number)), [], id);
    }
  });

  it('shows what takes something away with -WhatIf first', () => {
    const destructive = commands.filter(({ kind }) => kind === 'destructive');
    assert.ok(destructive.length > 0);
    for (const { body } of destructive) {
      assert.match(body[0]!, / -WhatIf\b/);
      assert.deepEqual(body.slice(1).filter((line) => !line.startsWith('#')), []);
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
      assert.deepEqual((description.match(/\bexch[A-Z]\w*/g) ?? []).filter((named) => !inserted.has(named)), [], prefix);
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
