import assert from 'node:assert/strict';
import { checkText } from '../../../src/core/check';
import { parseDay } from '../../../src/core/calendar';
import { assertMarks, assertMarksInFolder, blocksOf, namesIn, readText } from '../helpers/examples';
import { differences, readMarks } from '../helpers/expectations';

const withCrlf = (text: string) => text.replaceAll('\n', '\r\n');

describe('Rules on their fixtures', () => {
  for (const rule of namesIn('test/rules')) {
    describe(rule, () => {
      for (const file of namesIn('test/rules', rule)) {
        if (!file.endsWith('.yaml')) {
          it(`finds what the files in ${file} expect`, () => assertMarksInFolder('test/rules', rule, file));
          continue;
        }
        const text = readText('test/rules', rule, file);
        it(`finds what ${file} expects`, () => assertMarks(text));
        it(`finds the same in ${file} with CRLF`, () => assertMarks(withCrlf(text)));
        if (file.endsWith('.fixed.yaml')) {
          it(`expects nothing of ${rule} in ${file}`, () => {
            assert.ok(!readMarks(text).expectations.some(expectation => expectation.rule === rule));
          });
        }
      }
    });
  }
});

/** The comments by which a page silences its rule, each on one line. */
function silencersOf(page: string): string[] {
  const [, advice] = page.split('\n## When to suppress it\n');
  return [...advice!.matchAll(/`[^`]*?(# license-register-disable-[^`]+)`/g)].map(([, comment]) => comment!.replace(/\s+/g, ' '));
}

/** An example with a comment that silences a rule in place of the first mark that expects it. */
function silencedBy(comment: string, rule: string, example: string): string {
  const lines = example.split('\n');
  const { line } = readMarks(example).expectations.find(expectation => expectation.rule === rule)!;
  if (comment.includes('disable-file')) {
    // Behind the comments at the start, which say what there is beside the register.
    const first = lines.findIndex(text => !text.startsWith('# '));
    return lines.toSpliced(first, 0, comment).join('\n').replaceAll(new RegExp(` *# expect(?:-line \\d+)?: ${rule}$`, 'gm'), '');
  }
  const mark = lines.findIndex(text => text.includes('# expect') && text.includes(rule));
  lines[line - 1] = lines[line - 1]!.replace(/ *# expect: .*$/, '');
  if (mark !== line - 1) {
    lines[mark] = '# (no mark)';
  }
  const indent = /^ */.exec(lines[line - 1]!)![0];
  return (comment.includes('next-line') ? lines.toSpliced(line - 1, 0, `${indent}${comment}`) : lines.with(line - 1, `${lines[line - 1]!} ${comment}`)).join('\n');
}

describe('Rules on the examples of their pages', () => {
  for (const file of namesIn('docs/rules').filter(name => name !== 'README.md')) {
    const rule = file.replace(/\.md$/, '');
    describe(rule, () => {
      const blocks = blocksOf(readText('docs/rules', file)).filter(({ language }) => language === 'yaml');
      for (const { heading, line, text } of blocks) {
        it(`finds what the register in line ${line} expects (${heading})`, () => assertMarks(text));
        it(`finds the same there with CRLF`, () => assertMarks(withCrlf(text)));
      }
      it('shows the finding in its example and not in the mended one', () => {
        const expected = (heading: string) =>
          blocks
            .filter(block => block.heading === heading)
            .map(({ text }) => readMarks(text).expectations.some(expectation => expectation.rule === rule));
        assert.deepEqual(expected('Example'), [true]);
        assert.deepEqual(expected('Mended'), [false]);
      });
      const example = blocks.find(({ heading }) => heading === 'Example')!.text;
      // Without the finding that counts the rest, one more of the rest is shown: below.
      for (const comment of rule === 'too-many-findings' ? [] : silencersOf(readText('docs/rules', file))) {
        it(`is silenced in its example by \`${comment}\``, () => assertMarks(silencedBy(comment, rule, example)));
      }
    });
  }
});

describe('too-many-findings', () => {
  const today = parseDay('2026-11-24')!;
  const entries = Array.from({ length: 1003 }, (_, index) => `- x-row: ${index}\n  name: Person Number${index}\n  login: p${index}\n  type: Exchange Server 2019 Standard User CAL\n`);
  const text = entries.join('');

  it('counts on the first line what the limit leaves out, and is one of those that it allows', () => {
    const findings = checkText(text, { today, limit: 1000 });
    const counting = findings.filter(({ rule }) => rule === 'too-many-findings');
    assert.equal(findings.length, 1000);
    assert.equal(counting.length, 1);
    assert.equal(counting[0]!.range.start.line, 0);
    assert.equal(counting[0]!.severity, 'info');
    assert.match(counting[0]!.message, /\b4\b/);
  });

  it('may be silenced on the first line, and nobody calls that unused where there is no limit', () => {
    const silenced = `# license-register-disable-line too-many-findings -- the import is being worked off\n${text}`;
    const shown = (limit?: number) => checkText(silenced, { today, ...limit !== undefined && { limit } }).map(({ rule }) => rule);
    assert.deepEqual(shown(1000), Array.from({ length: 1000 }, () => 'required-field'));
    assert.equal(shown().length, 1003);
    assert.ok(!shown().includes('unused-suppression'));
  });

  it('gives all findings without a limit', () => {
    const findings = checkText(text, { today });
    assert.equal(findings.length, 1003);
    assert.ok(findings.every(({ rule }) => rule === 'required-field'));
  });
});

describe('Marks of expectations', () => {
  const marks = (text: string) => readMarks(text).expectations.map(({ line, rule, severity }) => `${line} ${rule}${severity ? `=${severity}` : ''}`);
  const finding = (line: number, rule: string) => ({
    rule,
    severity: 'error' as const,
    message: 'Something is wrong.',
    range: { start: { line: line - 1, character: 0 }, end: { line: line - 1, character: 1 } },
  });

  it('speak of their own line, of the next or of a line by its number', () => {
    assert.deepEqual(marks('a: 1  # expect: one, two\n# expect-next-line: three\nb: 2\n# expect-line 1: four=info\n'), [
      '1 one',
      '1 two',
      '1 four=info',
      '3 three',
    ]);
  });

  it('are refused when they are miswritten', () => {
    for (const text of [
      '# expect: alone\n',
      'a: 1 # expect-next-line: trailing\n',
      'a: 1 # expect one\n',
      'a: 1 # expect: One\n',
      'a: 1 # expect: one two\n',
      'a: 1 # expect: one=severe\n',
      'a: 1 # expected: one\n',
      'a: 1 #expect: one\n',
      '# expect-line 9: far\n',
      '# today: tomorrow\n',
      '# limit: few\n',
      '# row: of,no,file\n',
    ]) {
      assert.throws(() => readMarks(text), /can't be read/, text);
    }
  });

  it('set the day and the limit in the head only', () => {
    const { today, limit } = readMarks('# today: 2025-01-31\n\n# limit: 2\na: 1\n# today: 2020-01-01\n');
    assert.deepEqual([today, limit], [parseDay('2025-01-31'), 2]);
  });

  it('are met one by one', () => {
    const { expectations } = readMarks('a: 1  # expect: one, one\n');
    assert.equal(differences('a: 1', expectations, [finding(1, 'one'), finding(1, 'one')]), undefined);
    assert.match(differences('a: 1', expectations, [finding(1, 'one')])!, /^ {3}1 \| a: 1\n {7}- one is expected$/);
    assert.match(differences('a: 1', expectations.slice(1), [finding(1, 'one'), finding(1, 'one')])!, /\+ one \(error\) was found/);
  });

  it('ask for a severity where they name one', () => {
    const { expectations } = readMarks('a: 1  # expect: one=hint\n');
    assert.match(differences('a: 1', expectations, [finding(1, 'one')])!, /- one as hint is expected\n {7}\+ one \(error\) was found/);
  });
});
