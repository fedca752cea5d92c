import assert from 'node:assert/strict';
import { chmod, mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';

import { findRegisters } from '../../../src/cli/find-registers';
import { asOrdinaryUser } from './as-ordinary-user';
import { inFolder } from './temporary-folder';

const files = {
  'license-register.yaml': '',
  'notes.yaml': '',
  'b/license-register.yml': '',
  'b/berlin.license-register.yaml': '',
  'b/deep/er/x.license-register.yml': '',
  'b/license-register.yaml.bak': '',
  'b/my-license-register.yaml': '',
  '.config/license-register.yaml': '',
  'node_modules/p/license-register.yaml': '',
  'b/node_modules/p/license-register.yaml': '',
  '.git/license-register.yaml': '',
};

const belowCurrent = [
  '.config/license-register.yaml',
  'b/berlin.license-register.yaml',
  'b/deep/er/x.license-register.yml',
  'b/license-register.yml',
  'license-register.yaml',
];

async function found(cwd: string, ...paths: string[]): Promise<string[]> {
  const { registers, notices, problems } = await findRegisters(paths, cwd, undefined);
  assert.deepEqual([...notices, ...problems], []);
  return registers.map(register => register.path);
}

async function problemsOf(cwd: string, ...paths: string[]): Promise<readonly string[]> {
  const { registers, notices, problems } = await findRegisters(paths, cwd, undefined);
  assert.deepEqual([registers, notices], [[], []]);
  return problems;
}

describe('finding registers', () => {
  it('searches the current folder when no path is given', () =>
    inFolder(files, async folder => {
      assert.deepEqual(await found(folder), belowCurrent);
      assert.deepEqual(await found(folder, '.'), belowCurrent);
    }));

  it('searches a folder that is named', () =>
    inFolder(files, async folder => {
      const inB = ['b/berlin.license-register.yaml', 'b/deep/er/x.license-register.yml', 'b/license-register.yml'];
      assert.deepEqual(await found(folder, 'b'), inB);
      assert.deepEqual(await found(folder, 'b/'), inB);
      assert.deepEqual(await found(folder, path.join(folder, 'b')), inB);
    }));

  it('searches node_modules where that is the folder that is named', () =>
    inFolder(files, async folder => {
      assert.deepEqual(await found(folder, 'node_modules'), ['node_modules/p/license-register.yaml']);
      assert.deepEqual(await found(path.join(folder, 'node_modules/p')), ['license-register.yaml']);
    }));

  it('takes a file that is named whatever its name', () =>
    inFolder(files, async folder => {
      assert.deepEqual(await found(folder, 'notes.yaml', './b/license-register.yaml.bak'), [
        'b/license-register.yaml.bak',
        'notes.yaml',
      ]);
    }));

  it('shows paths outside the current folder relative to it', () =>
    inFolder(files, async folder => {
      assert.deepEqual(await found(path.join(folder, 'b/deep'), '../../notes.yaml', '..'), [
        '../../notes.yaml',
        '../berlin.license-register.yaml',
        '../license-register.yml',
        'er/x.license-register.yml',
      ]);
    }));

  it('takes each file once', () =>
    inFolder(files, async folder => {
      assert.deepEqual(
        await found(folder, '.', 'b', 'license-register.yaml', './license-register.yaml', '*.yaml', path.join(folder, 'b')),
        [...belowCurrent, 'notes.yaml'].sort(),
      );
    }));

  it('says which folder has no registers', () =>
    inFolder({ ...files, 'empty/readme.md': '' }, async folder => {
      const { registers, notices, problems } = await findRegisters(['empty', 'b/deep'], folder, undefined);
      assert.deepEqual(registers.map(register => register.path), ['b/deep/er/x.license-register.yml']);
      assert.deepEqual(problems, []);
      assert.deepEqual(notices, [
        'There are no registers below "empty": they are named license-register.yaml or *.license-register.yaml ' +
          '(or .yml). To check a file of another name, name it.',
      ]);
      const current = await findRegisters([], path.join(folder, 'empty'), undefined);
      assert.match(current.notices.join(), /^There are no registers below the current folder: /);
    }));

  it('says which path leads nowhere', () =>
    inFolder(files, async folder => {
      const advice = 'Check how it is written, and the folder that you start from.';
      assert.deepEqual(await problemsOf(folder, 'nosuch.yaml', 'none/*.yaml', 'b/**/*.json'), [
        `"nosuch.yaml" does not exist. ${advice}`,
        `"none/*.yaml" matches no file. ${advice}`,
        `"b/**/*.json" matches no file. ${advice}`,
      ]);
      assert.deepEqual(await problemsOf(folder, 'notes.yaml/x.yaml'), [
        '"notes.yaml/x.yaml" does not exist: a part of its path is a file. Check how it is written.',
      ]);
    }));
});

describe('patterns', () => {
  it('match files whatever their name, but not in .git and node_modules', () =>
    inFolder(files, async folder => {
      assert.deepEqual(await found(folder, '**/*.yaml'), [
        '.config/license-register.yaml',
        'b/berlin.license-register.yaml',
        'b/my-license-register.yaml',
        'license-register.yaml',
        'notes.yaml',
      ]);
    }));

  it('may be absolute, lie outside the current folder, and name alternatives', () =>
    inFolder(files, async folder => {
      const deep = path.join(folder, 'b/deep');
      assert.deepEqual(await found(deep, `${folder}/*.yaml`), ['../../license-register.yaml', '../../notes.yaml']);
      assert.deepEqual(await found(deep, '../*.yml'), ['../license-register.yml']);
      assert.deepEqual(await found(deep, '../../node_modules/*/*.yaml'), ['../../node_modules/p/license-register.yaml']);
      assert.deepEqual(await found(folder, '{b/deep/er,none}/*.yml'), ['b/deep/er/x.license-register.yml']);
      assert.deepEqual(await found(folder, 'note[rst].yaml'), ['notes.yaml']);
    }));

  it('start in a folder whose name looks like a pattern', () =>
    inFolder({ 'Licenses (old) [2024]/a.yaml': '', 'a[1].yaml': '' }, async folder => {
      assert.deepEqual(await found(folder, 'Licenses (old) [2024]/*.yaml'), ['Licenses (old) [2024]/a.yaml']);
      assert.deepEqual(await found(folder, 'Licenses (old) [2024]/a.yaml', 'a[1].yaml'), [
        'Licenses (old) [2024]/a.yaml',
        'a[1].yaml',
      ]);
    }));
});

describe('links', () => {
  it('are not followed by a search, but when they are named', () =>
    inFolder({ 'elsewhere/license-register.yaml': '', 'work/notes.yaml': '' }, async folder => {
      const work = path.join(folder, 'work');
      await symlink(path.join(folder, 'elsewhere'), path.join(work, 'folder'));
      await symlink(path.join(folder, 'elsewhere/license-register.yaml'), path.join(work, 'license-register.yaml'));
      await symlink(work, path.join(work, 'circle'));

      const { registers, notices } = await findRegisters(['.'], work, undefined);
      assert.deepEqual([registers, notices.length], [[], 1]);
      assert.deepEqual(await found(work, '**/*.yaml'), ['notes.yaml']);
      assert.deepEqual(await found(work, 'license-register.yaml'), ['license-register.yaml']);
      assert.deepEqual(await found(work, 'folder'), ['folder/license-register.yaml']);
      assert.deepEqual(await found(work, 'license-register.yaml', 'folder', '../elsewhere'), ['license-register.yaml']);
    }));

  it('that lead nowhere are told', () =>
    inFolder({}, async folder => {
      await symlink(path.join(folder, 'gone.yaml'), path.join(folder, 'link.yaml'));
      assert.deepEqual(await problemsOf(folder, 'link.yaml'), [
        '"link.yaml" does not exist. Check how it is written, and the folder that you start from.',
      ]);
    }));
});

describe('standard input among the paths', () => {
  it('has no location and is shown as <stdin>', () =>
    inFolder(files, async folder => {
      const { registers } = await findRegisters(['-', 'notes.yaml', '-'], folder, undefined);
      assert.deepEqual(registers, [
        { path: '<stdin>', location: undefined },
        { path: 'notes.yaml', location: path.join(folder, 'notes.yaml') },
      ]);
    }));

  it('stands for the file whose name it is given', () =>
    inFolder(files, async folder => {
      const { registers } = await findRegisters(['notes.yaml', '-'], folder, path.join(folder, 'notes.yaml'));
      assert.deepEqual(registers, [{ path: 'notes.yaml', location: undefined }]);
    }));

  it('may be given the name of a file that does not exist', () =>
    inFolder(files, async folder => {
      const { registers } = await findRegisters(['-'], folder, './new/./a.yaml');
      assert.deepEqual(registers, [{ path: 'new/a.yaml', location: undefined }]);
    }));
});

// Windows has no such mode.
if (process.platform !== 'win32') {
  describe('a folder that cannot be read', () => {
    it('is told once, and the rest is found', () =>
      inFolder({ 'license-register.yaml': '' }, async folder => {
        await chmod(folder, 0o755);
        await mkdir(path.join(folder, 'closed'), { mode: 0 });
        await asOrdinaryUser(async () => {
          const { registers, notices, problems } = await findRegisters([], folder, undefined);
          assert.deepEqual(registers.map(register => register.path), ['license-register.yaml']);
          assert.deepEqual(notices, []);
          assert.deepEqual(problems, ['The folder "closed" cannot be read: access is denied. Check its permissions.']);
          assert.deepEqual(await problemsOf(folder, 'closed', 'closed/*.yaml', 'closed/a.yaml'), [
            'The folder "closed" cannot be read: access is denied. Check its permissions.',
            '"closed/a.yaml" cannot be read: access is denied. Check its permissions.',
          ]);
        });
      }));
  });
}
