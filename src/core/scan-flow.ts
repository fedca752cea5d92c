import { Char } from './char';
import type { MapNode, Node, Pair, SeqNode } from './node';
import { ScalarScanner } from './scan-scalar';

/** Deeper than any register nests. What lies deeper is left to a reader without a limit this low. */
export const maxDepth = 16;

/** Keys are compared one by one: as many at most keep that linear. */
const maxPairs = 64;

/** Reads flow collections that stand on one line. */
export class FlowScanner extends ScalarScanner {
  /** A scalar or a flow collection. */
  protected inline(depth: number, inFlow: boolean): Node | undefined {
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
    return char === Char.Comma || char === Char.CloseBrace ? this.empty(this.at) : this.inline(depth, true);
  }

  private flowSeq(depth: number): SeqNode | undefined {
    const start = this.at;
    const items: Node[] = [];
    while (this.nextInFlow(items.length === 0, Char.CloseBracket)) {
      const item = depth < maxDepth ? this.inline(depth + 1, true) : undefined;
      if (!item) {
        return undefined;
      }
      items.push(item);
    }
    return this.closes(Char.CloseBracket) ? { kind: 'seq', items, start, end: this.at } : undefined;
  }

  /** Goes past the opening bracket or the comma to what follows; false at the end. */
  private nextInFlow(isFirst: boolean, close: Char): boolean {
    this.skipSpaces();
    if (!isFirst && this.charAt(this.at) !== Char.Comma) {
      return false;
    }
    this.at++;
    this.skipSpaces();
    return this.charAt(this.at) !== close;
  }

  private closes(close: Char): boolean {
    const closes = this.charAt(this.at) === close;
    this.at++;
    return closes;
  }
}

/** Whether a key may be added: twice is an error, and too many are too much to compare. */
export function isNewKey(source: string, pairs: readonly Pair[]): boolean {
  for (let index = 0; index < pairs.length; index++) {
    if (pairs[index]!.key.source === source) {
      return false;
    }
  }
  return pairs.length < maxPairs;
}
