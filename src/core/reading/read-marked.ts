import type { Surroundings } from './anchors';
import { wrongMarkOf } from '../document/slipped-lines';
import type { Fault, FaultOf } from './fault';
import type { Node } from './node';
import { readYaml, type YamlContent } from './read-yaml';
import { endOfLine } from '../text/lines';
import type { Span } from '../text/text';

/**
 * Reads an entry that begins with something else than a dash and a blank as if it began with them: that alone is wrong
 * with it, and all that it says counts.
 * @returns undefined where an entry begins as it should
 */
export function readMarked(text: string, surroundings: Surroundings): YamlContent | undefined {
  const start = text.search(/\S/);
  const mark = start < 0 ? undefined : wrongMarkOf(text.slice(start, endOfLine(text, start)));
  if (mark === undefined) {
    return undefined;
  }
  const behind = start + mark.length;
  const dash = '-'.padEnd(Math.max(mark.length, 2));
  const { root, faults, anchors } = readYaml(text.slice(0, start) + dash + text.slice(behind), surroundings);
  const isBare = mark === '-';
  const fault: FaultOf<'yaml-syntax'> = { rule: 'yaml-syntax', code: isBare ? 'DASH_WITHOUT_BLANK' : 'NO_DASH', detail: '', start, end: start + mark.trimEnd().length };
  const inserted = dash.length - mark.length;
  const back: Back = at => at > start ? at - inserted : at;
  return { root: root && moved(root, back), faults: [fault, ...faults.map(each => movedFault(each, back))], anchors };
}

/** The offset in the text as it is written of one in the text that was read. */
type Back = (offset: number) => number;

function moved<Moved extends Node>(node: Moved, back: Back): Moved {
  const span = movedSpan(node, back);
  switch (node.kind) {
    case 'scalar': return { ...node, ...span };
    case 'seq': return { ...node, ...span, items: node.items.map(item => moved(item, back)) };
    case 'map': return { ...node, ...span, pairs: node.pairs.map(({ key, value }) => ({ key: moved(key, back), value: moved(value, back) })) };
  }
}

function movedFault(fault: Fault, back: Back): Fault {
  const { opening, first } = fault as { opening?: Span; first?: Span };
  return { ...fault, ...movedSpan(fault, back), ...(opening && { opening: movedSpan(opening, back) }), ...(first && { first: { ...first, ...movedSpan(first, back) } }) };
}

function movedSpan({ start, end }: Span, back: Back): Span {
  return { start: back(start), end: back(end) };
}
