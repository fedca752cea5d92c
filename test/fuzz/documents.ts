import assert from 'node:assert/strict';
import { RegisterCheck } from '../../src/core/check';
import { parseDay } from '../../src/core/calendar';
import { RegisterDocument } from '../../src/core/document/document';
import { mostAliasedNodes } from '../../src/core/reading/anchors';
import { isBlank, type MapNode, type Node, type Pair, type SeqNode } from '../../src/core/reading/node';
import { readYaml } from '../../src/core/reading/read-yaml';
import { isSlippedKey, wrongMarkOf } from '../../src/core/document/slipped-lines';
import type { Segment } from '../../src/core/document/segment';
import type { SegmentList } from '../../src/core/document/segment-list';
import { Ties } from '../../src/core/register/ties';
import type { TextEdit } from '../../src/core/text/text';
import { inlayHintsOf } from '../../src/features/inlay-hints';
import { lensesOf } from '../../src/features/lenses';
import { summaryOf } from '../../src/features/summary';
import { applied, inverted, randomEdit } from './edits';
import type { Random } from './random';
import { randomRegister } from './registers';

/** How the fuzzers read a segment, and check a text from scratch; other ways are put in to prove that they'd notice. */
export interface Subjected {
  readonly read: typeof readYaml;
  readonly update: (check: RegisterCheck, edit: TextEdit) => void;
}

const options = { today: parseDay('2026-11-24')!, limit: 50 };

export const genuine: Subjected = {
  read: readYaml,
  update: (check, edit) => {
    check.update([edit]);
    check.work();
  },
};

/**
 * Edits random registers and holds what the check knows after each edit against a check from scratch, and what
 * its segments say against `yaml` on the whole text, wherever `yaml` accepts it. Throws with all that is needed
 * to see a difference again.
 * @returns how many edits were made, and after how many of them `yaml` accepted the text
 */
export function fuzzDocuments(random: Random, edits: number, subjected = genuine): { edits: number; accepted: number } {
  let accepted = 0;
  for (let made = 0; made < edits;) {
    let text = randomRegister(random);
    const check = new RegisterCheck(text, options);
    check.work();
    for (let step = 0, undo: TextEdit | undefined; step < 20 && made < edits; step++, made++) {
      const before = text;
      const edit = undo ?? randomEdit(random, text);
      text = applied(text, edit);
      try {
        subjected.update(check, edit);
        const fromScratch = new RegisterCheck(text, options);
        fromScratch.work();
        assert.deepEqual(check.findings(), fromScratch.findings(), 'findings differ from those from scratch');
        if (made % 4 === 0) {
          assert.deepEqual(told(check), told(fromScratch), 'what is told beside the text differs from what is told from scratch');
          const isAccepted = equalsYaml(text, subjected);
          accepted += isAccepted ? 1 : 0;
        }
        // Most texts stay YAML, or `yaml` would have little to say.
        const isBroken = check.findings().some(({ rule }) => rule === 'yaml-syntax');
        undo = !undo && isBroken && random.chance(0.8) ? inverted(before, edit) : undefined;
      } catch (error) {
        throw new Error(`${String(error).slice(0, 1500)}\nbefore: ${JSON.stringify(before)}\nedit: ${JSON.stringify(edit)}\nafter: ${JSON.stringify(text)}`);
      }
    }
  }
  return { edits, accepted };
}

/** What is told beside the text, and rests on what the check keeps from one edit to the next. */
function told(check: RegisterCheck): unknown {
  const overview = check.overview()!;
  return [lensesOf(overview, check.findings()), inlayHintsOf(overview), summaryOf(overview, [check.findings()])];
}

/** Whether `yaml` accepts a text; throws if the text's segments don't say the same then. */
export function equalsYaml(text: string, { read }: Subjected = genuine): boolean {
  if (text.split(/\r?\n/).some(line => isSlippedKey(line) || wrongMarkOf(line.trimStart()) !== undefined)) {
    return false; // read as what it means, whatever it is to `yaml`
  }
  const whole = readYaml(withoutFurtherDocuments(text), { before: () => undefined, mostAliasedNodes });
  if (whole.faults.some(fault => fault.rule === 'yaml-syntax')) {
    return false;
  }
  const document = new RegisterDocument(text);
  while (document.loadMore()) {
    // Until all is cut.
  }
  const segments = [...document.segments];
  assert.equal(segments.map(segment => segment.text).join(''), text);
  assert.deepEqual(written(rootOf(document.segments, read)), written(whole.root), 'segments differ from yaml');
  return true;
}

/** Nothing written is as good as no value; and a register that is one text is told at its first line, however many it has. */
function written(root: Node | undefined): Node | 'a text' | undefined {
  return root?.kind === 'scalar' ? isBlank(root) ? undefined : 'a text' : root;
}

/** The root value that segments make up, with offsets from the start of the text. */
function rootOf(segments: SegmentList, read: Subjected['read']): Node | undefined {
  const ties = new Ties(segments);
  let base = 0;
  const items: Node[] = [];
  const pairs: Pair[] = [];
  /** Which segment brought a key first: that one counts. */
  const owners = new Map<string, Segment>();
  let whole: Node | undefined;
  let listStart: number | undefined;
  for (const segment of segments) {
    const { root, anchors } = segment.kind === 'tail' || segment.kind === 'head' ? { root: undefined, anchors: undefined } : read(segment.text, ties.around(segment));
    if (anchors) {
      ties.add(segment, anchors);
    }
    const node = root && shifted(root, base);
    if (segment.kind === 'whole') {
      whole = node;
    } else if (segment.kind === 'key' && node?.kind === 'map') {
      for (const pair of node.pairs) {
        if (!owners.has(pair.key.source)) {
          owners.set(pair.key.source, segment);
          pairs.push(pair);
        }
      }
    } else if (segment.kind === 'item' && node?.kind === 'seq') {
      const key = segment.section?.key;
      if (key === undefined) {
        listStart ??= node.start;
        items.push(...node.items);
      } else {
        const at = pairs.findIndex(pair => pair.key.source === key);
        if (pairs[at] && owners.get(key)?.section === segment.section) {
          pairs[at] = withItems(pairs[at], node);
        }
      }
    } else {
      whole ??= node;
    }
    base += segment.text.length;
  }
  if (whole) {
    return whole;
  }
  if (items.length > 0) {
    return { kind: 'seq', items, start: listStart!, end: items.at(-1)!.end };
  }
  return pairs.length > 0 ? { kind: 'map', pairs, start: pairs[0]!.key.start, end: pairs.at(-1)!.value.end } : undefined;
}

function withItems({ key, value }: Pair, list: SeqNode): Pair {
  const former = value.kind === 'seq' ? value : { items: [], start: list.start };
  return { key, value: { kind: 'seq', items: [...former.items, ...list.items], start: former.start, end: list.end } };
}

function shifted(node: Node, by: number): Node {
  const span = { start: node.start + by, end: node.end + by };
  switch (node.kind) {
    case 'scalar': return { ...node, ...span };
    case 'seq': return { ...node, ...span, items: node.items.map(item => shifted(item, by)) };
    case 'map': return { ...node, ...span, pairs: node.pairs.map(({ key, value }) => ({ key: shifted(key, by), value: shifted(value, by) })) } as MapNode;
  }
}

/** Only the first document is read: `yaml` is given no more. */
function withoutFurtherDocuments(text: string): string {
  const marker = /^(?:---|\.\.\.)(?=\s|$)/gm;
  for (const { index } of text.matchAll(marker)) {
    if (!/^(?:[ \t]*(?:#.*)?\r?\n)*$/.test(text.slice(0, index))) {
      return text.slice(0, index);
    }
  }
  return text;
}
