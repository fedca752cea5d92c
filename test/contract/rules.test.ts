import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { words } from '../../data/generic-names.json';
import { rules } from '../../src/core/rules';
import { blocksOf, namesIn, readText, root } from '../unit/helpers/examples';
import { readMarks } from '../unit/helpers/expectations';
import { checked } from '../unit/helpers/fixing';

const names = rules.map(({ name }) => name);
const sorted = [...names].sort();
const pageOf = (name: string) => readText('docs/rules', `${name}.md`);

/** The rules that a table of rules shows, in its order, each as its row has it. */
function rowsOf(file: string): { name: string; target: string; severity: string }[] {
  const shown = /<!-- rules -->([^]*)<!-- \/rules -->/.exec(readText(file))![1]!;
  return [...shown.matchAll(/^\| \[([^\]]+)\]\(([^)]+)\) \| (\w+) \| .+ \|$/gm)].map(([, name, target, severity]) => ({
    name: name!,
    target: target!,
    severity: severity!,
  }));
}

describe('Rules', () => {
  it('have names that are used once', () => {
    assert.deepEqual([...new Set(names)], names);
  });

  it('have a page each, and no page has no rule', () => {
    assert.deepEqual(namesIn('docs/rules').filter(file => file !== 'README.md'), sorted.map(name => `${name}.md`));
  });

  it('have fixtures each, and no fixtures have no rule', () => {
    assert.deepEqual(namesIn('test/rules'), sorted);
  });

  for (const [file, folder] of [
    ['README.md', 'docs/rules/'],
    ['docs/rules/README.md', ''],
  ] as const) {
    it(`have a row each in ${file}, and no row has no rule`, () => {
      const expected = rules.map(({ name, severity }) => ({ name, target: `${folder}${name}.md`, severity }));
      const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
      assert.deepEqual(rowsOf(file).sort(byName), expected.sort(byName));
    });
  }

  it('have tables that are up to date', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/generate-rule-index.mjs', '--check'], { cwd: root, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });
});

describe('Pages of rules', () => {
  for (const { name, severity } of rules) {
    describe(name, () => {
      it('is in the form that all pages have', () => {
        const page = pageOf(name);
        assert.match(page, new RegExp(`^# ${name}\\n\\n[^\\n]+\\.\\n\\n\\*\\*Severity:\\*\\* `));
        assert.deepEqual(
          [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading).filter(heading => heading !== 'Settings'),
          ['What it says', 'Why', 'Example', 'Mended', 'When to suppress it'],
        );
      });

      it("names the rule's severity", () => {
        assert.equal(/^\*\*Severity:\*\* (\w+)/m.exec(pageOf(name))?.[1], severity);
      });

      it('links only to pages that there are', () => {
        for (const [, target] of pageOf(name).matchAll(/\]\(([^)]+)\)/g)) {
          assert.ok(namesIn('docs/rules').includes(target!), target);
        }
      });
    });
  }
});

/** The fixtures of a rule that are a file; those in folders are registers of several files. */
const fixturesOf = (name: string) => namesIn('test/rules', name).filter(file => file.endsWith('.yaml'));

describe('The page of generic-account', () => {
  it('lists the words that the rule goes by', () => {
    const listed = /with or without digits behind it:\n\n([^]*?)\n\n/.exec(pageOf('generic-account'))![1]!;
    assert.deepEqual(listed.split(/,\s+/), words);
  });
});

/** Rules for which something is offered on their fixtures, and whether any of it is safe. */
function fixesOnFixtures(): Map<string, boolean> {
  const found = new Map<string, boolean>();
  for (const file of namesIn('test/rules').flatMap(name => fixturesOf(name).map(each => readText('test/rules', name, each)))) {
    const check = checked(file, { today: readMarks(file).today });
    for (const finding of check.findings()) {
      for (const { safe } of check.fixes(finding)) {
        found.set(finding.rule, safe || found.get(finding.rule) === true);
      }
    }
  }
  return found;
}

describe('Pages of rules and fixes', () => {
  it('tell of the same fixes, and which are safe', () => {
    const told = names.flatMap(name => {
      const line = /^\*\*Fix( \(safe\))?:\*\* /m.exec(pageOf(name));
      return line ? [[name, line[1] !== undefined] as const] : [];
    });
    const byName = ([a]: readonly [string, boolean], [b]: readonly [string, boolean]) => (a < b ? -1 : 1);
    assert.deepEqual([...told].sort(byName), [...fixesOnFixtures()].sort(byName));
  });
});

describe('Fixtures of rules', () => {
  for (const name of namesIn('test/rules')) {
    it(`of ${name} show it and its absence, each in a register of its own`, () => {
      const files = fixturesOf(name);
      const showing = files.filter(file => readMarks(readText('test/rules', name, file)).expectations.some(({ rule }) => rule === name));
      assert.ok(showing.length > 0);
      assert.deepEqual(files.filter(file => !file.endsWith('.fixed.yaml')), showing);
      assert.ok(files.length > showing.length);
    });
  }

  it('and examples of pages name only rules that there are', () => {
    const texts = [
      ...namesIn('test/rules').flatMap(name => fixturesOf(name).map(file => readText('test/rules', name, file))),
      ...sorted.flatMap(name => blocksOf(pageOf(name)).map(({ text }) => text)),
    ];
    const expected = new Set(texts.flatMap(text => readMarks(text).expectations.map(({ rule }) => rule)));
    assert.deepEqual([...expected].filter(rule => !names.includes(rule)), []);
  });
});
