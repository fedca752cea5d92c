import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { severities } from '../../src/core/findings/finding';
import { rules } from '../../src/core/rules';
import { exchangeVersions } from '../../src/exchange/scripts/cmdlet-index';
import { section, settingNames } from '../../src/vscode/settings';

interface Manifest {
  readonly version: string;
  readonly main: string;
  readonly browser: string;
  readonly engines: { readonly node: string };
  readonly activationEvents: readonly string[];
  readonly capabilities: unknown;
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly configurationDefaults: { readonly 'workbench.editorAssociations': Readonly<Record<string, string>> };
    readonly commands?: readonly { readonly command: string }[];
  };
}

interface Setting {
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly properties?: Readonly<Record<string, { readonly enum: readonly string[] }>>;
}

const root = path.resolve(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const settings = manifest.contributes.configuration.properties;

/** The files in a folder and below whose names end so. */
function filesIn(folder: string, ending: string): string[] {
  return existsSync(path.join(root, folder))
    ? readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter(file => file.endsWith(ending))
        .map(file => path.join(folder, file))
    : [];
}

const sources = filesIn('src', '.ts').map(read).join('\n');

describe('package.json', () => {
  it('declares the settings that are read, no others', () => {
    assert.deepEqual(Object.keys(settings).sort(), settingNames.map(name => `${section}.${name}`).sort());
    for (const name of settingNames) {
      assert.match(sources, new RegExp(`\\bread\\('${name}'\\)`));
    }
  });

  it('offers the values that settings can have', () => {
    assert.deepEqual(settings[`${section}.run`]!.enum, ['onType', 'onSave']);
    assert.deepEqual(settings[`${section}.powershell.check`]!.enum, ['auto', 'on', 'off']);
    assert.deepEqual(settings[`${section}.exchangeVersion`]!.enum, exchangeVersions);
    for (const { enum: words, default: value } of Object.values(settings).filter(setting => setting.enum)) {
      assert.equal(value, words![0]);
    }
    assert.deepEqual(settings[`${section}.schemaFeatures`]!.enum, ['auto', 'on', 'off']);
  });

  it('offers each rule with all severities, and nothing else', () => {
    const { properties = {}, additionalProperties } = settings[`${section}.severities`]!;
    assert.deepEqual(Object.keys(properties).sort(), rules.map(({ name }) => name).sort());
    for (const { enum: words } of Object.values(properties)) {
      assert.deepEqual(words, [...severities, 'off']);
    }
    assert.equal(additionalProperties, false);
  });

  it('asks for a Node that has what the command line uses', () => {
    // util.styleText came with 20.12.
    assert.equal(manifest.engines.node, '>=20.12');
    assert.equal((JSON.parse(read('package-lock.json')) as { readonly packages: Readonly<Record<string, Pick<Manifest, 'engines'>>> }).packages['']!.engines.node, manifest.engines.node);
  });

  it('declares the commands that are registered, no others', () => {
    const registered = [...sources.matchAll(/\bregister(?:TextEditor)?Command\(\s*'([^']+)'/g)].map(([, command]) => command);
    assert.deepEqual((manifest.contributes.commands ?? []).map(({ command }) => command).sort(), registered.sort());
  });

  it('names only files that there are', () => {
    const files: string[] = read('package.json').match(/(?<=")\.\/[^"]+/g) ?? [];
    assert.ok(files.includes('./snippets/exchange-shell.json'));
    assert.deepEqual(files.filter(file => !existsSync(path.join(root, file))), []);
  });

  it('gives Node files to load when they are needed, and browsers one file', () => {
    assert.equal(manifest.main, './dist/node/extension.js');
    assert.equal(manifest.browser, './dist/extension.js');
  });

  it('wakes the extension for YAML documents, PowerShell scripts and the pages of rules alone', () => {
    assert.deepEqual(manifest.activationEvents, ['onFileSystem:license-register-rule', 'onLanguage:powershell', 'onLanguage:yaml']);
  });

  it('evaluates what registers and scripts need only when one is opened', () => {
    const evaluated = new Set<string>();
    const visit = (file: string) => {
      if (!evaluated.has(file)) {
        evaluated.add(file);
        for (const [, target] of read(file).matchAll(/^(?:import|export) (?!type\b)[^;]*? from '(\.[^']+)(?<!\.json)';/gm)) {
          const named = path.posix.join(path.posix.dirname(file), target!);
          visit(existsSync(path.join(root, `${named}.ts`)) ? `${named}.ts` : `${named}/index.ts`);
        }
      }
    };
    visit('src/extension.ts');
    assert.ok(evaluated.has('src/vscode/sessions.ts'));
    assert.deepEqual([...evaluated].filter(file => /^src\/core\/(?:check\.|rules\/)|^src\/(?:exchange|features|report|vscode\/powershell)\//.test(file)).sort(), ['src/vscode/powershell/is-script.ts', 'src/vscode/powershell/register-scripts.ts']);
  });

  it('shows the pages of rules rendered', () => {
    assert.deepEqual(manifest.contributes.configurationDefaults, {
      'workbench.editorAssociations': { 'license-register-rule:/**/*.md': 'vscode.markdown.preview.editor' },
    });
  });

  it('lets the extension run in Restricted Mode and in virtual workspaces', () => {
    assert.deepEqual(manifest.capabilities, { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
  });

  it('has the version that CHANGELOG.md and the lock file have', () => {
    assert.equal(/^## \[?(\d+\.\d+\.\d+)/m.exec(read('CHANGELOG.md'))?.[1], manifest.version);
    assert.equal((JSON.parse(read('package-lock.json')) as Manifest).version, manifest.version);
  });
});

describe('what ships with the extension', () => {
  /** Documentation that stays; names of dialects, which nobody follows; and names that nobody can own. */
  const allowed = /^https?:\/\/(?:learn\.microsoft\.com\/|json-schema\.org\/draft-07\/schema#|(?:[\w-]+\.)+example(?:[/:]|$)|127\.0\.0\.1(?:[/:]|$))/;
  const files = ['package.json', 'README.md', 'CHANGELOG.md', ...filesIn('docs', '.md'), ...filesIn('schemas', '.json'), ...filesIn('snippets', '.json')];

  for (const file of files) {
    it(`sends nobody to an address but Microsoft's documentation: ${file}`, () => {
      // A stop of a snippet may stand within an address.
      const addresses = read(file).replaceAll(/\$\{\d+:/g, '').match(/\bhttps?:\/\/[^\s"'`<>)\]}]*/g) ?? [];
      assert.deepEqual(addresses.filter(address => !allowed.test(address)), []);
    });
  }
});
