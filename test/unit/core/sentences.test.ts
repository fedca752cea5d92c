import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RegisterCheck } from '../../../src/core/check';
import type { Finding } from '../../../src/core/findings/finding';
import { blocksOf, checkedFolder, checkedMarks, namesIn, readText, root } from '../helpers/examples';

const folder = 'test/sentences';

/** What a finding is told as: its sentence, the other places, and the fixes, the safe ones with a star. */
function told(finding: Finding, check: RegisterCheck): string {
  return [
    finding.message,
    ...finding.related.map(({ message }) => `  see: ${message}`),
    ...check.fixes(finding).map(({ title, safe }) => `  ${safe ? 'fix*' : 'fix'}: ${title}`),
    '',
  ].join('\n');
}

/** What is said in one way, whatever the values: each is told once. */
function formOf(finding: Finding, check: RegisterCheck): string {
  return told({ ...finding, message: finding.template }, check).replace(/"[^"]*"|`[^`]*`|\d[\d-]*/g, '_').split('\n').filter((line, index, all) => line !== all[index - 1]).join('\n');
}

/** What a rule says of its fixtures and of the examples of its page, and what it offers there. */
async function saidBy(rule: string): Promise<string> {
  const checks: RegisterCheck[] = [];
  for (const { text } of blocksOf(readText('docs/rules', `${rule}.md`)).filter(({ language }) => language === 'yaml')) {
    checks.push(await checkedMarks(text));
  }
  for (const name of namesIn('test/rules', rule)) {
    checks.push(name.endsWith('.yaml') ? await checkedMarks(readText('test/rules', rule, name)) : (await checkedFolder('test/rules', rule, name)).check);
  }
  const said = new Map<string, string>();
  for (const check of checks) {
    for (const finding of check.paths().flatMap(each => check.findings(each)).filter(each => each.rule === rule)) {
      const form = formOf(finding, check);
      said.set(form, said.get(form) ?? told(finding, check));
    }
  }
  return [...said.values()].join('\n');
}

// With SENTENCES=write in the environment they are written anew: read what differs before it is committed.
describe('What rules say, and the fixes that they offer', () => {
  for (const rule of namesIn('docs/rules').filter(name => name !== 'README.md').map(name => name.replace(/\.md$/, ''))) {
    it(`is as it was agreed upon, of ${rule}`, async () => {
      const said = await saidBy(rule);
      if (process.env.SENTENCES === 'write') {
        mkdirSync(path.join(root, folder), { recursive: true });
        writeFileSync(path.join(root, folder, `${rule}.txt`), said);
      }
      assert.equal(said, namesIn(folder).includes(`${rule}.txt`) ? readText(folder, `${rule}.txt`) : 'nothing yet');
    });
  }
});
