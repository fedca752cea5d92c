import assert from 'node:assert/strict';
import { parseDay } from '../../../src/core/calendar';
import { checkText, RegisterCheck } from '../../../src/core/check';
import { cpuSecondsOf } from '../helpers/cpu-seconds';

const today = parseDay('2026-11-24')!;

const letters = [...'abcdefghijk'];
const numbered = (count: number, line: (index: number) => string, separator = '\n') => Array.from({ length: count }, (_, index) => line(index)).join(separator);

/** What nobody writes into a register, but a file may hold. */
const inputs: Readonly<Record<string, string>> = {
  '10,000 nested lists': `- name: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`,
  '10,000 lists that nothing closes': `- name: ${'['.repeat(10_000)}\n`,
  '10,000 nested mappings': '{a: '.repeat(10_000),
  '3,000 mappings, each deeper than the one before': numbered(3000, index => `${' '.repeat(index)}a:`),
  '10,000 keys that are mappings themselves': '? '.repeat(10_000),
  '10,000 dashes on a line': `${'- '.repeat(10_000)}x\n`,
  'an alias bomb': `${letters.map((letter, index) => `${letter}: &${letter} [${Array.from({ length: 9 }, () => index === 0 ? 'x' : `*${letters[index - 1]!}`).join(', ')}]`).join('\n')}\nassignments: *k\n`,
  '20,000 keys that an alias bomb is behind': `a: &a [${'x, '.repeat(999)}x]\n${numbered(20_000, index => `k${index}: [*a, *a, *a]`)}\n`,
  '20,000 entries, each with an alias of the one before': `- &a0 { name: Anna Nowak, email: anna@contoso.example }\n${numbered(20_000, index => `- &a${index + 1} { note: *a${index} }`)}\n`,
  '20,000 anchors of one name, each with an alias of the one before': '- { name: &a Anna Nowak, note: *a }\n'.repeat(20_000),
  '20,000 aliases of one entry': `- &a { name: Anna Nowak, email: anna@contoso.example }\n${'- *a\n'.repeat(20_000)}`,
  'a line of 5 MB': `- name: ${'x'.repeat(5_000_000)}\n`,
  'a key of 5 MB': `${'a'.repeat(5_000_000)}: 1\n`,
  'a line of 5 MB that a quote opens': `- name: "${'x'.repeat(5_000_000)}\n`,
  '5 MB of blanks behind a letter': `a${' '.repeat(5_000_000)}\n`,
  'a million empty lines': '\n'.repeat(1_000_000),
  'a million empty lines in an entry': `- name: Anna Nowak\n${'\n'.repeat(1_000_000)}  email: anna@contoso.example\n`,
  '100,000 keys of the register': numbered(100_000, index => `k${index}: 1`),
  '100,000 keys of an entry': `- ${numbered(100_000, index => `k${index}: 1`, '\n  ')}\n`,
  '100,000 equal keys of an entry': `- ${numbered(100_000, () => 'k: 1', '\n  ')}\n`,
  '20,000 entries that are no YAML': '- name: @x\n'.repeat(20_000),
  '20,000 lines of an entry that are no YAML': `- a: 1\n${'  b: @x\n'.repeat(20_000)}`,
  '20,000 lines that are neither key nor entry': 'a line\n'.repeat(20_000),
  'a million quotes': '"'.repeat(1_000_000),
  '300,000 anchors on a line': '&a '.repeat(300_000),
  'binary junk': Array.from({ length: 1_000_000 }, (_, index) => String.fromCharCode((index * 7919) % 65_536)).join(''),
  'a million NUL characters': '\0'.repeat(1_000_000),
  'a suppression of 2 MB': `# license-register-disable-line ${'a '.repeat(1_000_000)}\n`,
  '20,000 suppressions of the file': '# license-register-disable-file name-incomplete\n'.repeat(20_000),
  '10,000 shared mailboxes of one person on 1,000 devices': `assignments: []
devices:
${numbered(1000, index => `  - { name: PC-${index}, users: [jan@contoso.example] }`)}
mailboxes:
${numbered(10_000, index => `  - { email: s${index}@contoso.example, login: jan@contoso.example, kind: shared, delegates: [jan@contoso.example] }`)}
`,
  'half a million groups as of product keys': `- x: ${'AAAAA-'.repeat(500_000)}\n`,
};

/** Far above what each takes, and far below what one that isn't linear would. */
const mostSeconds = 15;
const mostMegabytes = 2000;

describe('The check of hostile input', function () {
  this.timeout(60_000);

  for (const [name, text] of Object.entries(inputs)) {
    it(`ends soon and in little memory with ${name}`, () => {
      const seconds = cpuSecondsOf(() => assert.ok(checkText(text, { today, limit: 1000 }).length <= 1000));
      assert.ok(seconds < mostSeconds, `${seconds} s`);
      assert.ok(process.memoryUsage().heapUsed < mostMegabytes * 1_000_000);
    });
  }

  it('reads what stands around text that is nested too deeply, and says where that begins', () => {
    const entry = '- { name: Jan, login: jan, assigned: 2024-01-01, type: Exchange Server 2019 Standard User CAL, purchase: A';
    const text = `${entry}, x-deep: ${'['.repeat(500)}${']'.repeat(500)} }\n${entry}, x-less: ${'['.repeat(100)}${']'.repeat(100)}, nmae: Jan }\n`;
    const found = checkText(text, { today }).map(({ rule, range }) => [rule, range.start.line, range.start.character]);
    assert.deepEqual(found.filter(([rule]) => rule !== 'name-incomplete' && rule !== 'duplicate-assignment'), [
      // Below the list of entries, the entry, and 198 lists.
      ['yaml-syntax', 0, text.indexOf('[') + 198],
      ['unknown-key', 1, text.split('\n')[1]!.indexOf('nmae')],
    ]);
  });

  it('ends soon when 10,000 purchases of one person are pasted', () => {
    const purchases = numbered(10_000, index => `  - { id: PO-${index}, date: 2024-01-01, type: Exchange Server 2019 Standard User CAL, quantity: 1 }`);
    const assignments = numbered(10_000, index => `  - { name: Jan Kowal, email: jan@contoso.example, assigned: 2024-01-01, purchase: PO-${index} }`);
    const check = new RegisterCheck(`purchases:\nassignments:\n${assignments}\n`, { today, limit: 1000 });
    check.work();
    const seconds = cpuSecondsOf(() => {
      check.update([{ range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, newText: `${purchases}\n` }]);
      check.work();
    });
    assert.equal(check.findings().length, 1000);
    assert.ok(seconds < mostSeconds, `${seconds} s`);
  });
});
