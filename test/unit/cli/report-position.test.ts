import assert from 'node:assert/strict';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Dependencies } from '../../../src/cli/dependencies';
import { run } from '../../../src/cli/run';
import { RegisterCheck } from '../../../src/core/check';
import { rules } from '../../../src/core/rules';
import { fakeIo, type FakeIo } from './fake-io';
import { inFolder } from './temporary-folder';

const dependencies: Dependencies = {
  createCheck: (text, options) => new RegisterCheck(text, options),
  rules,
  pagesFolder: path.join(__dirname, 'none'),
};

const register = `organization: Contoso
purchases:
  - { id: PO-1, date: 2026-01-05, type: Exchange Server SE Standard User CAL, quantity: 1, document: PO-1.pdf }
assignments:
  - { name: Anna Nowak, email: anna.nowak@contoso.example, assigned: 2026-01-10, type: Exchange Server SE Standard User CAL, purchase: PO-1 }
  - { name: Ewa Lis, email: ewa.lis@contoso.example, assigned: 2026-02-20, type: Exchange Server SE Standard User CAL, purchase: PO-1 }
`;

interface Outcome {
  readonly code: number;
  readonly io: FakeIo;
  /** The text of the file that was written; undefined where there is none. */
  readonly written: string | undefined;
}

/** Runs `report` in a folder with `files`, and reads report.md or what `output` names. */
async function report(files: Readonly<Record<string, string | Uint8Array>>, args: readonly string[], options: { stdin?: string; output?: string; before?: (folder: string) => Promise<void> } = {}): Promise<Outcome> {
  let outcome: Outcome | undefined;
  await inFolder(files, async cwd => {
    await options.before?.(cwd);
    const io = fakeIo({ cwd, ...(options.stdin !== undefined && { stdin: options.stdin }) });
    const code = await run(['report', ...args], io, dependencies);
    outcome = { code, io, written: await readFile(path.join(cwd, options.output ?? 'report.md'), 'utf8').catch(() => undefined) };
  });
  return outcome!;
}

describe('a report', () => {
  it('goes to standard output, as Markdown, of the register in the current folder', async () => {
    const { code, io } = await report({ 'license-register.yaml': register }, []);
    assert.equal(io.errors(), '');
    assert.equal(code, 0);
    assert.match(io.output(), /^# License position of Contoso\n\n- Day: 2026-11-24\n- Made on: 2026-11-24\n- Register: license-register.yaml\n/);
    assert.match(io.output(), /\| Exchange Server SE Standard User CAL \| 1 \| 2 \| 0 \| 1 \| 0 \|/);
  });

  it('speaks of another day as if what came later were not there', async () => {
    const { code, io } = await report({ 'license-register.yaml': register }, ['--as-of', '2026-02-01', '--format', 'json']);
    assert.equal(code, 0);
    const { day, madeOn, products, people, findings } = JSON.parse(io.output()) as { day: string; madeOn: string; products: { short: number }[]; people: { names: string[] }[]; findings: { rule: string }[] };
    assert.deepEqual([day, madeOn], ['2026-02-01', '2026-11-24']);
    assert.deepEqual(products.map(({ short }) => short), [0]);
    assert.deepEqual(people.map(({ names }) => names), [['Anna Nowak']]);
    assert.deepEqual(findings.map(({ rule }) => rule), ['server-license-not-recorded']);
  });

  it('finds no fault with comments that silence what begins later', async () => {
    const silencing = register.replace('assignments:', '# license-register-disable-next-line name-incomplete -- has one name\nassignments:');
    const rulesOn = async (...args: string[]) => (await report({ 'a.yaml': silencing }, ['a.yaml', '--format', 'csv', '--table', 'causes', '--separator', 'comma', ...args])).io.output();
    assert.match(await rulesOn(), /^unused-suppression,/m);
    assert.doesNotMatch(await rulesOn('--as-of', '2026-02-01'), /unused-suppression/);
  });

  it('is read from standard input', async () => {
    const { code, io } = await report({}, ['-', '--stdin-filename', 'unsaved.yaml'], { stdin: register });
    assert.equal(code, 0);
    assert.match(io.output(), /- Register: unsaved.yaml\n/);
  });

  it('is of a register with what it includes, however the files are named', async () => {
    const files = {
      'z.license-register.yaml': 'organization: Contoso\ninclude:\n  - a.license-register.yaml\n',
      'a.license-register.yaml': '- name: Anna Nowak\n  email: anna.nowak@contoso.example\n  assigned: 2026-01-10\n  type: Exchange Server SE Standard User CAL\n',
    };
    const { code, io } = await report(files, []);
    assert.equal(io.errors(), '');
    assert.equal(code, 0);
    assert.match(io.output(), /- Register: z.license-register.yaml, a.license-register.yaml\n/);
    assert.match(io.output(), /\| Anna Nowak \|/);
  });

  it('is written into a file, in the format that its name asks for', async () => {
    const { code, io, written } = await report({ 'license-register.yaml': register }, ['--output', 'report.html'], { output: 'report.html' });
    assert.equal(io.output() + io.errors(), '');
    assert.equal(code, 0);
    assert.match(written!, /^<!DOCTYPE html>/);
  });

  it('overwrites a file only where that is asked for', async () => {
    const files = { 'license-register.yaml': register, 'report.md': 'mine' };
    const refused = await report(files, ['--output', 'report.md']);
    assert.equal(refused.code, 2);
    assert.equal(refused.written, 'mine');
    assert.match(refused.io.errors(), /^"report.md" is there already. Name another file, or add --force to overwrite it.\n/);
    const forced = await report(files, ['--output', 'report.md', '--force']);
    assert.equal(forced.code, 0);
    assert.match(forced.written!, /^# License position/);
  });

  it('never overwrites a file of the register', async () => {
    const main = 'include: [people.yaml]\n';
    for (const output of ['license-register.yaml', 'people.yaml', 'link.md', './x/../people.yaml']) {
      const { code, io, written } = await report({ 'license-register.yaml': main, 'people.yaml': '[]\n', 'x/y': '' }, ['license-register.yaml', '--output', output, '--force'], {
        output,
        before: async folder => output === 'link.md' ? symlink('people.yaml', path.join(folder, output)) : undefined,
      });
      assert.equal(code, 2, output);
      assert.match(io.errors(), /belongs to the register itself\. Write the report to another file\./);
      assert.equal(written, output === 'license-register.yaml' ? main : '[]\n');
    }
  });

  it('is refused where it is not clear which register is meant', async () => {
    const { code, io } = await report({ 'a.license-register.yaml': register, 'b.license-register.yaml': register }, []);
    assert.equal(code, 2);
    assert.match(io.errors(), /^There are several registers: "a.license-register.yaml" and "b.license-register.yaml". Name the one that is meant.\n/);
  });

  it('is not made of what cannot be read, nor written where that is not possible', async () => {
    for (const [args, sentence] of [
      [['none.yaml'], /^"none.yaml" does not exist\./],
      [['bad.yaml'], /^"bad.yaml" is not UTF-8/],
      [['empty'], /^There are no registers below "empty"/],
      [['license-register.yaml', '--output', 'none/report.md'], /^"none\/report.md" cannot be written: its folder does not exist\.$/m],
      [['license-register.yaml', '--output', 'empty', '--force'], /^"empty" cannot be written: it is a folder\. Name a file\.$/m],
    ] as const) {
      const { code, io } = await report({ 'license-register.yaml': register, 'bad.yaml': Buffer.from([0xff, 0x61]), 'empty/x': '' }, args);
      assert.equal(code, 3, args.join(' '));
      assert.equal(io.output(), '');
      assert.match(io.errors(), sentence);
    }
  });

  it('is not overwritten by a failure', async () => {
    await inFolder({ 'report.md': 'mine' }, async cwd => {
      await writeFile(path.join(cwd, 'bad.yaml'), Buffer.from([0xff, 0x61]));
      assert.equal(await run(['report', 'bad.yaml', '--output', 'report.md', '--force'], fakeIo({ cwd }), dependencies), 3);
      assert.equal(await readFile(path.join(cwd, 'report.md'), 'utf8'), 'mine');
    });
  });
});
