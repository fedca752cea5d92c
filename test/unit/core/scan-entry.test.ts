import assert from 'node:assert/strict';
import { cpuSecondsOf } from '../helpers/cpu-seconds';
import type { Node } from '../../../src/core/reading/node';
import { readYaml } from '../../../src/core/reading/read-yaml';
import { scanEntry, scanKey } from '../../../src/core/reading/scan-entry';
import { Random } from '../../fuzz/random';
import { fuzzScanner, type Scan } from '../../fuzz/scanner';

const scan: Scan = text => scanEntry(text) ?? scanKey(text);
const withCrlf = (text: string) => text.replaceAll('\n', '\r\n');

function assertTaken(text: string): void {
  for (const each of [text, withCrlf(text), text.trimEnd()]) {
    const { root, faults, anchors } = readYaml(each);
    assert.deepEqual({ faults, anchors }, { faults: [], anchors: undefined });
    assert.deepEqual(scan(each), root, JSON.stringify(each));
  }
}

/** The one value of `- key: VALUE`. */
function valueOf(written: string): Node | undefined {
  const root = scanEntry(`- key: ${written}\n`);
  const [item] = root?.items ?? [];
  return item?.kind === 'map' ? item.pairs[0]!.value : undefined;
}

const taken: Readonly<Record<string, readonly string[]>> = {
  'block mappings': [
    '- name: Anna Nowak\n  email: anna@contoso.example\n',
    '  - name: Anna Nowak\n    email: anna@contoso.example\n',
    '-   name: Anna\n    email: a\n',
    '- name : Anna\n',
    '-\n  name: Anna\n  email: a\n',
    '- # new\n    name: Anna\n',
    '- name: Anna\n- name: Ewa\n',
    '- 1: one\n  true: two\n  ~: three\n  0x1: four\n',
    '- "na me": a\n  \'e\'\'mail\': b\n  "t\\u0079pe" : c\n',
    '- <<: a\n',
    '- -a: b\n  ?c: d\n  :e: f\n',
    '- a b: c\n  d#e: f\n  http://x: g\n',
  ],
  'nested blocks': [
    '- name: KIOSK-1\n  users:\n    - anna\n    - ewa\n  site: Berlin\n',
    '- name: KIOSK-1\n  users:\n  - anna\n  - ewa\n  site: Berlin\n',
    '- covered:\n    from: 2024-01-01\n    until: 2027-01-01\n  note: x\n',
    '- a:\n    b:\n      c:\n        - d: e\n          f: g\n        -\n',
    '- - a\n  - - b\n    - c\n  -\n- d\n',
    '- users:\n\n    # people\n# of all kinds\n    - anna\n\n    - ewa\n',
  ],
  'values on the next line': [
    '- note:\n    one line\n  name: a\n',
    '- note:\n    "one line"\n',
    '- span:\n    { from: a, until: b }\n',
    '-\n  anna\n',
  ],
  'empty values': [
    '- name:\n  email:\n',
    '- name:   \n  email:  # none\n',
    '-\n',
    '-   \n',
    '-  # none\n-\n',
    '- name:\n\n\n  email:\n\n\n\n',
    '- name: ""\n  email: \'\'\n',
  ],
  'plain texts': [
    '- a: AT&T\n  b: Hello!\n  c: 5 * 3\n  d: a|b>c\n  e: 100%\n  f: me@contoso.example\n',
    '- a: CONTOSO\\anna\n  b: O\'Brien "Pat"\n  c: a:b ::c\n  d: a#b\n  e: [x]y\n'.replace('[x]y', 'x[y]{z},'),
    '- a: text with trailing blanks   \n  b: c\n',
    '- a: -x\n  b: ?x\n  c: :x\n  d: ---\n  e: ... x\n  f: -- x\n',
    '- a: Zieliński\n  b: 日本語\n  c: 😀\n  d: x\u2028y\x85\n  e: \xa0\n',
    '- a: $x\n  b: (x)\n  c: +x\n  d: .x\n  e: /x\n  f: ;x\n  g: <x\n  h: =x\n  i: \\x\n  j: ^x\n  k: _x\n  l: ~x\n',
  ],
  'quoted texts': [
    '- a: "x: y # z"\n  b: \'x: y # z\'\n',
    '- a: "  x  " \n  b: \' "x" \'  # c\n',
    '- a: "0147"\n  b: \'null\'\n',
    '- a: \'O\'\'Brien\'\n  b: \'\'\'\'\n  c: \'\'\'x\'\'\'\n',
    '- "[a]"\n- \'{b: c}\'\n',
  ],
  'literal texts': [
    '- note: |\n    one\n    two\n  name: a\n',
    '- note: |-\n    one\n\n      two\n    # no comment\n\n\n  # a comment\n  name: a\n',
    '- |\n one\n- |-  \n  k: v\n',
    '- note: |\n    \tone\n    two\t\n\n',
  ],
  'flow collections': [
    '- { name: Anna Nowak, email: anna@contoso.example }\n',
    '- {name: Anna,email: a}  # new\n- [a, b]\n',
    '- { name: Anna, span: { from: 2024-01-01, until: }, users: [a, [b], {}], }\n',
    '- a: [ ]\n  b: {}\n  c: [a b , "c" ,\'d\',]\n',
    '- { a, b: , "c":d, \'e\' : f, g: "h", i:, j: http://x:1/y }\n',
    '- { 1: 0147, 0x1: ~, null: .inf }\n',
    '- { a: b#c, d: e\'f"g, h: -i, j: ?k }\n',
  ],
  'flow collections on several lines': [
    '- {\n    name: Anna,\n    email: a,\n  }\n- [\n    a,\n  ]\n',
    '- name: KIOSK-1\n  users: [\n    anna, # one\n    # two\n\n    ewa\n   ]\n  site: Berlin\n',
  ],
  'comments and blank lines': [
    '- name: Anna # one\n  # two\n# three\n\n       # four\n  email: a\n\n#\n',
    '# before\n\n- name: Anna\n',
    '- name: Anna\n   \n      \n  email: a\n   ',
    '- name: Anna\n#\tany \x01 \ufeff thing: - "\n',
  ],
  'keys of a register': [
    'assignments:\n',
    'assignments:  # all of them\n\n# none yet\n',
    'organization: Contoso\n',
    'register: 1\norganization: "Contoso"\n',
    'settings:\n  severities: { name-incomplete: off }\n  genericNames:\n    - info\n',
    'assignments:\n- name: Anna\n- name: Ewa\npurchases:\n',
    'settings: {\n  reassignmentDays: 30\n }\n',
  ],
};

const declined: Readonly<Record<string, readonly string[]>> = {
  'nothing': ['', '\n', '# c\n', '   '],
  'a scalar or a flow collection as the whole': ['a\n', '"a"\n', '{ a: b }\n', '[a]\n'],
  'what ties entries to others': ['- &a b: c\n', '- b: &a c\n', '- b: *a\n', '- *a\n', '- { b: &a c }\n', '- [*a]\n'],
  'tags': ['- !!str a\n', '- a: !x b\n', '- [!!int 1]\n'],
  'explicit keys and keys that are none': ['- ? a\n  : b\n', '- : a\n', '- { ? a : b }\n', '- [a]: b\n', '- { [a]: b }\n', '- {a: b}: c\n', '- [a: b]\n', '- ["a":b]\n'],
  'texts on several lines': ['- a: b\n   c\n', '- a\n b\n', '- a: b\n\n    c\n', '- "a\n  b"\n', '- \'a\n  b\'\n', '- { a: b\n  c }\n', '- [a\n b]\n', '- a: "b\\\n    c"\n'],
  'block texts that are more than literal': ['- >\n  a\n', '- |+\n  a\n', '- |2\n   a\n', '- |\n\n  a\n', '- | # c\n  a\n', '- |\n  a\n   \n', '- |\n- a\n', '- |', '- |x\n  a\n', '- a: |\n   b\n  c\n'],
  'tabs and control characters': ['-\ta\n', '- a:\tb\n', '- a: b\tc\n', '- a: b\n\tc: d\n', '- a: b\n\t\n', '- a: "\t"\n', '- a: \x01\n', '- \x1f\n', '- a: \'\0\'\n', '- a: b\rc\n', '- a: b\r', '\ufeff- a\n', '- a: b\ufeffc\n', '- "\ufeff"\n'],
  'equal keys': ['- a: 1\n  b: 2\n  a: 3\n', '- a: 1\n  "a": 2\n', '- { a: 1, a: 2 }\n', 'a: 1\na: 2\n'],
  'colons that could mean more': ['- a: b: c\n', '- a: b:\n', '- a: [b: c]\n', '- { a: b: c }\n', '- { a: :b }\n', '- { :a }\n', '- "a":b\n', '- a: "b": c\n'],
  'glued comments': ['- "a"#b\n', '- {}#b\n', '- [a]#\n', '- { a: b #c }\n'],
  'broken quotes and brackets': ['- "a\n', '- \'a\n', '- "a\\"\n', '- \'a\'\'\n', '- "a" b\n', '- \'a\'b\n', '- "\\q"\n', '- "\\x4"\n', '- "\\U0001F600"\n', '- {\n', '- [a\n', '- [a, b}\n', '- {a]\n', '- [,]\n', '- {,}\n', '- [a,,b]\n', '- ["a" "b"]\n', '- [a] b\n', '- ]\n', '- }\n', '- [-]\n', '- [- a]\n', '- [a, - b]\n', '- { - a: b }\n'],
  'starts that mean something': ['- @a\n', '- `a\n', '- %a\n', '- ,a\n', '- a: |b\n', '- a: >b\n', '%YAML 1.2\n', '- a: - b\n', '- a: ? b\n', '- a: : b\n'],
  'lines at the wrong column': ['- a: b\n c: d\n', '- a: b\n   c: d\n', '  - a\n - b\n', '- a\n  - b\n', '- a:\n  - b\n - c\n', '- a:\n    b: c\n   d: e\n', '- a: b\n  - c\n', '- a\nb: c\n', 'a: b\n- c\n', '- [\na]\n', '- a:\n    [\n  b]\n', 'a: {\n}\n'],
  'lines without a colon': ['- a: b\n  c\n', '- a: b\n  "c"\n', 'a\nb: c\n'],
  'ends and starts of documents': ['---\n- a\n', '- a\n---\n', '- a\n...\n', '- a\n--- # c\n', 'a: b\n---\nc: d\n'],
  'depth and size beyond any register': [`${'- '.repeat(20)}a\n`, `- ${'['.repeat(20)}${']'.repeat(20)}\n`, `- ${'k'.repeat(1100)}: a\n`, `- ${Array.from({ length: 100 }, (_, index) => `k${index}: a`).join('\n  ')}\n`],
};

/** Texts in which `yaml` sees an error that isn't one by YAML's rules: comments left of what they stand in. */
const oddities = ['- {s: c\n#\n }', '- a:\n#c\n    b\n  c: d\n'];

describe('scanEntry and scanKey', () => {
  for (const [construct, texts] of Object.entries(taken)) {
    it(`read ${construct} as yaml does`, () => texts.forEach(assertTaken));
  }

  for (const [construct, texts] of Object.entries(declined)) {
    it(`decline ${construct}`, () => {
      for (const text of texts) {
        assert.equal(scan(text), undefined, JSON.stringify(text));
      }
    });
  }

  it('decline what yaml takes for an error', () => {
    for (const text of oddities) {
      assert.equal(scan(text), undefined, JSON.stringify(text));
      assert.equal(readYaml(text).faults.length, 1, JSON.stringify(text));
    }
  });

  it('read entries and keys, each of its own', () => {
    assert.equal(scanEntry('a: b\n'), undefined);
    assert.equal(scanKey('- a: b\n'), undefined);
  });

  it('give each node its span', () => {
    assert.deepEqual(scanEntry('  - name: "A"\n    users: [a, ]\n    note:  # none\n\n'), {
      kind: 'seq', start: 2, end: 42, items: [{
        kind: 'map', start: 4, end: 42, pairs: [
          { key: { kind: 'scalar', value: 'name', source: 'name', style: 'plain', start: 4, end: 8 }, value: { kind: 'scalar', value: 'A', source: 'A', style: 'double', start: 10, end: 13 } },
          {
            key: { kind: 'scalar', value: 'users', source: 'users', style: 'plain', start: 18, end: 23 },
            value: { kind: 'seq', start: 25, end: 30, items: [{ kind: 'scalar', value: 'a', source: 'a', style: 'plain', start: 26, end: 27 }] },
          },
          { key: { kind: 'scalar', value: 'note', source: 'note', style: 'plain', start: 35, end: 39 }, value: { kind: 'scalar', value: null, source: '', style: 'plain', start: 42, end: 42 } },
        ],
      }],
    });
  });

  for (const [written, value] of [
    ['~', null], ['null', null], ['Null', null], ['NULL', null], ['nULL', 'nULL'], ['nil', 'nil'],
    ['true', true], ['True', true], ['TRUE', true], ['tRUE', 'tRUE'], ['false', false], ['False', false], ['FALSE', false], ['yes', 'yes'], ['no', 'no'], ['Off', 'Off'],
    ['0', 0], ['7', 7], ['+7', 7], ['-7', -7], ['-0', -0], ['0147', 147], ['+0147', 147], ['9007199254740993', 9007199254740992], ['123456789012345678901', 123456789012345680000],
    ['0o147', 103], ['0o148', '0o148'], ['0o', '0o'], ['-0o7', '-0o7'], ['0O7', '0O7'], ['00o7', '00o7'],
    ['0x1f', 31], ['0x1F', 31], ['0X1f', '0X1f'], ['0x', '0x'], ['0xg', '0xg'], ['+0x1', '+0x1'], ['0b1', '0b1'],
    ['1.5', 1.5], ['1.', 1], ['.5', 0.5], ['-.5', -0.5], ['+1.', 1], ['.', '.'], ['+.', '+.'], ['1.5.2', '1.5.2'], ['1_000', '1_000'], ['1,5', '1,5'],
    ['1e3', 1000], ['1.e1', 10], ['.5e1', 5], ['-1E+2', -100], ['1e-2', 0.01], ['1e', '1e'], ['1e+', '1e+'], ['e1', 'e1'], ['.e1', '.e1'], ['1e1.', '1e1.'], ['1e400', Infinity],
    ['.inf', Infinity], ['-.inf', -Infinity], ['+.Inf', Infinity], ['.INF', Infinity], ['.iNF', '.iNF'], ['inf', 'inf'], ['.nan', NaN], ['.NaN', NaN], ['.NAN', NaN], ['-.nan', '-.nan'], ['.Nan', '.Nan'],
    ['2024-03-04', '2024-03-04'], ['1:30', '1:30'], ['-', undefined], ['--', '--'], ['+', '+'], ['12 345', '12 345'], ['2024 #1', 2024], ['FV #1', 'FV'], ['FV#1', 'FV#1'],
    ['"\\"\\\\\\/\\ "', '"\\/ '], ['"\\0\\a\\b\\t\\n\\v\\f\\r\\e"', '\0\x07\b\t\n\v\f\r\x1b'], ['"\\N\\_\\L\\P"', '\x85\xa0\u2028\u2029'], ['"\\x41\\u00e9\\ud83d\\ude00\\udc00"', 'Aé😀\udc00'], ['"\\\\n"', '\\n'], ['"a\\tb"', 'a\tb'],
  ] as const) {
    it(`read ${written} as ${typeof value === 'string' ? JSON.stringify(value) : String(value)}`, () => {
      const node = valueOf(written);
      assert.equal(node?.kind === 'scalar' ? node.value : undefined, value);
      if (node) {
        assertTaken(`- key: ${written}\n`);
      }
      if (node && !/[#,]/.test(written)) {
        assertTaken(`- { ${written}: ${written}, x: [${written}] }\n`);
      }
    });
  }

  it('take time in proportion to the size, whatever the text', () => {
    const parts = ['a', ' ', '\n', '#', '- ', '-\n', '- a\n', '- a: b\n', '[', '{a: ', '[],', '"', '""', '\\"', '\'\'', ':', ': ', 'a: b\n', '|\n', ' #c\n', '\r\n', ', ', '? '];
    for (const start of ['', '- ', '- [', '- { a: ', '- a: ', '- a: |\n   x\n', '- "', '- \'', 'a:\n']) {
      for (const part of parts) {
        const text = start + part.repeat(50_000 / part.length);
        const seconds = cpuSecondsOf(() => scan(text));
        assert.ok(seconds < 0.5, `${JSON.stringify(start)} and many ${JSON.stringify(part)} take ${seconds} s`);
      }
    }
  });
});

describe('The fuzzer of the scanner', () => {
  it('finds nothing on 20,000 texts, many of which the scanner takes', function () {
    this.timeout(60_000);
    const { ordinary, mutated, invented } = fuzzScanner(new Random(20_261_124), 20_000);
    assert.ok(ordinary.taken > 0.95 * ordinary.texts, `${ordinary.taken} of ordinary entries`);
    assert.ok(mutated.taken > 0.4 * mutated.texts, `${mutated.taken} of mutated entries`);
    assert.ok(invented.taken > 0.1 * invented.texts, `${invented.taken} of invented texts`);
  });

  const planted: Readonly<Record<string, Scan>> = {
    'leading zeros kept as text': text => changed(scan(text), node => node.kind === 'scalar' && node.style === 'plain' && node.source === '0147' ? { ...node, value: '0147' } : node),
    'a comment read as text': text => scan(text.replaceAll(' #', ' _')),
    'an empty value before its blanks': text => changed(scan(text), node => node.kind === 'scalar' && node.source === '' && node.style === 'plain' && text[node.start - 1] === ' ' ? { ...node, start: node.start - 1, end: node.end - 1 } : node),
    'a tab taken for a blank': text => scan(text.replaceAll('\t', ' ')),
    'an anchor overlooked': text => scan(text.replaceAll('&', '_')),
    'a document marker overlooked': text => scan(text.replaceAll('---', '# -')),
    'an octal number in the style of YAML 1.1': text => changed(scan(text), node => node.kind === 'scalar' && /^0[0-7]+$/.test(node.source) ? { ...node, value: parseInt(node.source, 8) } : node),
  };
  for (const [fault, faulty] of Object.entries(planted)) {
    it(`finds ${fault}`, () => {
      assert.throws(() => fuzzScanner(new Random(1), 5000, faulty), /^Error: Misread/);
    });
  }
});

/** A tree with each node changed, values before what holds them. */
function changed(node: Node | undefined, change: (node: Node) => Node): Node | undefined {
  const deep = (each: Node): Node => change(
    each.kind === 'map' ? { ...each, pairs: each.pairs.map(({ key, value }) => ({ key, value: deep(value) })) }
    : each.kind === 'seq' ? { ...each, items: each.items.map(deep) }
    : each,
  );
  return node && deep(node);
}
