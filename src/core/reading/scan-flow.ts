import { Char } from '../text/char';
import type { MapNode, Node, Pair, SeqNode } from './node';
import { ScalarScanner } from './scan-scalar';

/** Deeper than any register nests. What lies deeper is left to a reader without a limit this low. */
export const maxDepth = 16;

/** Keys are compared one by one: as many at most keep that linear. */
const maxPairs = 64;

/** Reads flow collections. */
export class FlowScanner extends ScalarScanner {
  /** How far left the further lines of a collection may stand. */
  protected leftmost = 0;

  /** A scalar or a flow collection. */
  protected flowNode(depth: number, inFlow: boolean): Node | undefined {
    const char = this.charAt(this.at);
    return char === Char.OpenBrace ? this.flowMap(depth) : char === Char.OpenBracket ? this.flowSeq(depth) : this.scalar(inFlow);
  }

  private flowMap(depth: number): MapNode | undefined {
    const start = this.at;
    const pairs: Pair[] = [];
    while (this.nextInFlow(pairs.length === 0, Char.CloseBrace)) {
      const key = this.scalar(true);
      if (!key || !isNewKey(key.source, pairs) || depth >= maxDepth) {
        return undefined;
      }
      this.skipSpaces();
      const value = this.charAt(this.at) === Char.Colon ? this.flowValue(depth + 1) : this.empty(key.end);
      if (!value) {
        return undefined;
      }
      pairs.push({ key, value });
    }
    return this.closes(Char.CloseBrace) ? { kind: 'map', pairs, start, end: this.at } : undefined;
  }

  private flowValue(depth: number): Node | undefined {
    this.at++;
    this.skipSpaces();
    const char = this.charAt(this.at);
    return char === Char.Comma || char === Char.CloseBrace ? this.empty(this.at) : this.flowNode(depth, true);
  }

  private flowSeq(depth: number): SeqNode | undefined {
    const start = this.at;
    const items: Node[] = [];
    while (this.nextInFlow(items.length === 0, Char.CloseBracket)) {
      const item = depth < maxDepth ? this.flowNode(depth + 1, true) : undefined;
      if (!item) {
        return undefined;
      }
      items.push(item);
    }
    return this.closes(Char.CloseBracket) ? { kind: 'seq', items, start, end: this.at } : undefined;
  }

  /** Goes past the opening bracket or the comma to what follows; false at the end. */
  private nextInFlow(isFirst: boolean, close: Char): boolean {
    this.skipBlanks();
    if (!isFirst && this.charAt(this.at) !== Char.Comma) {
      return false;
    }
    this.at++;
    this.skipBlanks();
    return this.charAt(this.at) !== close;
  }

  /** Goes past spaces, comments and line breaks; it stays before a line that stands too far left, where nothing fits. */
  private skipBlanks(): void {
    this.skipSpaces();
    for (let lineStart = this.nextLine(); lineStart >= 0;) {
      const lineEnd = this.at;
      this.at = lineStart;
      this.skipSpaces();
      const further = this.nextLine();
      const column = this.at - lineStart;
      // `yaml` sees an error in some comments in the first column.
      if (further < 0 ? column < this.leftmost : column === 0 && this.charAt(this.at) === Char.Hash) {
        this.at = lineEnd;
        return;
      }
      lineStart = further;
    }
  }

  private closes(close: Char): boolean {
    const closes = this.charAt(this.at) === close;
    this.at++;
    return closes;
  }
}

/** Whether a key may be added: twice is an error, and too many are too much to compare. */
export function isNewKey(source: string, pairs: readonly Pair[]): boolean {
  for (const { key } of pairs) {
    if (key.source === source) {
      return false;
    }
  }
  return pairs.length < maxPairs;
}
