import assert from 'node:assert/strict';
import { chmod, chown, readdir, readFile, stat, symlink } from 'node:fs/promises';
import path from 'node:path';

import { run } from '../../../src/cli/run';
import { replaceText } from '../../../src/cli/write-text';
import { RegisterCheck } from '../../../src/core/check';
import { readText } from '../helpers/examples';
import { asOrdinaryUser, ordinaryUser } from './as-ordinary-user';
import { fakeIo } from './fake-io';
import { inFolder } from './temporary-folder';

const dependencies = {
  createCheck: (text: string, options: ConstructorParameters<typeof RegisterCheck>[1]) => new RegisterCheck(text, options),
  rules: [],
  pagesFolder: '',
};

const text = `- name: Anna Nowak
  email: anna.nowak@contoso.example
  asigned: 04.03.2024  # as on the delivery note
  type: Exchange Server 2019 Standard User CAL
  purchase: 0147
`;
// What is mended in one round brings up what is mended in the next.
const mended = text.replace('asigned: 04.03.2024', 'assigned: 2024-03-04').replace('0147', '"0147"');

async function fixIn(files: Parameters<typeof inFolder>[0], args: string[], then: (folder: string, io: ReturnType<typeof fakeIo>, code: number) => Promise<void>): Promise<void> {
  await inFolder(files, async folder => {
    const io = fakeIo({ cwd: folder });
    await then(folder, io, await run(['check', ...args], io, dependencies));
  });
}

describe('check --fix', () => {
  it('mends until nothing is left that is safe, and reports the rest', () =>
    fixIn({ 'license-register.yaml': text }, ['--fix'], async (folder, io, code) => {
      assert.equal(await readFile(path.join(folder, 'license-register.yaml'), 'utf8'), mended);
      assert.equal(io.output(), 'No findings in 1 register.\n');
      assert.equal(io.errors(), '3 findings fixed in 1 file.\n');
      assert.equal(code, 0);
    }));

  it('mends all of a register from a spreadsheet but what only the admin knows', () =>
    fixIn({ 'license-register.yaml': readText('test/fixes/spreadsheet.before.yaml') }, ['--fix', '--as-of', '2026-11-24', '--format', 'json'], async (folder, io) => {
      assert.equal(await readFile(path.join(folder, 'license-register.yaml'), 'utf8'), readText('test/fixes/spreadsheet.after.yaml'));
      assert.equal(io.errors(), '17 findings fixed in 1 file.\n');
      const left = [...io.output().matchAll(/"rule": "([\w-]+)"/g)].map(([, rule]) => rule);
      assert.deepEqual(left, ['server-license-not-recorded', 'unassigned-seats', 'unassigned-seats', 'date-invalid', 'name-incomplete', 'unknown-key', 'date-invalid', 'unknown-license-type', 'broken-scalar']);
    }));

  for (const [name, encode] of [
    ['UTF-8 with a mark', (each: string) => Buffer.from(`\ufeff${each}`)],
    ['UTF-16', (each: string) => Buffer.from(`\ufeff${each}`, 'utf16le')],
    ['UTF-16, the other way round', (each: string) => Buffer.from(`\ufeff${each}`, 'utf16le').swap16()],
  ] as const) {
    it(`keeps ${name}, line ends and the last line without one`, () => {
      const written = (each: string) => encode(each.trimEnd().replaceAll('\n', '\r\n'));
      return fixIn({ 'license-register.yaml': written(text) }, ['--fix'], async folder => {
        assert.deepEqual(await readFile(path.join(folder, 'license-register.yaml')), written(mended));
      });
    });
  }

  it('keeps permissions and links, and leaves nothing else behind', () =>
    inFolder({ 'real.yaml': text }, async folder => {
      const real = path.join(folder, 'real.yaml');
      await chmod(real, 0o640);
      await symlink('real.yaml', path.join(folder, 'link.yaml'));
      await run(['check', 'link.yaml', '--fix'], fakeIo({ cwd: folder }), dependencies);
      assert.equal(await readFile(real, 'utf8'), mended);
      assert.equal((await stat(real)).mode & 0o777, 0o640);
      assert.deepEqual((await readdir(folder)).sort(), ['link.yaml', 'real.yaml']);
    }));

  it('mends included files too, each once', () =>
    fixIn({ 'license-register.yaml': 'include: [people.yaml]\n', 'people.yaml': text }, ['--fix'], async (folder, io) => {
      assert.equal(await readFile(path.join(folder, 'people.yaml'), 'utf8'), mended);
      assert.equal(io.errors(), '3 findings fixed in 1 file.\n');
    }));

  it('writes what comes from standard input to standard output, and the report elsewhere', async () => {
    const io = fakeIo({ stdin: text });
    assert.equal(await run(['check', '-', '--fix'], io, dependencies), 0);
    assert.equal(io.output(), mended);
    assert.match(io.errors(), /^No findings/);
  });

  it('takes standard input only alone', async () => {
    const io = fakeIo({ stdin: text });
    assert.equal(await run(['check', '-', 'a.yaml', '--fix'], io, dependencies), 2);
  });

  it('writes nothing into a file that has changed meanwhile', () =>
    inFolder({ 'a.yaml': 'new' }, async folder => {
      assert.match((await replaceText(path.join(folder, 'a.yaml'), 'old', 'mended'))!, /has changed/);
      assert.equal(await readFile(path.join(folder, 'a.yaml'), 'utf8'), 'new');
    }));
});

// Windows has no such mode.
if (process.platform !== 'win32') {
  describe('check --fix of a file that is protected', () => {
    it('leaves it alone, though its folder would let another take its place', () =>
      inFolder({ 'license-register.yaml': text }, async folder => {
        const file = path.join(folder, 'license-register.yaml');
        await chmod(file, 0o444);
        if (process.geteuid!() === 0) {
          await chown(folder, ordinaryUser, -1);
          await chown(file, ordinaryUser, -1);
        }
        await asOrdinaryUser(async () => {
          const io = fakeIo({ cwd: folder });
          assert.equal(await run(['check', '--fix'], io, dependencies), 3);
          assert.equal(io.errors(), '"license-register.yaml" cannot be written: access is denied. Check its permissions.\n');
        });
        assert.equal(await readFile(file, 'utf8'), text);
      }));
  });
}

describe('check --fix-dry-run', () => {
  it('shows a diff and writes nothing', () =>
    fixIn({ 'license-register.yaml': text }, ['--fix-dry-run'], async (folder, io) => {
      assert.equal(await readFile(path.join(folder, 'license-register.yaml'), 'utf8'), text);
      assert.match(io.output(), /^--- a\/license-register\.yaml\n\+\+\+ b\/license-register\.yaml\n@@ -1,5 \+1,5 @@\n/);
      assert.match(io.output(), /^- {2}purchase: 0147\n\+ {2}purchase: "0147"$/m);
      assert.match(io.errors(), /3 findings would be fixed in 1 file\./);
    }));
});
