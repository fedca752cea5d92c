import type { Position, TextEdit } from '../../src/core/text/text';
import { Random } from '../fuzz/random';
import { makeMoreAssignments, type RegisterKind } from './registers';

/** What people do to a register. All but the paste is typing. */
export const scenarios = {
  retypeAddress: 'retype an address',
  typeEntry: 'type a new entry',
  quote: 'unbalanced quote',
  indent: 'indentation by one',
  quantity: 'quantity of a purchase',
  enter: 'Enter in the middle',
  leftEdge: 'Enter without indentation',
  paste: 'paste 100 entries',
} as const;
export type Scenario = keyof typeof scenarios;

/** Where in the register it happens. */
export const zones = ['start', 'middle', 'end'] as const;
export type Zone = (typeof zones)[number];

/** Edits that cancel each other: after the last one the text is as it was. */
export interface Sequence {
  readonly scenario: Scenario;
  readonly zone: Zone;
  readonly edits: readonly TextEdit[];
}

export interface EditPlan {
  readonly kind: RegisterKind;
  readonly text: string;
  readonly seed: number;
  /** How many edits there are of each scenario, at least. */
  readonly editsEach: number;
}

/** Sequences of all scenarios in turn, so that a disturbance of the machine meets all alike. */
export function planEdits({ kind, text, seed, editsEach }: EditPlan): Sequence[] {
  const random = new Random(seed);
  const page = new Page(text);
  const sequences: Sequence[] = [];
  const counts = new Map<Scenario, number>();
  const open = new Set(Object.keys(scenarios) as Scenario[]);
  for (let round = 0; open.size > 0; round++) {
    const zone = zones[round % zones.length]!;
    for (const scenario of open) {
      const edits = makers[scenario](page, { random, zone, kind });
      if (edits) {
        sequences.push({ scenario, zone, edits });
      }
      const count = (counts.get(scenario) ?? 0) + (edits?.length ?? 0);
      counts.set(scenario, count);
      if (!edits || (count >= editsEach && round >= zones.length - 1)) {
        open.delete(scenario);
      }
    }
  }
  return sequences;
}

interface Circumstances {
  readonly random: Random;
  readonly zone: Zone;
  readonly kind: RegisterKind;
}

/** Gives undefined where a register has nothing for it. */
type Maker = (page: Page, circumstances: Circumstances) => TextEdit[] | undefined;

const makers: Readonly<Record<Scenario, Maker>> = {
  retypeAddress(page, { random, zone }) {
    const { line, start, value } = page.valueOf('email', page.assignment(random, zone));
    const characters = [...value];
    const deletions = characters.map((_, index) => remove(line, start + value.length - 1 - index, 1));
    return [...deletions, ...characters.map((character, index) => insert(line, start + index, character))];
  },

  typeEntry(page, { random, zone, kind }) {
    const before = page.assignment(random, zone);
    const indent = page.lines[before]!.search(/\S/);
    const line = page.lastLineOf(before);
    const pairs = ['name: Ewa Kowal', 'email: ekowal@contoso.example', 'assigned: 2024-03-04', 'type: Exchange Server 2019 Standard User CAL', 'purchase: PO-1001'];
    const keys = kind === 'flow'
      ? [`\n${' '.repeat(indent)}`, ...'- { ', ...pairs.join(', '), ...' }']
      : [`\n${' '.repeat(indent)}`, ...'- ', ...pairs.flatMap((pair, index) => [...(index > 0 ? [`\n${' '.repeat(indent + 2)}`] : []), ...pair])];
    return typed({ line, character: page.lines[line]!.length }, keys);
  },

  quote(page, { random, zone }) {
    const { line, start, value } = page.valueOf(random.pick(['name', 'email', 'type']), page.assignment(random, zone));
    const character = start + random.pick([0, 0, Math.floor(value.length / 2)]);
    return [insert(line, character, random.pick(['"', "'"])), remove(line, character, 1)];
  },

  indent(page, { random, zone }) {
    const first = page.assignment(random, zone);
    const line = random.chance(0.5) ? first : Math.min(first + 2, page.lastLineOf(first));
    const more = [insert(line, 0, ' '), remove(line, 0, 1)];
    return page.lines[line]!.startsWith(' ') ? [...more, remove(line, 0, 1), insert(line, 0, ' ')] : more;
  },

  quantity(page, { random, zone }) {
    const first = page.purchase(random, zone);
    if (first === undefined) {
      return undefined;
    }
    const { line, start, value } = page.valueOf('quantity', first);
    const last = start + value.length - 1;
    return [remove(line, last, 1), insert(line, last, value.at(-1)!), insert(line, last + 1, '0'), remove(line, last + 1, 1)];
  },

  enter(page, { random, zone }) {
    const { line, start, value } = page.valueOf(random.pick(['name', 'email', 'type']), page.assignment(random, zone));
    // The editor indents a new line by itself.
    return breakLine(line, start + Math.floor(value.length / 2), page.lines[line]!.search(/\S/));
  },

  leftEdge(page, { random, zone }) {
    const { line, start, value } = page.valueOf(random.pick(['name', 'email', 'type']), page.assignment(random, zone));
    return breakLine(line, start + Math.floor(value.length / 2), 0);
  },

  paste(page, { random, zone, kind }) {
    const line = page.assignment(random, zone);
    const newText = makeMoreAssignments(kind, 100, random.below(1000));
    const start = { line, character: 0 };
    return [
      { range: { start, end: start }, newText },
      { range: { start, end: { line: line + newText.split('\n').length - 1, character: 0 } }, newText: '' },
    ];
  },
};

/** A text with the places that edits need. */
class Page {
  readonly lines: readonly string[];
  private readonly assignments: readonly number[];
  private readonly purchases: readonly number[];

  constructor(text: string) {
    this.lines = text.split('\n');
    const isMapping = this.lines.includes('assignments:');
    const first = isMapping ? this.lines.indexOf('assignments:') : 0;
    const firstLines = this.lines.flatMap((line, at) => /^ *- /.test(line) ? [at] : []);
    this.assignments = firstLines.filter(at => at >= first);
    this.purchases = isMapping ? firstLines.filter(at => at < this.lines.indexOf('servers:') && !this.lines[at]!.includes('SRV-')) : [];
  }

  /** The first line of an assignment. */
  assignment(random: Random, zone: Zone): number {
    return pickIn(this.assignments, random, zone)!;
  }

  purchase(random: Random, zone: Zone): number | undefined {
    return pickIn(this.purchases, random, zone);
  }

  /** The last line of an entry, without comments behind it. */
  lastLineOf(first: number): number {
    let last = first;
    while (/^ *\w+: /.test(this.lines[last + 1] ?? '')) {
      last++;
    }
    return last;
  }

  valueOf(key: string, first: number): { readonly line: number; readonly start: number; readonly value: string } {
    for (let line = first; line <= this.lastLineOf(first); line++) {
      const match = new RegExp(`(?<=[- {,]${key}: )[^,}]*[^,} ]`).exec(this.lines[line]!);
      if (match) {
        return { line, start: match.index, value: match[0] };
      }
    }
    throw new Error(`The entry on line ${first + 1} has no ${key}.`);
  }
}

function pickIn(items: readonly number[], random: Random, zone: Zone): number | undefined {
  const width = Math.max(1, Math.floor(items.length / 100));
  const from = { start: 0, middle: Math.floor((items.length - width) / 2), end: items.length - width }[zone];
  return items[from + random.below(width)];
}

function insert(line: number, character: number, newText: string): TextEdit {
  return { range: { start: { line, character }, end: { line, character } }, newText };
}

function remove(line: number, character: number, count: number): TextEdit {
  return { range: { start: { line, character }, end: { line, character: character + count } }, newText: '' };
}

/** A line break with an indentation, and its removal. */
function breakLine(line: number, character: number, indent: number): TextEdit[] {
  const at = { line, character };
  return [
    { range: { start: at, end: at }, newText: `\n${' '.repeat(indent)}` },
    { range: { start: at, end: { line: line + 1, character: indent } }, newText: '' },
  ];
}

/** Keys one by one, and one edit that undoes all of them. */
function typed(start: Position, keys: readonly string[]): TextEdit[] {
  let at = start;
  const edits: TextEdit[] = [];
  for (const key of keys) {
    edits.push(insert(at.line, at.character, key));
    at = key.startsWith('\n') ? { line: at.line + 1, character: key.length - 1 } : { line: at.line, character: at.character + key.length };
  }
  return [...edits, { range: { start, end: at }, newText: '' }];
}
