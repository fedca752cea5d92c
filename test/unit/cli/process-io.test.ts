import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';

import { build, type Plugin } from 'esbuild';

import { OutputFailure } from '../../../src/cli/io';
import { processIo, type ProcessLike } from '../../../src/cli/process-io';
import { inFolder } from './temporary-folder';

/** A stream into which every write fails in the way that `code` names. */
function failing(code: string): Writable {
  return new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error(`${code}: it failed`), { code })),
  });
}

function ioWith(parts: Partial<ProcessLike>): ReturnType<typeof processIo> {
  const ok = new Writable({ write: (_chunk, _encoding, done) => done() });
  return processIo({ cwd: () => '/', stdin: Readable.from([]), stdout: ok, stderr: ok, env: {}, ...parts });
}

describe('the io of a process', () => {
  it('is quiet when the reader has gone', async () => {
    for (const code of ['EPIPE', 'EOF']) {
      const { stdout, stderr } = ioWith({ stdout: failing(code), stderr: failing(code) });
      await stdout.write('a');
      await stdout.write('b');
      await stderr.write('c');
    }
  });

  it('tells when standard output cannot be written', async () => {
    const { stdout, stderr } = ioWith({ stdout: failing('ENOSPC'), stderr: failing('ENOSPC') });
    await assert.rejects(stdout.write('a'), new OutputFailure('The output cannot be written: ENOSPC: it failed.'));
    await stderr.write('nowhere left to say it');
  });

  it('reads the whole of standard input', async () => {
    const stdin = Readable.from([Buffer.from([0xff, 0xfe]), Buffer.from('a'), 'b']);
    assert.deepEqual(await ioWith({ stdin }).readStdin(), Buffer.from([0xff, 0xfe, 0x61, 0x62]));
  });
});

describe('the bundled script', function () {
  this.timeout(20_000);

  let folder: string;
  let script: string;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'register-'));
    script = path.join(folder, 'dist/cli.js');
    await build({
      entryPoints: [path.join(__dirname, '../../../src/cli/main.ts')],
      outfile: script,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      logLevel: 'silent',
      plugins: [withoutRules],
    });
    // The script finds its pages beside its own folder.
    await mkdir(path.join(folder, 'docs/rules'), { recursive: true });
    await writeFile(path.join(folder, 'docs/rules/sample-rule.md'), '# sample-rule\n\nA sample.\n');
  });
  after(() => rm(folder, { recursive: true }));

  // What is tried here is the way in and out, not what the rules find.
  const withoutRules: Plugin = {
    name: 'without-rules',
    setup(bundle) {
      bundle.onLoad({ filter: /core[\\/]check\.ts$/ }, () => ({ contents: 'export class RegisterCheck { work() { return true; } wanted() { return []; } wantedExports() { return []; } include() { return false; } paths() { return [""]; } findings() { return []; } }' }));
      bundle.onLoad({ filter: /core[\\/]rules[\\/]index\.ts$/ }, () => ({
        contents: 'export const rules = [{ name: "sample-rule", severity: "hint" }];',
      }));
    },
  };

  function start(...args: string[]) {
    const child = spawn(process.execPath, [script, ...args], { cwd: folder, env: {} });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', chunk => (stdout += chunk));
    child.stderr.on('data', chunk => (stderr += chunk));
    const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>(resolve => {
      child.on('close', code => resolve({ code, stdout, stderr }));
    });
    return { child, ended };
  }

  it('runs on its own and keeps its exit code', async () => {
    const { code, stdout, stderr } = await start('--version').ended;
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal((await start('chekc').ended).code, 2);
    assert.equal((await start('check', 'nosuch.yaml').ended).code, 3);
  });

  it('takes no more than the version out of package.json', async () => {
    assert(!(await readFile(script, 'utf8')).includes('devDependencies'));
  });

  it('finds the pages of the rules', async () => {
    assert.equal((await start('rules').ended).stdout, 'sample-rule  hint  A sample.\n');
    assert.equal((await start('explain', 'sample-rule').ended).stdout, '# sample-rule\n\nA sample.\n');
  });

  it('reads a register from standard input', async () => {
    const { child, ended } = start('check', '-', '--format', 'json');
    child.stdin.end('[]\n');
    const { code, stdout, stderr } = await ended;
    assert.deepEqual([code, stderr], [0, '']);
    assert.deepEqual((JSON.parse(stdout) as { files: unknown }).files, [{ path: '<stdin>', findings: [] }]);
  });

  it('writes all of a long output into a pipe, and is quiet when the pipe is closed', async () => {
    // Far more than a pipe holds, by their long paths alone.
    const deep = 'deep/'.repeat(40);
    const files = Array.from({ length: 400 }, (_, index) => `${deep}${index}.license-register.yaml`);
    await inFolder(Object.fromEntries(files.map(file => [file, ''])), async registers => {
      const whole = await start('check', registers, '--format', 'json').ended;
      assert.equal((JSON.parse(whole.stdout) as { files: unknown[] }).files.length, files.length);

      const { child, ended } = start('check', registers, '--format', 'json');
      child.stdout.destroy();
      const { code, stderr } = await ended;
      assert.deepEqual([code, stderr], [0, '']);
    });
  });
});
