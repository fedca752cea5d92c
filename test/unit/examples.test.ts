import assert from 'node:assert/strict';
import path from 'node:path';
import { exportFilesOf } from '../../src/cli/export-files';
import { checkText, RegisterCheck } from '../../src/core/check';
import { parseDay } from '../../src/core/calendar';
import type { Finding } from '../../src/core/findings/finding';
import { checkWithExports } from '../../src/exchange/exports/bring-exports';
import { compareWithExchange } from '../../src/exchange/comparison/comparison';
import { differenceText, figuresText } from '../../src/exchange/comparison/comparison-text';
import { finish } from '../../src/exchange/steps';
import { assertMarks, blocksOf, namesIn, readText, root } from './helpers/examples';
import { readMarks } from './helpers/expectations';

const today = parseDay('2026-11-24')!;

/** The findings of a file, each as its line from 1 and its rule. */
function findingsIn(...parts: string[]): string[] {
  return checkText(readText(...parts), { today }).map(({ range, rule }) => `${range.start.line + 1} ${rule}`);
}

describe('Examples', () => {
  it('show typical mistakes in the register of a company', () => {
    assert.deepEqual(findingsIn('examples/contoso.license-register.yaml'), [
      '25 purchase-document-missing',
      '28 over-assigned-purchase',
      '62 date-invalid',
      '69 purchase-unknown',
      '70 required-field',
      '72 unknown-key',
      '78 unknown-license-type',
      '80 name-incomplete',
      '113 unquoted-scalar',
    ]);
  });

  it('show what exports of Exchange add to it', async () => {
    const check = new RegisterCheck(readText('examples/contoso.license-register.yaml'), { today });
    check.work();
    const told = ({ range, rule }: Finding) => `${range.start.line + 1} ${rule}`;
    const before = check.findings().map(told);
    await checkWithExports(check, exportFilesOf(path.join(root, 'examples/contoso.license-register.yaml')));
    assert.deepEqual(check.findings().map(told).filter(each => !before.includes(each)), ['139 mailbox-without-cal']);
    assert.deepEqual(finish(compareWithExchange(check.contents()!))!.cals.map(each => `${figuresText(each).text} ${differenceText(each).text}`), [
      "Exchange estimates 19 Standard CALs; the register covers 11 people, 15 bought. Exchange counts 8 more: 2 missing, 3 with assignments that can't be used, 1 service account, 1 admin account, 1 shared mailbox.",
    ]);
  });

  it('show a plain register without findings', () => {
    assert.deepEqual(findingsIn('examples/team.license-register.yaml'), []);
  });

  it('are all checked here', () => {
    assert.deepEqual(namesIn('examples').filter(file => /\.license-register\.ya?ml$/.test(file)), [
      'contoso.license-register.yaml',
      'team.license-register.yaml',
    ]);
  });

  it('try the snippets in a file of comments', () => {
    assert.match(readText('examples/activate.ps1'), /^(?:#.*\n)+\n$/);
  });
});

describe('Registers that are shared with other projects', () => {
  for (const file of ['clean.license-register.yaml', 'plain.license-register.yaml']) {
    it(`have no findings: ${file}`, () => {
      assert.deepEqual(findingsIn('test/registers', file), []);
    });
  }
});

describe('Registers in the documentation', () => {
  for (const file of ['README.md', 'CONTRIBUTING.md', 'docs/rules/README.md']) {
    for (const { language, line, text } of blocksOf(readText(file))) {
      if (language === 'yaml') {
        it(`give what they expect: ${file}, line ${line}`, () => assertMarks(text));
      }
    }
  }

  it('start with one that has no findings', () => {
    const [first] = blocksOf(readText('README.md')).filter(({ language }) => language === 'yaml');
    assert.ok(first);
    assert.deepEqual(readMarks(first.text).expectations, []);
  });
});
