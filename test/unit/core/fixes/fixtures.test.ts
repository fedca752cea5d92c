import assert from 'node:assert/strict';
import type { CheckOptions } from '../../../../src/core/check';
import { readYaml } from '../../../../src/core/reading/read-yaml';
import { rules } from '../../../../src/core/rules';
import { namesIn, readText } from '../../helpers/examples';
import { readMarks } from '../../helpers/expectations';
import { checked, sayingOf, withFix } from '../../helpers/fixing';

/** The ways in which the same register is written. */
const variants: Readonly<Record<string, (text: string) => string>> = {
  'as it is': text => text,
  'with CRLF': text => text.replaceAll('\n', '\r\n'),
  'with 4 spaces': text => text.replaceAll(/^( *)(?=\S)/gm, '$1$1').replaceAll(/^( *)- (?=\S)/gm, '$1-   '),
};

/** With a value that can be read at last, other entries can be compared with it: what that shows was true before. */
const revealing = ['date-invalid', 'quantity-invalid', 'unknown-key'];

const isAboutShape = (rule: string) => readText('docs/rules', `${rule}.md`).includes('**Theme:** Shape of the file');

describe('Fixes on the fixtures of rules', () => {
  for (const rule of namesIn('test/rules')) {
    for (const file of namesIn('test/rules', rule).filter(name => name.endsWith('.yaml'))) {
      const original = readText('test/rules', rule, file);
      const { today, limit } = readMarks(original);
      const options: CheckOptions = { today, ...limit !== undefined && { limit } };
      for (const [name, write] of Object.entries(variants)) {
        const text = write(original);
        it(`mend what they are for and nothing else in ${rule}/${file} ${name}`, () => {
          const check = checked(text, options);
          const isYaml = readYaml(text).faults.length === 0;
          for (const finding of check.findings()) {
            for (const fix of [...check.fixes(finding), ...check.silencers(finding)]) {
              const fixed = withFix(text, fix);
              const told = `${sayingOf(finding)}\n${fix.title}\n${fixed}`;
              assert.notEqual(fixed, text, told);
              assert.equal((fixed.match(/(?<!\r)\n/g) ?? []).length > 0, name !== 'with CRLF', told);
              if (isYaml) {
                assert.deepEqual(readYaml(fixed).faults.filter(({ rule }) => rule === 'yaml-syntax'), [], told);
              }
              const before = check.findings().map(sayingOf);
              const after = checked(fixed, options).findings().map(sayingOf);
              if (!fix.edits.some(({ isSnippet }) => isSnippet) || check.silencers(finding).some(({ title }) => title === fix.title)) {
                assert.ok(without(before, after).includes(sayingOf(finding)), told);
              }
              if (fix.safe) {
                const appeared = without(after, before);
                assert.deepEqual(revealing.includes(finding.rule) ? appeared.filter(each => isAboutShape(each.split(':')[0]!)) : appeared, [], told);
              }
            }
          }
        });
      }
    }
  }

  it('are safe of just the rules that say so', () => {
    const mending = namesIn('test/rules')
      .flatMap(rule => namesIn('test/rules', rule).filter(name => name.endsWith('.yaml')).map(file => readText('test/rules', rule, file)))
      .flatMap(text => {
        const check = checked(text, { today: readMarks(text).today });
        return check.findings().filter(finding => check.fixes(finding).some(({ safe }) => safe)).map(({ rule }) => rule);
      });
    assert.deepEqual([...new Set(mending)].sort(), rules.filter(({ hasSafeFixes }) => hasSafeFixes).map(({ name }) => name).sort());
  });
});

/** `all` but for `some`, each as often as it is there. */
function without(all: readonly string[], some: readonly string[]): string[] {
  const left = [...all];
  for (const each of some) {
    const at = left.indexOf(each);
    if (at >= 0) {
      left.splice(at, 1);
    }
  }
  return left;
}
