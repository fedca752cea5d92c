import assert from 'node:assert/strict';

import { paintFor } from '../../../src/cli/color';
import type { SeverityCounts } from '../../../src/cli/exit-code';
import { formats } from '../../../src/cli/formats';
import type { CheckedRegister, Display, Report } from '../../../src/cli/formats/format';
import { parseDay } from '../../../src/core/calendar';
import { finding, range } from './sample-finding';

const plain: Display = { paint: paintFor({ env: {}, isTTY: false }, false), columns: 80 };
const colored: Display = { paint: paintFor({ env: {}, isTTY: true }, false), columns: 80 };

function report(registers: CheckedRegister[], counts: Partial<SeverityCounts> = {}, unchecked = 0): Report {
  return {
    today: parseDay('2026-11-24')!,
    registers,
    unchecked,
    counts: { error: 0, warning: 0, info: 0, hint: 0, ...counts },
  };
}

const berlin: CheckedRegister = {
  path: 'departments/berlin.license-register.yaml',
  text: [
    'purchases:',
    '  - id: PO-1',
    '    date: 2024-01-02',
    '    type: Exchange Server 2019 Standard User CAL',
    '    quantity: 10',
    'assignments:',
    '  - name: 王小明',
    '    email:\twang@contoso.example',
    '',
  ].join('\r\n'),
  findings: [
    finding({
      rule: 'over-assigned-purchase',
      message: 'Purchase "PO-1" holds 10 seats, but 12 are taken since 2024-05-01.',
      range: range(4, 14, 4, 16),
      related: [
        { range: range(6, 10, 6, 13), message: '"王小明" holds a seat.' },
        { range: range(11, 4, 11, 8), message: '"Anna Nowak" holds a seat.' },
      ],
      fixes: () => [{ title: 'Move to "PO-2", 3 free', edits: [], safe: false }],
    }),
    finding({ rule: 'name-incomplete', severity: 'hint', message: 'Too short.', range: range(6, 11, 6, 13) }),
    finding({ rule: 'wrong', severity: 'warning', message: 'Odd.', range: range(7, 11, 7, 15) }),
  ],
};
const clean: CheckedRegister = { path: 'clean.yaml', text: '- name: A\n', findings: [] };

describe('compact', () => {
  it('is a line for each finding and nothing else', () => {
    assert.equal(
      formats.compact(report([berlin, clean])),
      [
        'departments/berlin.license-register.yaml:5:15: error Purchase "PO-1" holds 10 seats, but 12 are taken ' +
          'since 2024-05-01. [over-assigned-purchase]',
        'departments/berlin.license-register.yaml:7:12: hint Too short. [name-incomplete]',
        'departments/berlin.license-register.yaml:8:12: warning Odd. [wrong]',
        '',
      ].join('\n'),
    );
    assert.equal(formats.compact(report([clean])), '');
  });

  it('keeps each finding on its line, and escape sequences from the terminal', () => {
    const nasty = finding({ message: 'The value "a\nb\u001b[2J" is wrong.' });
    assert.equal(
      formats.compact(report([{ path: 'a\nb.yaml', text: 'x', findings: [nasty] }])),
      'a\u240ab.yaml:1:1: error The value "a\u240ab\u241b[2J" is wrong. [sample-rule]\n',
    );
  });
});

describe('json', () => {
  it('is the contract that others build on', () => {
    assert.deepEqual(JSON.parse(formats.json(report([berlin, clean], { error: 1, warning: 1, hint: 1 }))), {
      version: 1,
      today: '2026-11-24',
      files: [
        {
          path: 'departments/berlin.license-register.yaml',
          findings: [
            {
              rule: 'over-assigned-purchase',
              severity: 'error',
              message: 'Purchase "PO-1" holds 10 seats, but 12 are taken since 2024-05-01.',
              range: { start: { line: 5, column: 15 }, end: { line: 5, column: 17 } },
              related: [
                {
                  path: 'departments/berlin.license-register.yaml',
                  range: { start: { line: 7, column: 11 }, end: { line: 7, column: 14 } },
                  message: '"王小明" holds a seat.',
                },
                {
                  path: 'departments/berlin.license-register.yaml',
                  range: { start: { line: 12, column: 5 }, end: { line: 12, column: 9 } },
                  message: '"Anna Nowak" holds a seat.',
                },
              ],
              fixes: [{ title: 'Move to "PO-2", 3 free', safe: false }],
            },
            {
              rule: 'name-incomplete',
              severity: 'hint',
              message: 'Too short.',
              range: { start: { line: 7, column: 12 }, end: { line: 7, column: 14 } },
              related: [],
              fixes: [],
            },
            {
              rule: 'wrong',
              severity: 'warning',
              message: 'Odd.',
              range: { start: { line: 8, column: 12 }, end: { line: 8, column: 16 } },
              related: [],
              fixes: [],
            },
          ],
        },
        { path: 'clean.yaml', findings: [] },
      ],
      summary: { error: 1, warning: 1, info: 0, hint: 1 },
    });
  });

  it('keeps its keys in the order of the contract and ends with a line break', () => {
    const text = formats.json(report([clean]));
    assert.deepEqual(Object.keys(JSON.parse(text) as object), ['version', 'today', 'files', 'summary']);
    assert(text.endsWith('}\n'));
  });
});

describe('pretty', () => {
  it('shows each finding with its line of source, and sums up', () => {
    assert.equal(
      formats.pretty(report([berlin, clean], { error: 1, warning: 1, hint: 1 }), plain),
      `departments/berlin.license-register.yaml
  5:15  error  Purchase "PO-1" holds 10 seats, but 12 are taken since 2024-05-01.  over-assigned-purchase
    5 |     quantity: 10
      |               ^^
    7:11  "王小明" holds a seat.
    12:5  "Anna Nowak" holds a seat.

  7:12  hint  Too short.  name-incomplete
    7 |   - name: 王小明
      |             ^^^^

  8:12  warning  Odd.  wrong
    8 |     email:    wang@contoso.example
      |               ^^^^

1 error, 1 warning, 1 hint in 1 file.
`,
    );
  });

  it('paints what helps the eye', () => {
    const text = formats.pretty(report([berlin], { error: 2 }), colored);
    assert(text.startsWith(`${colored.paint(['bold', 'underline'], berlin.path)}\n`));
    assert(text.includes('\u001b[31merror\u001b[39m'));
    assert(text.includes(`\u001b[31m${' '.repeat(14)}^^\u001b[39m`));
    assert(text.includes('\u001b[33mwarning\u001b[39m'));
    assert(text.includes('\u001b[31m2 errors\u001b[39m in 1 file.'));
  });

  it('uses the right plurals', () => {
    const one = { ...berlin, findings: [finding()] };
    const endOf = (counts: Partial<SeverityCounts>, registers: CheckedRegister[], unchecked = 0) =>
      formats.pretty(report(registers, counts, unchecked), plain).trimEnd().split('\n').at(-1);
    assert.equal(endOf({ error: 2, warning: 1 }, [one]), '2 errors, 1 warning in 1 file.');
    assert.equal(endOf({ error: 1, info: 3, hint: 2 }, [one, clean, one]), '1 error, 3 infos, 2 hints in 2 files.');
    assert.equal(endOf({}, [clean, clean, clean]), 'No findings in 3 registers.');
    assert.equal(endOf({}, [clean]), 'No findings in 1 register.');
    assert.equal(endOf({}, [clean], 2), 'No findings in 1 register; 2 more could not be checked.');
    assert.equal(endOf({ warning: 1 }, [one], 1), '1 warning in 1 file; 1 more could not be checked.');
  });

  it('shows the first of many related places and counts the rest', () => {
    const many = finding({
      related: Array.from({ length: 12 }, (_, index) => ({ range: range(index, 0, index, 1), message: `Holder ${index}.` })),
    });
    const text = formats.pretty(report([{ path: 'a.yaml', text: 'x', findings: [many] }], { error: 1 }), plain);
    assert(text.includes('    10:1  Holder 9.\n    and 2 more places\n'));
    assert(!text.includes('Holder 10.'));
  });

  it('marks a stretch over several lines up to the end of the first', () => {
    const long = finding({ range: range(0, 6, 2, 1) });
    const text = formats.pretty(report([{ path: 'a.yaml', text: 'note: "a\n  b\n"', findings: [long] }], { error: 1 }), plain);
    assert(text.includes('    1 | note: "a\n      |       ^^\n'), text);
  });

  it('leaves the source out where there is no such line, and marks the end of the last', () => {
    const register = { path: 'a.yaml', text: 'a: 1\n', findings: [finding({ range: range(1, 0, 1, 0) })] };
    assert(formats.pretty(report([register], { error: 1 }), plain).includes('sample-rule\n    2 |\n      | ^\n'));
    register.findings = [finding({ range: range(9, 0, 9, 0) })];
    assert(formats.pretty(report([register], { error: 1 }), plain).includes('10:1  error  Something is wrong.  sample-rule\n\n'));
  });
});

describe('github', () => {
  it('is a workflow command for each finding, with what would end it escaped', () => {
    const odd: CheckedRegister = { path: 'a,b:c.yaml', text: '', findings: [finding({ severity: 'info', message: '100 %\r\nof it', range: range(0, 1, 2, 3) })] };
    assert.equal(
      formats.github(report([odd, clean])),
      '::notice file=a%2Cb%3Ac.yaml,line=1,endLine=3,col=2,endColumn=4,title=sample-rule::100 %25%0D%0Aof it\n',
    );
  });
});

describe('sarif', () => {
  interface Location { physicalLocation: { artifactLocation: { uri: string }; region: object } }
  interface Sarif { version: string; runs: { tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string; ruleIndex: number; level: string; message: { text: string }; locations: Location[]; relatedLocations?: Location[] }[] }[] }
  const read = (...registers: CheckedRegister[]) => JSON.parse(formats.sarif(report(registers))) as Sarif;

  it('has a result for each finding, with its rule, place and other places', () => {
    const { version, runs: [run] } = read(berlin, clean);
    assert.equal(version, '2.1.0');
    assert.deepEqual(run!.results.map(({ ruleId, level }) => `${ruleId} ${level}`), ['over-assigned-purchase error', 'name-incomplete note', 'wrong warning']);
    assert.ok(run!.results.every(({ ruleId, ruleIndex }) => run!.tool.driver.rules[ruleIndex]!.id === ruleId));
    assert.deepEqual(run!.results[0]!.locations[0]!.physicalLocation, {
      artifactLocation: { uri: 'departments/berlin.license-register.yaml' },
      region: { startLine: 5, startColumn: 15, endLine: 5, endColumn: 17 },
    });
    assert.equal(run!.results[0]!.relatedLocations?.length, 2);
  });

  it('names files by addresses, those of other places too', () => {
    const [result] = read({ ...clean, path: 'a b/100%.yaml', findings: [finding({ related: [{ path: 'ł.yaml', range: range(0, 0, 0, 1), message: 'Here.' }] })] }).runs[0]!.results;
    assert.equal(result!.locations[0]!.physicalLocation.artifactLocation.uri, 'a%20b/100%25.yaml');
    assert.equal(result!.relatedLocations![0]!.physicalLocation.artifactLocation.uri, '%C5%82.yaml');
  });

  it('has an empty list of results where nothing was found', () => {
    assert.deepEqual(read(clean).runs[0]!.results, []);
  });
});
