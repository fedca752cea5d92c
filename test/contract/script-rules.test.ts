import assert from 'node:assert/strict';
import { checkScript } from '../../src/exchange/scripts/check-script';
import { scriptRuleNames, scriptRules } from '../../src/exchange/scripts/script-rules';
import { cmdletIndex } from '../unit/helpers/cmdlet-index';
import { blocksOf, namesIn, readText } from '../unit/helpers/examples';
import { differences, readMarks } from '../unit/helpers/expectations';

const folder = 'docs/powershell';
const pageOf = (name: string) => readText(folder, `${name}.md`);
const index = readText(folder, 'README.md');
const cmdlets = cmdletIndex.names().map(name => cmdletIndex.cmdlet(name)!);
const parameters = cmdlets.flatMap(cmdlet => cmdlet.parameters);
const bits = { 2016: cmdletIndex.bitOf('2016'), 2019: cmdletIndex.bitOf('2019'), SE: cmdletIndex.bitOf('SE') };
const shown = (count: number) => count.toLocaleString('en-US');

describe('Rules for scripts', () => {
  it('have a page each, and no page has no rule', () => {
    assert.deepEqual(namesIn(folder).filter(file => file !== 'README.md'), scriptRuleNames.map(name => `${name}.md`).sort());
  });

  it('have a row each in the index, in their order', () => {
    const rows = [...index.matchAll(/^\| \[([^\]]+)\]\(([^)]+)\) \| (\w+) \| .+ \|$/gm)].map(([, name, target, severity]) => [name, target, severity]);
    assert.deepEqual(rows, Object.entries(scriptRules).map(([name, severity]) => [name, `${name}.md`, severity]));
  });
});

describe('Pages of rules for scripts', () => {
  for (const [name, severity] of Object.entries(scriptRules)) {
    describe(name, () => {
      const page = pageOf(name);
      const examples = blocksOf(page).filter(({ language }) => language === 'powershell');
      const check = (text: string) => checkScript(text, cmdletIndex, { version: 'SE', scope: 'auto', today: readMarks(text).today });

      it('is in the form that all pages have', () => {
        assert.match(page, new RegExp(`^# ${name}\\n\\n[^\\n]+\\.\\n\\n\\*\\*Severity:\\*\\* ${severity}\\n`));
        assert.deepEqual([...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading), ['What it says', 'Why', 'Example', 'Mended', 'When it says nothing']);
        assert.deepEqual(examples.map(({ heading }) => heading), ['Example', 'Mended']);
      });

      it('has an example with this finding alone, and the same without any', () => {
        for (const { heading, text } of examples) {
          const { expectations } = readMarks(text);
          assert.equal(differences(text, expectations, check(text)), undefined);
          assert.deepEqual([...new Set(expectations.map(({ rule }) => rule))], heading === 'Example' ? [name] : []);
        }
      });

      it('tells how to silence it', () => {
        assert.match(page.slice(page.indexOf('## When it says nothing')), new RegExp(`\`# license-register-disable-(?:next-line|file) ${name} -- [^\`]+\``));
      });

      it('tells of fixes if there are any', () => {
        const findings = examples.flatMap(({ text }) => check(text));
        assert.equal(/^\*\*Fix:\*\* /m.test(page), findings.some(({ fixes }) => fixes.length > 0));
      });
    });
  }

  it('tell what the reference says', () => {
    const gone = cmdlets.filter(({ products }) => (products & bits[2016]) !== 0 && (products & bits[2019]) === 0);
    const elsewhere = parameters.filter(({ products }) => (products & (bits[2016] | bits[2019] | bits.SE)) === 0);
    for (const [text, sentence] of [
      [index, `${shown(cmdlets.length)} cmdlets of Exchange Server 2016, 2019 and SE with ${shown(parameters.length)} parameters`],
      [pageOf('gone-cmdlet'), `${gone.length} cmdlets that Exchange 2016 has are gone since 2019`],
      [pageOf('parameter-not-in-version'), `${shown(elsewhere.length)}\nare in none of 2016, 2019 and SE`],
    ] as const) {
      assert.ok(text.includes(sentence), sentence);
    }
    assert.ok([...cmdlets, ...parameters].every(({ products }) => ((products & bits[2019]) === 0) === ((products & bits.SE) === 0)));
  });

  it('list the cmdlets that are superseded', () => {
    const listed = [...pageOf('superseded-cmdlet').matchAll(/^\| `(.+)` \| `(.+)` \|$/gm)].map(([, name, successor]) => [name, successor]);
    assert.deepEqual(listed, cmdlets.filter(({ supersededBy }) => supersededBy).map(({ name, supersededBy }) => [name, supersededBy]));
  });
});
