import assert from 'node:assert/strict';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { contributes } from '../../package.json';
import { namesIn, readText, root } from '../unit/helpers/examples';

const folder = 'scripts/shots';
const scenes = namesIn(folder).map(file => path.parse(file).name);
const shown = scenes.map(name => readText(folder, `${name}.mjs`)).join('\n');

/** The classes by which VS Code is given hovers, completions and the like: what implements an interface that ends in `Provider`. */
const providers = globSync('src/vscode/**/*.ts', { cwd: root }).flatMap(file =>
  [...readText(file).matchAll(/\bclass (\w+)(?:<[^{]*?>)? implements [^{]*Provider\b/g)].map(([, name]) => name!));

/** How a scene of a class is called, or begins to be: `script-hover` for `ScriptHovers`. */
const sceneOf = (name: string) => name.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase().replace(/s$/, '');

describe('scripts/shots', () => {
  it('has a scene for each command of the palette', () => {
    const hidden = new Set(contributes.menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command));
    const offered = contributes.commands.filter(({ command }) => !hidden.has(command));
    assert.ok(offered.length > 0);
    assert.deepEqual(offered.map(({ category, title }) => `${category}: ${title.replace(/\.+$/, '')}`).filter(title => !shown.includes(title)), []);
  });

  it('has a scene for each provider, which is named for it', () => {
    assert.ok(providers.includes('CodeLenses'));
    assert.deepEqual(providers.filter(name => !scenes.some(scene => scene.startsWith(sceneOf(name)))), []);
  });
});
