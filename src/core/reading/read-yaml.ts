import { Composer, isAlias, isMap, isScalar, isSeq, Parser, Scalar, type Alias, type Document, type ParsedNode, type YAMLError, type YAMLMap, type YAMLSeq } from 'yaml';
import { Anchors, type Surroundings } from './anchors';
import { cutDepths } from './cut-depths';
import type { Fault, FaultOf, SyntaxFaultCode } from './fault';
import type { MapNode, Node, Pair, ScalarNode, SeqNode } from './node';
import { endOfLine, startOfLine } from '../text/lines';
import { openingQuote, syntaxFault, tooDeep } from './syntax-fault';
import type { Span } from '../text/text';

/** What stands in a piece of YAML. */
export interface YamlContent {
  /** The root value; undefined where there is none, comments apart. */
  readonly root: Node | undefined;
  /** `yaml-syntax` and `duplicate-key`, in the order of their places. */
  readonly faults: readonly Fault[];
  /** What ties it to the rest of its document; undefined where neither an anchor nor an alias stands in it. */
  readonly anchors: Anchors | undefined;
}

const options = {
  version: '1.2',
  merge: false,
  uniqueKeys: false, // quadratic; duplicates are found here
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** Registers nest five levels at most; below this depth nothing is read. */
const maxDepth = 32;

/** How many faults of one piece are mended and read past; after as many the rest of the piece is left alone. */
const maxMends = 8;

/** Texts above this size are read once, without reading past their faults: each time costs as much again. */
const mendableSize = 65_536;

/**
 * Reads a piece of YAML through the `yaml` package. Never throws: what isn't YAML becomes a fault,
 * and what stands around it is read as if the faulty line were empty.
 * @param surroundings left out where nothing is known of them: an alias of what stands there is a text then
 */
export function readYaml(text: string, surroundings?: Surroundings): YamlContent {
  const mends = text.length <= mendableSize ? maxMends : 0;
  const syntax: FaultOf<'yaml-syntax'>[] = [];
  let readable = text;
  for (;;) {
    const { document, cutAt } = parse(readable);
    const { errors } = document;
    const mended = errors.length > 0 && syntax.length < mends ? withoutCulprit(readable, errors) : readable;
    if (mended !== readable) {
      syntax.push(syntaxFault(errors, readable));
      readable = mended;
      continue;
    }
    for (const error of mends > 0 ? errors.slice(0, 1) : firstOfEachLine(errors, readable)) {
      syntax.push(syntaxFault([error], readable));
    }
    if (cutAt !== undefined) {
      syntax.push({ rule: 'yaml-syntax', code: 'TOO_DEEP', detail: '', start: cutAt, end: cutAt + 1 });
    }
    const anchors = new Anchors(/[&*]/.test(readable) ? document.contents : null, surroundings, maxDepth);
    const conversion = new Conversion(readable, anchors, syntax);
    const root = document.contents ? conversion.node(document.contents) : undefined;
    const faults = [...onDistinctLines(syntax, text), ...conversion.faults].sort((a, b) => a.start - b.start);
    return { root, faults, anchors: anchors.isEmpty ? undefined : anchors };
  }
}

/** The first document of a text, and where text starts in it that is left out because it is nested too deeply. */
function parse(text: string): { readonly document: Document.Parsed; readonly cutAt: number | undefined } {
  // Each error would record its stack, which nobody reads and which takes longer than all the rest.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const tokens = [...new Parser().parse(text)];
    const cuts = tokens.map(cutDepths);
    const first = tokens.findIndex(({ type }) => type === 'document');
    const [document] = new Composer<ParsedNode, true>(options).compose(tokens, true, text.length);
    return { document: document!, cutAt: cuts[first] };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** One cause gives the parser several errors on a line: the first of them is kept. */
function firstOfEachLine(errors: readonly YAMLError[], text: string): YAMLError[] {
  let lineEnd = -1;
  return errors.filter(({ pos: [start] }) => {
    const isNew = start > lineEnd;
    if (isNew) {
      const lineFeed = text.indexOf('\n', start);
      lineEnd = lineFeed < 0 ? text.length : lineFeed;
    }
    return isNew;
  });
}

/** The text with the faulty part of one line blanked out, lengths kept; the same text where that can't help. */
function withoutCulprit(text: string, errors: readonly YAMLError[]): string {
  const first = errors[0]!;
  switch (first.code) {
    case 'MISSING_CHAR': {
      const start = openingQuote(text, first) ?? first.pos[0];
      return blanked(text, start, endOfLine(text, start));
    }
    case 'BLOCK_AS_IMPLICIT_KEY': {
      const start = tooDeep(errors, text) ?? first.pos[0];
      return blanked(text, start, endOfLine(text, start));
    }
    case 'MULTILINE_IMPLICIT_KEY':
    case 'UNEXPECTED_TOKEN':
    case 'TAB_AS_INDENT':
    case 'BAD_INDENT':
    case 'BAD_SCALAR_START':
    case 'IMPOSSIBLE':
      return blanked(text, first.pos[0], endOfLine(text, first.pos[0]));
    default:
      return text;
  }
}

function blanked(text: string, start: number, end: number): string {
  return text.slice(0, start) + ' '.repeat(Math.max(end - start, 0)) + text.slice(Math.max(start, end));
}

/** A line that is read past can fault again as another: the first time tells. */
function onDistinctLines(faults: readonly FaultOf<'yaml-syntax'>[], text: string): FaultOf<'yaml-syntax'>[] {
  const lines = new Set<number>();
  return faults.filter(fault => {
    const line = text.lastIndexOf('\n', fault.start - 1);
    const isNew = !lines.has(line);
    lines.add(line);
    return isNew;
  });
}

/** Turns the package's nodes into ours. */
class Conversion {
  readonly faults: Fault[] = [];
  private readonly own: Anchors;
  private hasTooMany = false;
  /** What aliases bring in around what is being converted. */
  private readonly broughtIn = new Set<ParsedNode>();

  /**
   * @param anchors of what is being converted: an alias may lead into another piece, and back
   * @param unread where the lines are that were read past
   */
  constructor(private readonly text: string, private anchors: Anchors, private readonly unread: readonly Span[]) {
    this.own = anchors;
  }

  /** @param place where an alias stands that brings the node in: all its parts stand there */
  node(node: ParsedNode, depth = 0, place?: Span): Node {
    if (isAlias(node)) {
      return this.alias(node, depth, place);
    }
    if (place && !this.own.takesAnother()) {
      if (!this.hasTooMany) {
        this.hasTooMany = true;
        this.fault('TOO_MANY_ALIASES', '', place);
      }
      return this.empty(place);
    }
    if (isMap(node)) {
      return this.map(node, depth, place);
    }
    if (isSeq(node)) {
      return this.seq(node, depth, place);
    }
    return this.scalar(node, place);
  }

  private alias(node: Alias.Parsed, depth: number, place?: Span): Node {
    const at = this.spanOf(node, place);
    const target = this.anchors.targetOf(node);
    if (target === 'unknown') {
      const written = `*${node.source}`;
      return { kind: 'scalar', value: written, source: written, style: 'plain', ...at };
    }
    if (!target) {
      this.fault('UNKNOWN_ANCHOR', node.source, at);
      return this.empty(at);
    }
    // What holds an alias of itself would never end.
    if (depth > maxDepth || this.broughtIn.has(target.node)) {
      return this.empty(at);
    }
    const { anchors } = this;
    this.anchors = target.anchors;
    this.broughtIn.add(target.node);
    const converted = this.node(target.node, depth + 1, at);
    this.broughtIn.delete(target.node);
    this.anchors = anchors;
    return converted;
  }

  private seq(node: YAMLSeq.Parsed, depth: number, place?: Span): SeqNode {
    const items = depth < maxDepth ? node.items.map(item => this.node(item, depth + 1, place)) : [];
    return { kind: 'seq', items, ...this.collectionSpan(node, items.at(-1)?.end, place) };
  }

  private map(node: YAMLMap.Parsed, depth: number, place?: Span): MapNode {
    const seen = new Map<string, ScalarNode>();
    const pairs: Pair[] = [];
    const repeated: FaultOf<'duplicate-key'>[] = [];
    for (const pair of depth < maxDepth ? node.items : []) {
      const key = this.key(pair.key, place);
      const first = seen.get(key.source);
      if (first) {
        repeated.push({ rule: 'duplicate-key', key: key.source, first, start: key.start, end: key.end });
        continue;
      }
      seen.set(key.source, key);
      pairs.push({ key, value: pair.value ? this.node(pair.value, depth + 1, place) : this.empty({ start: key.end, end: key.end }) });
    }
    if (repeated.length > 0 && !place) {
      this.faults.push(...withoutDash(this.withoutUnseen(repeated), pairs[0]!.key, this.text));
    }
    return { kind: 'map', pairs, ...this.collectionSpan(node, pairs.at(-1)?.value.end, place) };
  }

  /** What repeats on both sides of a line that can't be read may be of another entry, which that line means to begin: it isn't told. */
  private withoutUnseen(repeated: readonly FaultOf<'duplicate-key'>[]): readonly FaultOf<'duplicate-key'>[] {
    return repeated.filter(({ first, start }) => !this.unread.some(unread => first!.start < unread.start && unread.start < start));
  }

  /** The package counts blank lines behind a block collection to it: here it ends with its last value. */
  private collectionSpan(node: YAMLMap.Parsed | YAMLSeq.Parsed, lastEnd: number | undefined, place: Span | undefined): Span {
    const span = this.spanOf(node, place);
    return place || node.flow || lastEnd === undefined ? span : { start: span.start, end: lastEnd };
  }

  private key(node: ParsedNode | null, place?: Span): ScalarNode {
    if (node && isAlias(node)) {
      const at = this.spanOf(node, place);
      const target = this.anchors.targetOf(node);
      return typeof target === 'object' && isScalar(target.node) ? this.scalar(target.node, at) : this.empty(at);
    }
    if (node && isScalar(node)) {
      return this.scalar(node, place);
    }
    const span = node ? this.spanOf(node, place) : { start: 0, end: 0 };
    return { kind: 'scalar', value: null, source: this.text.slice(span.start, span.end), style: 'plain', ...span };
  }

  private scalar(node: Scalar.Parsed, place?: Span): ScalarNode {
    const { value } = node;
    const span = this.spanOf(node, place);
    if (!place && isLeftOpen(node.type, this.text.slice(span.start, span.end))) {
      this.faults.push({ rule: 'yaml-syntax', code: 'MISSING_CHAR', detail: `Missing closing ${this.text[span.start]!}quote`, opening: { start: span.start, end: span.start + 1 }, start: span.end - 1, end: span.end });
    }
    return {
      kind: 'scalar',
      value: value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : node.source ?? '',
      source: node.source ?? '',
      style: styleOf(node.type),
      ...span,
    };
  }

  private empty(at: Span): ScalarNode {
    return { kind: 'scalar', value: null, source: '', style: 'plain', start: at.start, end: at.end };
  }

  private spanOf(node: ParsedNode, place: Span | undefined): Span {
    return place ? { start: place.start, end: place.end } : { start: node.range[0], end: node.range[1] };
  }

  private fault(code: SyntaxFaultCode, detail: string, at: Span): void {
    this.faults.push({ rule: 'yaml-syntax', code, detail, start: at.start, end: at.end });
  }
}

/**
 * Whether a quoted text ends in a quote that doesn't close it: an escaped one, or one of two. The package takes it for
 * closed where the text ends there for another reason.
 */
function isLeftOpen(type: Scalar.Type | undefined, written: string): boolean {
  const escape = type === Scalar.QUOTE_DOUBLE ? '\\' : type === Scalar.QUOTE_SINGLE ? "'" : undefined;
  let at = written.length - 2;
  while (escape !== undefined && at > 0 && written[at] === escape) {
    at--;
  }
  return (written.length - at) % 2 === 1;
}

function styleOf(type: Scalar.Type | undefined): ScalarNode['style'] {
  switch (type) {
    case Scalar.QUOTE_DOUBLE: return 'double';
    case Scalar.QUOTE_SINGLE: return 'single';
    case Scalar.BLOCK_FOLDED:
    case Scalar.BLOCK_LITERAL: return 'block';
    default: return 'plain';
  }
}

/** Where all keys of an entry repeat from its first one on, the dash of a further entry was forgotten: that alone is told. */
function withoutDash(repeated: readonly FaultOf<'duplicate-key'>[], firstKey: ScalarNode, text: string): readonly FaultOf<'duplicate-key'>[] {
  const dash = /^[ ]*-[ ]+$/.exec(text.slice(startOfLine(text, firstKey.start), firstKey.start))?.[0];
  return dash !== undefined && repeated.length > 1 && repeated[0]!.key === firstKey.source
    ? repeated.filter(({ key }) => key === firstKey.source).map(fault => ({ ...fault, dash }))
    : repeated;
}
