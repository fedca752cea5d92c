import { isDeepStrictEqual } from 'node:util';
import type { Node } from '../../src/core/reading/node';
import { readYaml } from '../../src/core/reading/read-yaml';
import { scanEntry, scanKey } from '../../src/core/reading/scan-entry';
import type { Random } from './random';
import { randomEntry } from './registers';

/** A reading of entries or keys that gives undefined where it isn't sure. */
export type Scan = (text: string) => Node | undefined;

export interface Share {
  readonly texts: number;
  readonly taken: number;
}

/** How much the scanner took of each kind of text. */
export interface ScannerReport {
  /** Entries as registers have them. */
  readonly ordinary: Share;
  /** Such entries with a few things changed. */
  readonly mutated: Share;
  /** YAML that is meant to be misread. */
  readonly invented: Share;
}

const scanBoth: Scan = text => scanEntry(text) ?? scanKey(text);

/**
 * Compares the scanner with `yaml` on `count` texts, a fifth of them ordinary, the others of the two hostile kinds.
 * Throws at the first that it takes and reads differently, with the text made as short as it still shows that.
 */
export function fuzzScanner(random: Random, count: number, scan: Scan = scanBoth): ScannerReport {
  const share = (texts: number, make: (random: Random) => string): Share => {
    let taken = 0;
    for (let made = 0; made < texts; made++) {
      const text = make(random);
      const scanned = scan(text);
      taken += scanned ? 1 : 0;
      if (isMisread(text, scanned)) {
        const short = shrunk(text, candidate => isMisread(candidate, scan(candidate)));
        throw new Error(`Misread: ${JSON.stringify(short)}\n  scanner: ${JSON.stringify(scan(short))}\n  yaml:    ${JSON.stringify(readYaml(short))}`);
      }
    }
    return { texts, taken };
  };
  const fifth = Math.ceil(count / 5);
  return {
    ordinary: share(fifth, ordinaryText),
    mutated: share(2 * fifth, each => mutated(each, ordinaryText(each))),
    invented: share(2 * fifth, inventedText),
  };
}

function isMisread(text: string, scanned: Node | undefined): boolean {
  if (!scanned) {
    return false;
  }
  const { root, faults, anchors } = readYaml(text);
  return faults.length > 0 || anchors !== undefined || !isDeepStrictEqual(scanned, root);
}

function shrunk(text: string, isBad: (text: string) => boolean): string {
  let short = text;
  for (let size = text.length; size > 0; size = size > 1 ? size >> 1 : 0) {
    for (let at = 0; at + size <= short.length;) {
      const shorter = short.slice(0, at) + short.slice(at + size);
      if (isBad(shorter)) {
        short = shorter;
      } else {
        at++;
      }
    }
  }
  return short;
}

const sections = ['assignments', 'assignments', 'purchases', 'servers', 'devices', 'mailboxes', 'noCal'];
const keys = ['name', 'email', 'type', 'x-row', 'a', '"q"', '\'s\'', '1', '0x1', 'null', '', 'Ключ', 'a b', '<<', '-x', '?x', ':x', 'a#b', 'http://x'];

function ordinaryText(random: Random): string {
  const text = random.chance(0.15)
    ? random.pick(['organization: Contoso\n', 'register: 1\n', 'settings: { typeNames: { mail seat: Exchange Server 2019 Standard User CAL } }\n', ...sections.map(section => `${section}:\n`)])
    : randomEntry(random, random.pick(sections), random.pick(['', '  ', '  ', '    ']));
  const comments = Array.from({ length: random.below(3) }, () => random.pick(['\n', '# a comment\n', '  # a comment\n', '   \n', '      # deep\n']));
  const whole = text + comments.join('');
  return random.chance(0.1) ? whole.replaceAll('\n', '\r\n') : random.chance(0.05) ? whole.trimEnd() : whole;
}

const scraps = [
  ' ', '  ', '\t', '\n', '\n\n', '\r\n', '\r', '\n  ', '\n    ', ':', ': ', ' :', ':\n', '-', '- ', '-\n', '#', ' #', ' # c', '# c\n', '"', '\'', '\'\'', '\\', '\\"', '\\n', ',', ', ', '{', '}', '[', ']', '{}', '[]', '[a, b]', '{ a: b }',
  '&', '&a ', '*a', '!', '!!str ', '|', '|\n', '>', '>-\n', '?', '? ', '%', '@', '`', '~', 'null', '0', '0x', '0o7', '.', 'e', '1e3', '.inf', '---', '---\n', '...', '<<: ', 'a', 'a: b\n', 'é', '😀', '\ud800', '\u2028', '\x85', '\ufeff', '\0', '\x01', '\x02', '\x18', '\x1f', '\x7f', '\xa0',
];

function mutated(random: Random, text: string): string {
  let changed = text;
  for (let changes = 1 + random.below(3); changes > 0; changes--) {
    changed = random.pick(mutations)(random, changed);
  }
  return changed;
}

const inserted = (random: Random, text: string, at: number, scrap = random.pick(scraps)) => text.slice(0, at) + scrap + text.slice(at);
const onLine = (change: (random: Random, line: string) => string) => (random: Random, text: string) => {
  const lines = text.split('\n');
  const at = random.below(Math.max(lines.length - 1, 1));
  lines[at] = change(random, lines[at]!);
  return lines.join('\n');
};

const mutations: readonly ((random: Random, text: string) => string)[] = [
  (random, text) => inserted(random, text, random.below(text.length + 1)),
  (random, text) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + text.slice(at + 1 + random.below(3));
  },
  (random, text) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + random.pick(scraps) + text.slice(at + 1);
  },
  (random, text) => {
    const from = random.below(text.length + 1);
    return inserted(random, text, random.below(text.length + 1), text.slice(from, from + random.below(20)));
  },
  onLine((random, line) => random.pick([' ', '  ', '\t', '     ']) + line),
  onLine((random, line) => line.slice(random.below(3))),
  onLine((random, line) => line + random.pick([' ', '   ', '\t', '#c', ' #c', '  # c: d', ':', ': ', ',', '\r', ' \r'])),
  onLine((random, line) => `${line}\n${random.pick(['', ' ', '    ', '        '])}${random.pick(['', '#', '# c', '#c', '#: - x', '--- a: b', '... : b', '- ', '- x', 'x', 'x: y', 'x:', '\t', '-', '- - y', '? z'])}`),
  onLine((_, line) => `${line}\n${line}`),
  onLine(() => ''),
  (random, text) => text.replace(/(?=:)/, () => 'k'.repeat(random.pick([900, 1016 + random.below(16)]))),
  (random, text) => text.replace(/(?<=: )/, () => inventedLiteral(random, random.below(10)) + '\n'),
  (random, text) => text.replace(/[,{}[\]]/g, mark => random.chance(0.5) ? mark : mark + sloppySpace(random)),
  onLine((random, line) => line.replace(/: ?[^:]*$/, () => `:${random.pick(['', ' ', ' ', ' ', '  ', '\t'])}${hostileValue(random)}`)),
  onLine((random, line) => line.replace(/[^\s-][^:]*:/, () => `${random.pick(keys)}${random.pick(['', '', ' '])}:`)),
  onLine((random, line) => line.replace(/: (.*)$/, (_, value: string) => `: ${random.pick([`"${value}"`, `'${value}'`, `[${value}]`, `{ ${value} }`, `"${value}`, `\n        ${value}`, `\n        - ${value}\n        - ${value}`])}`)),
  (random, text) => {
    const indent = columnsOf(random.below(40));
    return text.replace(/^(?=.)/gm, indent);
  },
  (random, text) => text.replaceAll('\n', random.pick(['\r\n', '\n\n', ' \n', '\n# c\n', '\n#c\n'])),
];

const soup = [...':#-?,[]{}&*!|>\'"%@` ~.\\ab1\t', ' ', ' ', ': ', ' #', ', '];
const numberParts = ['0', '1', '7', '8', '9', '00', '123', '.', '+', '-', 'e', 'E', 'x', 'o', 'a', 'F', '_', ':', ' ', '9007199254740993', '.inf', '.nan', '0x', '0o'];
const words = [
  '~', 'null', 'Null', 'NULL', 'nULL', 'true', 'True', 'TRUE', 'tRUE', 'false', 'False', 'FALSE', 'yes', 'no', 'on', 'y', 'n', '.inf', '-.inf', '+.Inf', '.INF', '.iNF', '.nan', '.NaN', '.NAN', '-.nan', '+.nan', '0147', '0o147', '0x1f', '0X1F', '0b1', '1_000', '1.', '.5', '-.5', '.',
  '1.e1', '.e1', '1e', '1e+', '1e-5', '+1', '-0', '+0', '-0.0', '-', '--', '+', '1:30', '2024-03-04', '12345678901234567890', '1e400', '-1e-400', '0o8', '-0o7', '-0x1', '0o', '0x', '0xg', '12a', '=', '<<', 'AT&T', 'Hello!', 'a*b', 'a|b', 'C:\\x', 'a:b', 'a :b', 'a#b', 'a #b', 'a, b', 'a]b', 'a}b', 'O\'Brien', 'say "hi"', 'Zieliński', '日本', '😀', '\ud83d', '\u2028x', 'x\x85y', '-a', '?a', ':a', '---', '...', '--- a', 'a -- b', 'a - b',
];
const quotedParts = ['a', ' ', '  ', 'b c', '#', ' #', ':', ': ', ',', '{', ']', '\\\\', '\\"', '\\n', '\\t', '\\/', '\\ ', '\\0', '\\e', '\\_', '\\N', '\\L', '\\x41', '\\u00e9', '\\ud83d\\ude00', '\\ud800', '\\U0001F600', '\\x4', '\\q', '\\\'', '\'\'', '\'', '"', '\\', '\\\n', '\n', '\n   ', '\t', 'é', '😀', '\x01', '\ufeff'];

const several = (random: Random, parts: readonly string[], most: number) => Array.from({ length: random.below(most + 1) }, () => random.pick(parts)).join('');

function hostileValue(random: Random): string {
  switch (random.below(8)) {
    case 0: return '';
    case 1: return several(random, numberParts, 5);
    case 2: return `"${several(random, quotedParts, 4)}"`;
    case 3: return `'${several(random, quotedParts, 4)}'`;
    case 4: return inventedFlow(random, 0);
    case 5: return several(random, soup, 6);
    default: return random.pick(words);
  }
}

const columnsOf = (count: number) => ' '.repeat(Math.max(count, 0));
const sloppySpace = (random: Random) => random.pick(['', '', ' ', ' ', ' ', '  ', random.pick(['\t', '\n', ' \n\n', ' # c\n', '#c\n', '\n#c\n', ' #\n  # c\n', '\r\n']) + columnsOf(random.below(10))]);

function inventedFlow(random: Random, depth: number): string {
  const isMap = random.chance(0.6);
  const value = () => depth < 4 && random.chance(0.3) ? inventedFlow(random, depth + 1) : random.chance(0.6) ? random.pick(words) : hostileValue(random);
  const item = () => isMap || random.chance(0.05)
    ? `${random.chance(0.03) ? value() : random.pick([...keys, ...keys, ...words])}${random.pick([':', ': ', ': ', ': ', ' : ', ' :', ''])}${random.chance(0.15) ? '' : value()}`
    : value();
  const items = Array.from({ length: random.below(5) }, () => sloppySpace(random) + item() + sloppySpace(random)).join(',');
  return `${isMap ? '{' : '['}${items}${random.chance(0.1) ? ',' : ''}${sloppySpace(random)}${random.chance(0.97) === isMap ? '}' : ']'}`;
}

function inventedLiteral(random: Random, indent: number): string {
  const line = () => `${columnsOf(indent + random.pick([0, 0, 0, 0, 1, 2, random.below(6) - 4]))}${random.pick(['a', 'a', 'b ', '# c', 'k: v', '- x', '"', '', '', '\t', '\tx', 'x\t', 'x\r', '\r', '😀\u2028'])}`;
  return `${random.pick(['|', '|', '|', '|-', '|-', '|+', '>', '|2', '|-2', '|--'])}${random.pick(['', '', '', ' ', '  ', ' # c', '#', '\t', '\r'])}\n${Array.from({ length: random.below(5) }, line).join('\n')}`;
}

function inventedText(random: Random): string {
  const indent = random.below(6);
  const text = `${random.chance(0.05) ? '# c\n\n' : ''}${inventedBlock(random, indent, 0, random.chance(0.7))}${random.pick(['', '', '\n', '# c', ' # c\n', '   '])}`;
  return random.chance(0.1) ? text.replaceAll('\n', '\r\n') : random.chance(0.1) ? text.trimEnd() : text;
}

/** A block sequence or mapping whose lines mostly stand where they should. */
function inventedBlock(random: Random, indent: number, depth: number, isSequence: boolean): string {
  const columns = () => columnsOf(random.chance(0.02) ? random.below(8) : indent);
  const filler = () => random.chance(0.1) ? random.pick(['\n', ' \n', '# c\n', '#c\n', ' #c\n', '#\n', `${columns()}# c\n`, `${columns()}  #c\n`]) : '';
  const lineEnd = () => `${random.chance(0.9) ? '' : random.pick([' ', '  ', ' # c', '#c', ' #', '\t', '\r'])}\n${filler()}`;
  const value = (isOfKey: boolean): string => {
    const deeper = indent + random.pick([1, 2, 2, 2, 4, isOfKey ? 0 : 3]);
    if (depth < 4 && random.chance(0.25)) {
      return lineEnd() + inventedBlock(random, deeper, depth + 1, deeper === indent || random.chance(0.5));
    }
    const text = random.chance(0.1) ? inventedLiteral(random, deeper) : hostileValue(random);
    return `${random.chance(0.05) ? lineEnd() + columnsOf(deeper) : random.pick([' ', ' ', ' ', '   '])}${text}${lineEnd()}`;
  };
  const count = 1 + random.below(4);
  const item = (): string => {
    const spaces = random.pick([1, 1, 1, 2, 3]);
    return depth < 4 && random.chance(0.4)
      ? `${columns()}-${columnsOf(spaces)}${inventedBlock(random, indent + 1 + spaces, depth + 1, random.chance(0.2)).trimStart()}`
      : `${columns()}-${value(false)}`;
  };
  const pair = (index: number): string => {
    const key = random.chance(0.7) ? `k${index}` : random.chance(0.8) ? random.pick(keys) : hostileValue(random);
    return `${columns()}${key}${random.pick(['', '', '', ' '])}:${value(true)}`;
  };
  return Array.from({ length: count }, (_, index) => isSequence ? item() : pair(index)).join('');
}
