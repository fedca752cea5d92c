import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { listFiles, PackageManager } from '@vscode/vsce';
import { rules } from '../../src/core/rules';
import { kilobytesOf, loadedWith, nodeEntry, nodeFileOf, nodeFiles } from '../bench/node-bundle';
import { anything } from '../bench/workers/anything';
import { scriptRuleNames } from '../../src/exchange/scripts/script-rules';

const root = path.resolve(__dirname, '../..');

describe('the package', () => {
  it('holds the files of package-files.txt, a page for each rule the pictures of README.md and what Node loads, nothing else', async () => {
    const frozen = readFileSync(path.join(__dirname, 'package-files.txt'), 'utf8').trim().split('\n');
    const pages = [...rules.map(({ name }) => `docs/rules/${name}.md`), ...scriptRuleNames.map(name => `docs/powershell/${name}.md`)];
    const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
    const pictures = new Set(readme.match(/docs\/images\/[\w-]+\.png/g));
    const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
    assert.deepEqual(files.sort(), [...frozen, ...pages, ...pictures, ...nodeFiles().map(file => path.relative(root, file).replaceAll(path.sep, '/'))].sort());
  });

  it('has a command line that systems can start', () => {
    const [first, second] = readFileSync(path.join(root, 'dist/cli.js'), 'utf8').split('\n', 2);
    assert.equal(first, '#!/usr/bin/env node');
    assert.ok(!second?.startsWith('#!'));
  });

  // The one for browsers is all of the extension in one file; the command line also brings its search for files.
  for (const [bundle, most] of [['dist/extension.js', 600], ['dist/cli.js', 500]] as const) {
    it(`keeps ${bundle} under ${most} kB`, () => {
      assert.ok(statSync(path.join(root, bundle)).size < most * 1000);
    });
  }
});

describe('the extension for Node', () => {
  const total = (files: readonly string[]) => files.reduce((sum, file) => sum + kilobytesOf(file), 0);

  it('loads little at once, and the rest in files under 300 kB', () => {
    const atOnce = total(loadedWith(nodeEntry));
    assert.ok(atOnce < 80, `${atOnce} kB are loaded without a register`);
    assert.deepEqual(nodeFiles().filter(file => kilobytesOf(file) >= 300), []);
    const open = total(loadedWith(nodeEntry, nodeFileOf('core'), nodeFileOf('features')));
    assert.ok(open < 450, `${open} kB are loaded with a register open`);
  });

  it('consists of what its files load, and needs no module but VS Code', () => {
    const named = nodeFiles().flatMap(file => [...readFileSync(file, 'utf8').matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name!));
    const reached = new Set([nodeEntry, ...named.filter(name => name !== 'vscode').map(name => path.resolve(path.dirname(nodeEntry), name))]);
    assert.deepEqual([...reached].sort(), nodeFiles().sort());
  });

  it('has each license type once: the same type in two files would be two', () => {
    assert.equal(nodeFiles().filter(file => readFileSync(file, 'utf8').includes('"microsoft 365 "')).length, 1);
  });
});

describe('the extension for browsers', () => {
  it('loads and is activated where there is nothing of Node', () => {
    const subscriptions: unknown[] = [];
    const module = { exports: {} as { activate?: (context: unknown) => void } };
    const load = (name: string) => {
      assert.equal(name, 'vscode');
      return anything();
    };
    const timers = { setTimeout: () => 0, clearTimeout: () => undefined };
    runInNewContext(readFileSync(path.join(root, 'dist/extension.js'), 'utf8'), { module, exports: module.exports, require: load, performance, TextDecoder, TextEncoder, ...timers });
    module.exports.activate!({ subscriptions, extensionUri: anything(), globalState: anything(), workspaceState: anything() });
    assert.ok(subscriptions.length > 0);
  });
});
