import assert from 'node:assert/strict';
import { parseDay } from '../../../src/core/calendar';
import { RegisterCheck } from '../../../src/core/check';
import { bringIn, checkWithIncluded, foldersAbove, mainPath, type IncludedFiles } from '../../../src/core/register/inclusion';

const today = parseDay('2026-11-24')!;
const type = 'Exchange Server SE Standard User CAL';
const holder = (name: string) => `- { name: ${name} Nowak, email: ${name}@contoso.example, assigned: 2026-01-05, type: ${type}, purchase: PO-1 }\n`;
const main = `include: [a.yaml, b.yaml]\nservers: []\npurchases:\n  - { id: PO-1, date: 2026-01-05, type: ${type}, quantity: 2, document: x }\n`;

/** Files by name, each glob a name. */
function filesOf(texts: Readonly<Record<string, string>>): IncludedFiles {
  return {
    find: (_from, glob) => Promise.resolve(glob in texts ? [glob] : []),
    read: path => Promise.resolve(texts[path]!),
  };
}

async function checked(text: string, texts: Readonly<Record<string, string>>): Promise<RegisterCheck> {
  const check = new RegisterCheck(text, { today });
  await checkWithIncluded(check, filesOf(texts));
  return check;
}

const said = (check: RegisterCheck) => check.paths().flatMap(path => check.findings(path).map(({ rule, range, related }) => ({ path, rule, range, related })));

describe('Included files', () => {
  const texts = { 'a.yaml': holder('anna'), 'b.yaml': holder('ewa') };

  it('are checked together with the register, and findings tell in which file their other places are', async () => {
    const check = await checked(main, { ...texts, 'b.yaml': holder('ewa') + holder('jan') });
    const [over] = check.findings();
    assert.equal(over!.rule, 'over-assigned-purchase');
    assert.deepEqual(over!.related.map(({ path, range }) => `${path} ${range.start.line}`), ['a.yaml 0', 'b.yaml 0', 'b.yaml 1']);
  });

  it('are edited, and what is said of the other files follows', async () => {
    const check = await checked(main, texts);
    assert.deepEqual(said(check), []);
    const end = { line: 1, character: 0 };
    check.update([{ range: { start: end, end }, newText: holder('jan') }], 'b.yaml');
    check.work();
    assert.deepEqual(said(check), said(await checked(main, { ...texts, 'b.yaml': holder('ewa') + holder('jan') })));
    assert.equal(check.findings()[0]!.rule, 'over-assigned-purchase');
    // A line above the other place moves it, though nothing else changes.
    check.update([{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: '# one more line\n' }], 'a.yaml');
    check.work();
    assert.equal(check.findings()[0]!.related[0]!.range.start.line, 1);
  });

  it('come, go and change their order, and all is as from scratch', async () => {
    const check = await checked(main, { ...texts, 'b.yaml': holder('ewa') + holder('jan') });
    const edits = [
      { line: 'include: [b.yaml]', left: ['b.yaml'] },
      { line: 'include: [b.yaml, a.yaml]', left: ['b.yaml', 'a.yaml'] },
      { line: 'include: []', left: [] },
      { line: 'include: [a.yaml, b.yaml]', left: ['a.yaml', 'b.yaml'] },
    ];
    const all = { ...texts, 'b.yaml': holder('ewa') + holder('jan') };
    for (const { line, left } of edits) {
      check.update([{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1000 } }, newText: line }]);
      await checkWithIncluded(check, filesOf(all));
      assert.deepEqual(check.paths(), [mainPath, ...left]);
      assert.deepEqual(said(check), said(await checked(main.replace(/.*/, line), all)), line);
    }
  });

  it('are read from their own settings, sections and comments, but checked by those of the register', async () => {
    const check = await checked(`settings: { severities: { purchase-missing: off } }\n${main}`, {
      ...texts,
      'a.yaml': `settings: { severities: { name-incomplete: off } }\nassignments:\n- { name: Jan, login: jan, assigned: 2026-01-05, type: ${type} }  # license-register-disable-line name-incomplete -- one name\n`,
    });
    assert.deepEqual(said(check).map(({ path, rule }) => `${path} ${rule}`), [' unassigned-seats']);
  });

  it('that are plain lists record assignments like the section does, from their first entry on', async () => {
    const text = `include: [a.yaml]\npurchases:\n  - { id: PO-1, date: 2026-01-05, type: ${type}, quantity: 3, document: x }\nmailboxes:\n  - { email: jan@contoso.example }\nservers: []\n`;
    const rules = (check: RegisterCheck) => check.findings().map(({ rule }) => rule);
    const expected = ['unassigned-seats', 'mailbox-without-cal'];
    for (const list of [holder('anna'), holder('anna').replace('- ', '[').replace('\n', ']\n'), holder('anna').replace('PO-1', '&po PO-1')]) {
      assert.deepEqual(rules(await checked(text, { 'a.yaml': list })), expected);
    }
    const check = await checked(text, { 'a.yaml': '# nobody yet\n' });
    assert.deepEqual(rules(check), []);
    const end = { line: 1, character: 0 };
    check.update([{ range: { start: end, end }, newText: holder('anna') }], 'a.yaml');
    check.work();
    assert.deepEqual(rules(check), expected);
    check.update([{ range: { start: end, end: { line: 2, character: 0 } }, newText: '' }], 'a.yaml');
    check.work();
    assert.deepEqual(rules(check), []);
  });

  it('may include each other and themselves without end', async () => {
    const check = await checked('include: [a.yaml]\n', { 'a.yaml': 'include: [a.yaml, b.yaml]\n', 'b.yaml': 'include: [a.yaml]\n' });
    assert.deepEqual(check.paths(), [mainPath, 'a.yaml', 'b.yaml']);
    assert.deepEqual(said(check), []);
  });

  it('that can\'t be read are told where they are included, with the reason', async () => {
    const check = new RegisterCheck('include: [a.yaml]\n', { today });
    check.work();
    await bringIn(check, { find: () => Promise.resolve(['a.yaml']), read: name => Promise.resolve({ name, reason: 'is not UTF-8: save it as UTF-8.' }) });
    check.work();
    assert.equal(check.findings()[0]!.message, 'Nothing is included from "a.yaml", which is not UTF-8: save it as UTF-8.');
  });
});

describe('Globs', () => {
  it('lead above their folder or stay in it', () => {
    const above = (glob: string) => foldersAbove(glob);
    assert.deepEqual(['a.yaml', 'people/*.yaml', './a', 'people/../a', '**/a'].map(above), [0, 0, 0, 0, 0]);
    assert.deepEqual(['../a', 'people/../../a', '..\\a', '**/../a', '../../b/../a'].map(above), [1, 1, 1, 1, 2]);
    assert.deepEqual(['/etc/a', '\\\\server\\a', 'C:\\a', 'file:///a', '~/a'].map(above), Array(5).fill(Infinity));
  });
});
