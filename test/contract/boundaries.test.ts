import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';

const root = path.resolve(__dirname, '../..');

/** What each part of src/ may import of the others, of VS Code and of Node. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  features: ['core', 'features', 'exchange', 'report'],
  exchange: ['core', 'features', 'exchange', 'report'],
  report: ['core', 'features', 'exchange', 'report'],
  vscode: ['core', 'features', 'exchange', 'report', 'vscode', "'vscode'"],
  cli: ['core', 'features', 'exchange', 'report', 'cli', 'node:*'],
  'extension.ts': ['core', 'features', 'exchange', 'report', 'vscode', "'vscode'"],
};

/** The imports of the file `file` with the content `text` that cross a boundary, one sentence each. */
function crossings(file: string, text: string): string[] {
  const part = partOf(file);
  return ts
    .preProcessFile(text)
    .importedFiles.map(imported => imported.fileName)
    .filter(name => {
      const what = whatIs(name, file);
      return what !== undefined && !mayImport[part]?.includes(what);
    })
    .map(name => `${file} may not import '${name}'.`);
}

/** `vscode` of `src/vscode/session.ts`. */
function partOf(file: string): string {
  return file.split('/')[1]!;
}

/** What an import reaches, in the words of `mayImport`; undefined for other packages and for files outside src/. */
function whatIs(name: string, importer: string): string | undefined {
  if (name.startsWith('.')) {
    const target = path.posix.join(path.posix.dirname(importer), name);
    const part = partOf(target);
    return target.startsWith('src/') ? (part === 'extension' ? 'extension.ts' : part) : undefined;
  }
  if (name === 'vscode') {
    return "'vscode'";
  }
  return isBuiltin(name) ? 'node:*' : undefined;
}

describe('the boundaries between the parts of src/', () => {
  const files = globSync('src/**/*.ts', { cwd: root }).map(file => file.split(path.sep).join('/'));

  it('are crossed by no import', () => {
    assert.ok(files.length > 0);
    assert.deepEqual(files.flatMap(file => crossings(file, readFileSync(path.join(root, file), 'utf8'))), []);
  });

  it('leave no file in a part that has no rule', () => {
    assert.deepEqual(files.filter(file => !(partOf(file) in mayImport)), []);
  });

  for (const [file, statement] of [
    ['src/core/check.ts', "import fs from 'fs';"],
    ['src/core/rules/index.ts', "import type { Uri } from 'vscode';"],
    ['src/core/rules/index.ts', "export * from '../../features/hover';"],
    ['src/exchange/import.ts', "import { readFile } from 'node:fs/promises';"],
    ['src/report/html.ts', "const { main } = await import('../cli/main');"],
    ['src/vscode/session.ts', "import path = require('path');"],
    ['src/cli/main.ts', "import { session } from '../vscode/session';"],
    ['src/vscode/session.ts', "import { activate } from '../extension';"],
  ] as const) {
    it(`would be crossed by \`${statement}\` in ${file}`, () => {
      assert.equal(crossings(file, statement).length, 1);
    });
  }
});
