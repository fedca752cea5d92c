import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { commands } from './exchange-commands';

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

const file = path.resolve(__dirname, '../../snippets/exchange-shell.json');
const source = readFileSync(file, 'utf8');
const snippets = Object.entries(JSON.parse(source) as Record<string, Snippet>).map(([name, snippet]) => ({ name, ...snippet }));

const guide = [
  'Set-ClientAccessServer -Identity <ServerName> -ClientAccessServerEnabled $true',
  'Install-ExchangeCertificate -Services SMTP -KeySize 2048 -DomainName <DomainName> -FriendlyName <FriendlyName> -PrivateKeyExportable $true',
];
const guideSnippets = snippets.filter((snippet) => guide.includes(expand(snippet)));
const workingSnippets = snippets.filter((snippet) => !guideSnippets.includes(snippet));

/** What a snippet inserts when nothing is typed over: defaults, and the first of each choice. */
function expand({ body }: Snippet): string {
  return body
    .join('\n')
    .replaceAll(
      /\\(?<literal>[$}\\])|\$\{\d+:(?<text>(?:\\.|[^\\}])*)\}|\$\{\d+\|(?<choice>(?:\\.|[^\\,|])*)(?:\\.|[^\\|])*\|\}|\$\d/g,
      (_all, literal?: string, text?: string, choice?: string) => literal ?? (text ?? choice ?? '').replaceAll(/\\(.)/g, '$1'),
    );
}

const inserted = new Map(snippets.map((snippet) => [snippet.prefix, expand(snippet)]));
const descriptions = new Map(snippets.map(({ prefix, description }) => [prefix, description]));

describe('the snippets for the Exchange Management Shell', () => {
  it("have prefixes of letters alone: VS Code's completion ends a word at a dash", () => {
    for (const { prefix } of snippets) {
      assert.match(prefix, /^exch[A-Z][A-Za-z]+$/);
    }
    assert.equal(inserted.size, snippets.length);
  });

  it('say in their description whether they change anything, the working ones', () => {
    for (const { description } of workingSnippets) {
      assert.match(description, /^(?:Only reads|Changes the server): .*\.$/);
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
      for (const prefix of named) {
        assert.ok(inserted.has(prefix), prefix);
      }
    }
    assert.match(guideSnippets[0]!.description, /no parameter -ClientAccessServerEnabled/);
    assert.match(guideSnippets[1]!.description, /no cmdlet Install-ExchangeCertificate/);
  });

  it("come in an order in which the guide's commands are last", () => {
    const last = snippets
      .map(({ prefix }) => prefix.toLowerCase())
      .sort()
      .slice(-2);
    assert.deepEqual(guideSnippets.map(({ prefix }) => prefix.toLowerCase()).sort(), last);
  });

  it('insert the commands that are expected, which are tried in VS Code too', () => {
    assert.deepEqual(Object.fromEntries(snippets.map((snippet) => [snippet.name, expand(snippet)])), commands);
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
});
