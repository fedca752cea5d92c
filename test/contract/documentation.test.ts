import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { contributes } from '../../package.json';
import { helpText } from '../../src/cli/help';
import { readText, root } from '../unit/helpers/examples';

const readme = readText('README.md');

describe('README.md', () => {
  it('names each command of the palette', () => {
    const hidden = new Set(contributes.menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command));
    const prose = readme.replace(/\s+/g, ' ');
    assert.deepEqual(contributes.commands.filter(({ command, title }) => !hidden.has(command) && !prose.includes(title)), []);
  });

  it('has a row for each setting, and none for others', () => {
    const rows = [...readme.matchAll(/^\| `(exchangeLicenseRegister\.[\w.]+)` \|/gm)].map(([, name]) => name!);
    assert.deepEqual(rows.sort(), Object.keys(contributes.configuration.properties).sort());
  });

  const section = /^## Command line$([^]*?)^## /m.exec(readme)![1]!;
  const commands = [...helpText(undefined).matchAll(/^ {2}([a-z]+)\b/gm)].map(([, command]) => command as Parameters<typeof helpText>[0]);

  it('has a row for each command of the command line, and none for others', () => {
    const rows = [...section.matchAll(/^\| `([a-z]+)[^`]*` \|/gm)].map(([, command]) => command);
    assert.deepEqual(rows.sort(), [...commands].sort());
  });

  for (const command of commands) {
    it(`tells of each option of ${command}`, () => {
      const told = section.split('\n\n').filter(block => block.startsWith(`| option of \`${command}\``) || block.startsWith('Everywhere,'));
      const row = section.split('\n').filter(line => line.startsWith(`| \`${command}`));
      const options = [...helpText(command).matchAll(/^ {2}(?:-h, )?(--[a-z-]+)/gm)].map(([, option]) => option!);
      assert.ok(options.length > 0);
      assert.deepEqual(options.filter(option => ![...told, ...row].some(text => text.includes(option))), []);
    });
  }
});

/** The anchors that headings of a page give. */
function anchorsOf(page: string): string[] {
  const headings = page.replace(/^```[^]*?^```$/gm, '').matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, heading]) => heading!.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-'));
}

describe('Links in the documentation', () => {
  for (const file of globSync(['*.md', 'docs/**/*.md'], { cwd: root }).sort()) {
    it(`lead to files and headings that there are: ${file}`, () => {
      const page = readText(file);
      const targets = [...page.replace(/^```[^]*?^```$/gm, '').matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, target]) => target!);
      assert.deepEqual(targets.filter(target => {
        const [name, anchor] = target.split('#');
        const linked = name ? path.join(path.dirname(file), name) : file;
        return !existsSync(path.join(root, linked)) || (anchor !== undefined && !anchorsOf(readText(linked)).includes(anchor));
      }), []);
    });
  }
});

/** The paths that the map in CONTRIBUTING.md shows. */
function mapped(): string[] {
  const [, map] = /^## Map$[^]*?^```text\n([^]*?)^```/m.exec(readText('CONTRIBUTING.md'))!;
  const above: string[] = [];
  return map!.trimEnd().split('\n').flatMap(line => {
    const [, indent, names] = /^( *)([^\s,]+(?:, [^\s,]+)*)/.exec(line)!;
    const depth = indent!.length / 2;
    const paths = names!.split(', ').map(name => path.posix.join(...above.slice(0, depth), name));
    above.splice(depth, Infinity, names!);
    return paths;
  });
}

describe('The map in CONTRIBUTING.md', () => {
  it('shows only what there is', () => {
    assert.deepEqual(mapped().filter(shown => !existsSync(path.join(root, shown))), []);
  });

  it('shows all folders that lie beside one that it shows', () => {
    const folders = mapped().filter(shown => statSync(path.join(root, shown)).isDirectory()).map(shown => shown.replace(/\/$/, ''));
    const parents = new Set(folders.map(shown => path.posix.dirname(shown)).filter(parent => parent !== '.'));
    const missing = [...parents].flatMap(parent =>
      readdirSync(path.join(root, parent), { withFileTypes: true })
        .filter(entry => entry.isDirectory())
        .map(({ name }) => path.posix.join(parent, name))
        .filter(folder => !folders.includes(folder)));
    assert.deepEqual(missing, []);
  });
});
