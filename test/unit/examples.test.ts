import assert from 'node:assert/strict';
import { checkText } from '../../src/core/check';
import { parseDay } from '../../src/core/calendar';
import { assertMarks, blocksOf, namesIn, readText } from './helpers/examples';
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

  it('show a plain register without findings', () => {
    assert.deepEqual(findingsIn('examples/team.license-register.yaml'), []);
  });

  it('are all checked here', () => {
    assert.deepEqual(namesIn('examples').filter((file) => /\.license-register\.ya?ml$/.test(file)), [
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
