import { Char } from '../text/char';
import { isRegisterKey, isSlippedKey, wrongMarkOf } from './slipped-lines';
import { Segment, type CutState, type Section, type SegmentKind } from './segment';

const undecided: CutState = { shape: 'undecided', indent: 'none' };
const opened: CutState = { shape: 'opened', indent: 'none' };
const ended: CutState = { shape: 'ended', indent: 'none' };
const whole: CutState = { shape: 'whole', indent: 'none' };
const plainMapping: CutState = { shape: 'mapping', indent: 'none' };
const awaiting: CutState = { shape: 'mapping', indent: 'awaited' };

/** Lines to cut, and what stands before them. */
export interface CutRequest {
  /** Whole lines; only the last of the document may lack its line break. */
  readonly text: string;
  /** The segment before the text; undefined at the start of the document. */
  readonly previous?: Segment | undefined;
  /** Sections that were there before: a key that opens one of the same name takes it over. */
  readonly former?: readonly Section[];
  /** Cut nothing apart but the tail: something couples the lines. */
  readonly whole?: boolean;
}

/**
 * Cuts lines into segments. A segment starts at a line that is a boundary in the state before it
 * (a top-level key, or a `- ` in the column of its section), and no other line of it is one.
 * @returns `continues` when the first line belongs to the segment before the text,
 * `uncuttable` when the document must be read as a whole
 */
export function cut(request: CutRequest): readonly Segment[] | 'continues' | 'uncuttable' {
  const { text, previous } = request;
  const former = [...(request.former ?? [])];
  const segments: Segment[] = [];
  let state = previous?.after ?? undecided;
  let section = previous?.section;
  let kind: SegmentKind | undefined = previous ? undefined : 'head';
  let segmentStart = 0;

  const close = (end: number) => {
    if (end > segmentStart && kind) {
      segments.push(new Segment(kind, text.slice(segmentStart, end), state, kind === 'item' || kind === 'key' ? section : undefined));
    }
    segmentStart = end;
  };

  for (let lineStart = 0; lineStart < text.length;) {
    const lineFeed = text.indexOf('\n', lineStart);
    const line = readLine(text, lineStart, lineFeed < 0 ? text.length : lineFeed);
    let step = line.isContent ? stepOver(line, state) : undefined;
    if (step !== 'uncuttable' && step?.kind === 'key' && endsFlowOf(kind ? text.slice(segmentStart, lineStart) : previous!.text, lineText(line))) {
      step = undefined;
    }
    if (step === 'uncuttable') {
      if (!request.whole) {
        return 'uncuttable';
      }
      kind = 'whole';
      state = line.isDirective ? state : whole;
    } else if (step && (request.whole && step.kind !== 'tail')) {
      kind = 'whole';
      state = whole;
    } else if (step?.kind) {
      close(lineStart);
      ({ kind } = step);
      state = step.state;
      if (kind === 'key') {
        const { key } = step;
        section = key === undefined ? undefined : take(former, key);
      } else if (kind === 'item') {
        section ??= take(former, undefined);
      }
    } else if (!kind) {
      return 'continues';
    } else if (step) {
      state = step.state;
      if (state === plainMapping) {
        section = undefined;
      }
    }
    lineStart = line.end + 1;
  }
  close(text.length);
  return segments;
}

function take(former: Section[], key: string | undefined): Section {
  const at = former.findIndex(section => section.key === key);
  return at < 0 ? { key } : former.splice(at, 1)[0]!;
}

/** What a line does: `kind` where it starts a segment, the state after it, the key where it opens a section. */
interface Step {
  readonly kind?: SegmentKind;
  readonly state: CutState;
  readonly key?: string;
}

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Blanks before the content. */
  readonly indent: number;
  /** Not blank, not only a comment. */
  readonly isContent: boolean;
  readonly isDirective: boolean;
  /** `- `, or `-` alone; or what an entry begins with by mistake. */
  readonly isItem: boolean;
  /** `---` or `...`, alone or with a blank behind it. */
  readonly marker: string | undefined;
}

function readLine(text: string, start: number, end: number): Line {
  let first = start;
  while (first < end && text.charCodeAt(first) === Char.Space) {
    first++;
  }
  const indent = first - start;
  const char = first < end ? text.charCodeAt(first) : Char.Return;
  const mayMark = indent === 0 && (char === Char.Dash || char === Char.Dot);
  return {
    text, start, end, indent,
    isContent: char !== Char.Hash && isContent(text, first, end),
    isDirective: indent === 0 && char === Char.Percent,
    isItem: char === Char.Dash && isBlankAt(text, first + 1, end) ? true : mayBeMark(char) && wrongMarkOf(text.slice(first, end)) !== undefined,
    marker: mayMark && (text.startsWith('---', start) || text.startsWith('...', start)) && isBlankAt(text, start + 3, end) ? text.slice(start, start + 3) : undefined,
  };
}

/** Nearly all lines start with a letter: they are told apart fast. */
function mayBeMark(char: number): boolean {
  return char < Char.Zero || char > Char.CloseBrace;
}

function stepOver(line: Line, state: CutState): Step | 'uncuttable' | undefined {
  const isOpening = state.shape === 'undecided' || state.shape === 'opened';
  if (state.shape === 'ended') {
    return undefined;
  }
  if (line.marker) {
    if (state.shape !== 'undecided') {
      return { kind: 'tail', state: ended };
    }
    return line.marker === '---' && !isContent(line.text, line.start + 3, line.end) ? { state: opened } : 'uncuttable';
  }
  if (state.shape === 'whole') {
    return undefined;
  }
  if (isOpening && line.isItem) {
    return { kind: 'item', state: { shape: 'list', indent: line.indent } };
  }
  if (state.shape === 'list') {
    return line.isItem && line.indent === state.indent ? { kind: 'item', state } : line.indent === 0 && isRegisterKey(lineText(line)) ? stepOverKey(lineText(line), false) : undefined;
  }
  if (line.isItem && line.indent === state.indent) {
    return { kind: 'item', state };
  }
  if (line.isItem && state.indent === 'awaited') {
    return { kind: 'item', state: { shape: 'mapping', indent: line.indent } };
  }
  if (typeof state.indent === 'number' && line.indent > 0 && line.indent <= state.indent && /^[?:](?:\s|$)/.test(line.text.slice(line.start + line.indent, line.end))) {
    return 'uncuttable'; // the package takes it as a key of the register
  }
  if (line.indent > 0 || line.isItem || /^[\]}\t]/.test(line.text[line.start]!)) {
    // The end of a flow collection, and the items of a tagged list, may stand as far left as their key.
    return isOpening ? 'uncuttable' : state === awaiting ? { state: plainMapping } : undefined;
  }
  const text = lineText(line);
  return state.indent !== 'none' && isStray(text) ? undefined : stepOverKey(text, isOpening);
}

function lineText({ text, start, end }: Line): string {
  return text.slice(start, end);
}

const simpleKey = /^("(?:[^"\\]|\\.)*"[ \t]*|'(?:[^']|'')*'[ \t]*|[^\s"'#&*!|>%@`{}[\],?:-](?:(?!\s#).)*?):(?=[ \t\r]|$)/;
const nothingBehindKey = /^[ \t]*(?:[ \t]#.*)?\r?$/;
/** A word may yet become a key; what starts with a mark of YAML's own can't, and couples or nests what follows. */
const halfTypedKey = /^[\p{L}\p{N}_][^{}[\]"'&*!|>]*$/u;

/** What a plain text may start with; what nothing may start with; and the marks of a merge. */
const textStart = /^(?:[^\s"'#&*!|>%{}[\]?:-]|>{7}|\|{7})/;

/** Whether a line, as the first with content, makes its document a mapping. */
export function opensMapping(line: string): boolean {
  return simpleKey.test(line) || halfTypedKey.test(line);
}

/**
 * Whether a line at the left edge can't be a key of a register. In a section it is an error, which the entry above
 * bears alone: the entries below keep their section.
 */
export function isStray(line: string): boolean {
  return textStart.test(line) && (isSlippedKey(line) || !simpleKey.test(line));
}

/** Whether a line behind an entry in braces is certainly the end of it, slipped to the left edge: what looks like its key isn't one. */
export function endsFlowOf(entry: string, line: string): boolean {
  return line.includes('}') && !line.includes('{') && !entry.includes('}') && /^ *- +\{/.test(entry);
}

function stepOverKey(line: string, isOpening: boolean): Step | 'uncuttable' {
  const match = simpleKey.exec(line);
  if (!match && (/^[?:%]/.test(line) || (isOpening && !opensMapping(line)))) {
    return 'uncuttable';
  }
  return match && nothingBehindKey.test(line.slice(match[0].length))
    ? { kind: 'key', state: awaiting, key: match[1]!.trimEnd().replace(/^(["'])(.*)\1$/, '$2') }
    : { kind: 'key', state: plainMapping };
}

function isContent(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    const char = text.charCodeAt(at);
    if (char !== Char.Space && char !== Char.Tab && char !== Char.Return) {
      return char !== Char.Hash;
    }
  }
  return false;
}

function isBlankAt(text: string, at: number, end: number): boolean {
  const char = at < end ? text.charCodeAt(at) : Char.Space;
  return char === Char.Space || char === Char.Tab || (char === Char.Return && at + 1 >= end);
}
