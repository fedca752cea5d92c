import assert from 'node:assert/strict';
import path from 'node:path';

import { version } from '../../../package.json';
import type { Dependencies } from '../../../src/cli/dependencies';
import { OutputFailure } from '../../../src/cli/io';
import { run } from '../../../src/cli/run';
import { formatDay } from '../../../src/core/calendar';
import { RegisterCheck, type CheckOptions } from '../../../src/core/check';
import type { Finding, Severity } from '../../../src/core/findings/finding';
import { fakeIo, type FakeIo } from './fake-io';
import { finding } from './sample-finding';
import { inFolder } from './temporary-folder';

/** Finds what the text asks for: `error warning` gives one of each; `throw` lets the check fail. */
function checkWords(text: string): readonly Finding[] {
  const words = text.split(/\s+/);
  if (words.includes('throw')) {
    throw new Error('Cannot read properties of undefined.');
  }
  return words
    .filter((word): word is Severity => ['error', 'warning', 'info', 'hint'].includes(word))
    .map(severity => finding({ severity }));
}

/** A check of a register that includes nothing. */
const checking = (find: (text: string, options: CheckOptions) => readonly Finding[]): Dependencies['createCheck'] => (text, options) => ({
  work: () => true,
  wanted: () => [],
  include: () => false,
  wantedExports: () => [],
  bringExports: () => {},
  paths: () => [''],
  findings: () => find(text, options),
  fixes: () => [],
  safeFixes: () => [],
  update: () => undefined,
  contents: () => undefined,
});

const dependencies: Dependencies = {
  createCheck: checking(checkWords),
  rules: [
    { name: 'date-invalid', severity: 'error' },
    { name: 'purchase-document-missing', severity: 'hint' },
  ],
  pagesFolder: path.join(__dirname, 'none'),
};

async function check(stdin: string, ...args: string[]): Promise<number> {
  return run(['check', '-', ...args], fakeIo({ stdin }), dependencies);
}

/** Runs the command line in a folder with `files`. */
async function runIn(
  files: Readonly<Record<string, string | Uint8Array>>,
  args: readonly string[],
  parts: Parameters<typeof fakeIo>[0] = {},
): Promise<{ code: number; io: FakeIo }> {
  let code = -1;
  let io = fakeIo(parts);
  await inFolder(files, async folder => {
    io = fakeIo({ ...parts, cwd: folder });
    code = await run(args, io, dependencies);
  });
  return { code, io };
}

describe('exit codes of a check', () => {
  it('are 0 below the threshold and 1 from it on', async () => {
    const severities = ['hint', 'info', 'warning', 'error'];
    for (const [found, severity] of severities.entries()) {
      for (const [threshold, failOn] of severities.entries()) {
        assert.equal(await check(severity, '--fail-on', failOn), found >= threshold ? 1 : 0, `${severity}, ${failOn}`);
      }
      assert.equal(await check(severity, '--fail-on', 'never'), 0);
      assert.equal(await check(severity), severity === 'error' ? 1 : 0);
    }
    assert.equal(await check('fine', '--fail-on', 'hint'), 0);
  });

  it('are 1 with more warnings than allowed, whatever the threshold', async () => {
    assert.equal(await check('warning warning', '--max-warnings', '2'), 0);
    assert.equal(await check('warning warning warning', '--max-warnings', '2'), 1);
    assert.equal(await check('warning', '--max-warnings', '0', '--fail-on', 'never'), 1);
    assert.equal(await check('info', '--max-warnings', '0'), 0);
    assert.equal(await check('error', '--max-warnings', '5'), 1);
  });

  it('are 2 for wrong arguments, with nothing on standard output', async () => {
    const io = fakeIo();
    assert.equal(await run(['check', '--frmat', 'json'], io, dependencies), 2);
    assert.equal(io.output(), '');
    assert.equal(
      io.errors(),
      'There is no option --frmat. Did you mean --format?\nexchange-license-register check --help shows what there is.\n',
    );
    assert.equal(await run([], fakeIo(), dependencies), 2);
    assert.equal(await run(['explain', 'date-invalud'], fakeIo(), dependencies), 2);
  });

  it('are 3 for a file that cannot be read, which wins over 1, and the others are checked', async () => {
    const { code, io } = await runIn(
      { 'a.yaml': 'error', 'b.yaml': Buffer.from([0x61, 0xff]), 'c.yaml': 'fine' },
      ['check', '--format', 'compact', 'a.yaml', 'b.yaml', 'c.yaml', 'd.yaml'],
    );
    assert.equal(code, 3);
    assert.equal(io.output(), 'a.yaml:1:1: error Something is wrong. [sample-rule]\n');
    assert.equal(
      io.errors(),
      '"d.yaml" does not exist. Check how it is written, and the folder that you start from.\n' +
        '"b.yaml" is not UTF-8: the byte 0xFF in line 1 belongs to another encoding. ' +
        'Save it as UTF-8 (in VS Code: "Save with Encoding") and check again.\n',
    );
  });

  it('are 3 for a fault of ours, and the others are checked', async () => {
    const { code, io } = await runIn({ 'a.yaml': 'throw', 'b.yaml': 'error' }, ['check', 'a.yaml', 'b.yaml']);
    assert.equal(code, 3);
    assert.match(io.output(), /^b\.yaml\n/);
    assert.match(io.output(), /1 error in 1 file; 1 more could not be checked\.\n$/);
    assert.equal(
      io.errors(),
      '"a.yaml" could not be checked, which is a fault of the program, not of yours: Cannot read properties of undefined. ' +
        'Please report it, with the steps that lead there and what EXCHANGE_LICENSE_REGISTER_DEBUG=1 in the environment ' +
        'adds to this message.\n',
    );
  });

  it('are 0 for a folder without registers, with a sentence', async () => {
    const { code, io } = await runIn({ 'notes.yaml': 'error' }, ['check']);
    assert.equal(code, 0);
    assert.equal(io.output(), '');
    assert.match(io.errors(), /^There are no registers below the current folder: /);
  });

  it('are 3 when standard input or the output fails', async () => {
    const input = fakeIo({ readStdin: () => Promise.reject(new Error('EISDIR: illegal operation')) });
    assert.equal(await run(['check', '-'], input, dependencies), 3);
    assert.equal(input.errors(), 'Standard input cannot be read: EISDIR: illegal operation. Check it and try again.\n');

    const full = fakeIo({ stdout: { write: () => Promise.reject(new OutputFailure('The output cannot be written: full.')) } });
    assert.equal(await run(['check', '-'], full, dependencies), 3);
    assert.equal(full.errors(), 'The output cannot be written: full.\n');
  });
});

describe('a fault of ours', () => {
  it('shows its stack only to those who ask for it', async () => {
    const io = fakeIo({ stdin: 'throw', env: { EXCHANGE_LICENSE_REGISTER_DEBUG: '1' } });
    assert.equal(await run(['check', '-'], io, dependencies), 3);
    assert.match(io.errors(), /^Standard input could not be checked, [^\n]*:\nError: Cannot read [^\n]*\n +at checkWords /);
  });

  it('outside of a check is told as well', async () => {
    const io = fakeIo();
    assert.equal(await run(['explain', 'date-invalid'], io, dependencies), 3);
    assert.match(io.errors(), /^The command failed, which is a fault of the program, not of yours: ENOENT: /);
  });
});

describe('what a check is given', () => {
  async function optionsOf(...args: string[]): Promise<CheckOptions> {
    const seen: CheckOptions[] = [];
    const createCheck = checking((_text, options) => {
      seen.push(options);
      return [];
    });
    await run(['check', '-', ...args], fakeIo(), { ...dependencies, createCheck });
    assert.equal(seen.length, 1);
    return seen[0]!;
  }

  it("is the system's day, or the one of --as-of", async () => {
    assert.equal(formatDay((await optionsOf()).today), '2026-11-24');
    assert.equal(formatDay((await optionsOf('--as-of', '2025-01-31')).today), '2025-01-31');
  });

  it('is the severities of --rule, which win over the register', async () => {
    assert.deepEqual((await optionsOf('--rule', 'date-invalid=off')).decreedSeverities, { 'date-invalid': 'off' });
    assert.equal((await optionsOf()).limit, undefined);
  });

  it('is the text without a mark and with its line breaks', async () => {
    const texts: string[] = [];
    const createCheck = checking(text => {
      texts.push(text);
      return [];
    });
    await inFolder(
      {
        'a.yaml': '\ufeff- name: Ł\r\n',
        'b.yaml': Buffer.from('\ufeff- name: Ł\r\n', 'utf16le'),
        'c.yaml': Buffer.from('\ufeff- name: Ł\r\n', 'utf16le').swap16(),
      },
      async cwd => {
        assert.equal(await run(['check', '*.yaml'], fakeIo({ cwd }), { ...dependencies, createCheck }), 0);
      },
    );
    assert.deepEqual(texts, Array(3).fill('- name: Ł\r\n'));
  });
});

describe('the output of a check', () => {
  it('is in the order of the paths, not of the arguments', async () => {
    const files = { 'a.yaml': 'error', 'b/license-register.yaml': 'hint', 'c.yaml': 'warning' };
    const { io } = await runIn(files, ['check', 'c.yaml', 'b', 'a.yaml', 'c.yaml', '--format', 'compact']);
    assert.deepEqual(io.output().match(/^[^:]+/gm), ['a.yaml', 'b/license-register.yaml', 'c.yaml']);
  });

  it('is JSON even where there is nothing to check', async () => {
    const { code, io } = await runIn({}, ['check', '--format', 'json']);
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(io.output()), {
      version: 1,
      today: '2026-11-24',
      files: [],
      summary: { error: 0, warning: 0, info: 0, hint: 0 },
    });
  });

  it('is SARIF even where there is nothing to check, or nothing that can be read', async () => {
    for (const paths of [[], ['missing.yaml']]) {
      const { io } = await runIn({}, ['check', ...paths, '--format', 'sarif']);
      const { runs } = JSON.parse(io.output()) as { runs: { results: unknown[] }[] };
      assert.deepEqual(runs.map(({ results }) => results), [[]]);
    }
  });

  it('lists in JSON the files without findings but not those that could not be read', async () => {
    const { code, io } = await runIn(
      { 'a.yaml': 'error error info', 'b.yaml': 'fine', 'c.yaml': Buffer.from([0xff]) },
      ['check', '*.yaml', '--format', 'json'],
    );
    assert.equal(code, 3);
    const { files, summary } = JSON.parse(io.output()) as { files: { path: string; findings: unknown[] }[]; summary: unknown };
    assert.deepEqual(files.map(file => [file.path, file.findings.length]), [['a.yaml', 3], ['b.yaml', 0]]);
    assert.deepEqual(summary, { error: 2, warning: 0, info: 1, hint: 0 });
  });

  it('names standard input as it is told', async () => {
    const io = fakeIo({ stdin: 'error' });
    await run(['check', '-', '--format', 'compact'], io, dependencies);
    await run(['check', '-', '--format', 'compact', '--stdin-filename', './b/a.yaml'], io, dependencies);
    assert.deepEqual(io.output().match(/^[^:]+/gm), ['<stdin>', 'b/a.yaml']);
  });

  it("is colored and clipped to the terminal's width", async () => {
    const io = fakeIo({ stdin: `error ${'x'.repeat(200)}`, isTTY: true, columns: 60 });
    await run(['check', '-'], io, dependencies);
    assert(io.output().includes('\u001b[31merror\u001b[39m'));
    assert(io.output().includes('x\u2026\n'));
    const noColor = fakeIo({ stdin: 'error', isTTY: true });
    await run(['check', '-', '--no-color'], noColor, dependencies);
    assert(!noColor.output().includes('\u001b'));
  });
});

describe('rules and explain', () => {
  const pages = {
    'date-invalid.md': '# date-invalid\n\nA date has to be a day\nthat [exists](../dates.md).\n\nMore.\n',
    'purchase-document-missing.md': '# purchase-document-missing\r\n\r\nA purchase has no `document`.\r\n\r\nMore.',
  };

  async function withPages(args: readonly string[], parts: Parameters<typeof fakeIo>[0] = {}): Promise<FakeIo> {
    const io = fakeIo(parts);
    await inFolder(pages, async pagesFolder => {
      assert.equal(await run(args, io, { ...dependencies, pagesFolder }), 0);
    });
    assert.equal(io.errors(), '');
    return io;
  }

  it('rules lists names, severities and what their pages say first', async () => {
    assert.equal(
      (await withPages(['rules'])).output(),
      'date-invalid               error  A date has to be a day that exists.\n' +
        'purchase-document-missing  hint   A purchase has no `document`.\n',
    );
  });

  it('rules paints the severities', async () => {
    const painted = (await withPages(['rules'], { isTTY: true })).output();
    assert(painted.startsWith('date-invalid               \u001b[31merror\u001b[39m  A date'));
    assert(!(await withPages(['rules', '--no-color'], { isTTY: true })).output().includes('\u001b'));
  });

  it('explain writes the page', async () => {
    assert.equal((await withPages(['explain', 'date-invalid'])).output(), pages['date-invalid.md']);
    assert((await withPages(['explain', 'purchase-document-missing'])).output().endsWith('More.\n'));
  });
});

describe('version and help', () => {
  it("--version is the package's", async () => {
    const io = fakeIo();
    assert.equal(await run(['--version'], io, dependencies), 0);
    assert.equal(io.output(), `${version}\n`);
  });

  it('--help names every command, and for check every option', async () => {
    const general = fakeIo();
    assert.equal(await run(['--help'], general, dependencies), 0);
    for (const command of ['check', 'report', 'rules', 'explain']) {
      assert.match(general.output(), new RegExp(`^  ${command} `, 'm'));
      const own = fakeIo();
      assert.equal(await run([command, '--help'], own, dependencies), 0);
      assert.match(own.output(), new RegExp(`^Usage: exchange-license-register ${command}`, 'm'));
    }
    const check = fakeIo();
    await run(['check', '--help'], check, dependencies);
    for (const option of ['format', 'as-of', 'fail-on', 'max-warnings', 'rule', 'stdin-filename', 'no-color', 'help']) {
      assert(check.output().includes(`--${option} `) || check.output().includes(`--${option}\n`), option);
    }
    const report = fakeIo();
    await run(['report', '--help'], report, dependencies);
    for (const option of ['format', 'as-of', 'output', 'force', 'table', 'separator', 'stdin-filename', 'no-color', 'help']) {
      assert(report.output().includes(`--${option} `), option);
    }
    for (const line of (general.output() + check.output() + report.output()).split('\n')) {
      assert(line.length <= 120, line);
    }
  });
});

describe('a check of a register that includes files', () => {
  const type = 'Exchange Server SE Standard User CAL';
  const holder = (name: string, purchase = 'PO-1') => `- { name: ${name} Nowak, email: ${name}@contoso.example, assigned: 2026-01-05, type: ${type}, purchase: ${purchase} }\n`;
  const files = {
    'license-register.yaml': `servers: []\npurchases:\n  - { id: PO-1, date: 2026-01-05, type: ${type}, quantity: 1, document: x }\ninclude: [people/*.yaml, nobody.yaml, ../*.yaml]\n`,
    'people/a.license-register.yaml': holder('anna'),
    'people/b.yaml': holder('ewa') + holder('jan', 'PO-2'),
  };
  const real = { ...dependencies, createCheck: (text: string, options: CheckOptions) => new RegisterCheck(text, options) };

  it('checks them with it and not on their own, and names the file of each place', async () => {
    await inFolder(files, async cwd => {
      const io = fakeIo({ cwd });
      assert.equal(await run(['check', '--format', 'json'], io, real), 1);
      const report = JSON.parse(io.output()) as { files: { path: string; findings: { rule: string; related: { path: string }[] }[] }[] };
      assert.deepEqual(report.files.map(({ path, findings }) => [path, ...findings.map(({ rule }) => rule)]), [
        ['license-register.yaml', 'over-assigned-purchase', 'include-empty', 'include-empty'],
        ['people/a.license-register.yaml'],
        ['people/b.yaml', 'purchase-unknown'],
      ]);
      assert.deepEqual(report.files[0]!.findings[0]!.related.map(place => place.path), ['people/a.license-register.yaml', 'people/b.yaml']);
    });
  });

  it('finds in a file that several registers include what each of them finds, and what all find once', async () => {
    const register = (id: string) => `include: [people.yaml]\nservers: []\npurchases:\n  - { id: ${id}, date: 2026-01-05, type: ${type}, quantity: 1, document: x }\n`;
    const shared = {
      'a.license-register.yaml': register('PO-1'),
      'b.license-register.yaml': register('PO-2'),
      'people.yaml': holder('anna', 'PO-2') + holder('ewa', 'PO-1') + holder('jan', 'PO-3'),
    };
    await inFolder(shared, async cwd => {
      const io = fakeIo({ cwd });
      assert.equal(await run(['check', '--format', 'compact'], io, real), 1);
      assert.deepEqual(io.output().match(/^people\.yaml:\d+(?=.*\[purchase-unknown\])/gm), ['people.yaml:1', 'people.yaml:2', 'people.yaml:3']);
    });
  });

  it('shows other files with their names', async () => {
    await inFolder(files, async cwd => {
      const io = fakeIo({ cwd });
      await run(['check', 'license-register.yaml'], io, real);
      assert.match(io.output(), /^ {4}people\/b\.yaml:1:11 {2}"ewa Nowak"/m);
    });
  });
});
