import { Char } from './char';
import type { MapNode, Node, Pair, ScalarNode, SeqNode } from './node';
import { FlowScanner, isNewKey, maxDepth } from './scan-flow';
import { isBlank } from './scan-scalar';

/** A key may be longer in YAML, but not by much. */
const maxKeyLength = 1000;

/**
 * Reads an entry, a block sequence with what stands behind it, many times faster than a parser for all of YAML.
 * @returns exactly what `readYaml` gives as root where that finds no fault and no anchor;
 * undefined for everything beyond the plain subset in which registers are written
 */
export function scanEntry(text: string): SeqNode | undefined {
  const root = new BlockScanner(text).root();
  return root?.kind === 'seq' ? root : undefined;
}

/** Reads keys of a register, a block mapping, as `scanEntry` reads entries. */
export function scanKey(text: string): MapNode | undefined {
  const root = new BlockScanner(text).root();
  return root?.kind === 'map' ? root : undefined;
}

class BlockScanner extends FlowScanner {
  /** The column of the content at `at`, the first of its line; below 0 at the end of the text. */
  private column = -1;

  root(): MapNode | SeqNode | undefined {
    const root = this.toContent(0) && this.column >= 0 ? this.block(0) : undefined;
    return this.column < 0 ? root : undefined;
  }

  /** A collection that starts with the line. */
  private block(depth: number): MapNode | SeqNode | undefined {
    return this.isDash() ? this.sequence(this.column, depth) : this.mapping(this.column, depth, this.key());
  }

  private sequence(column: number, depth: number): SeqNode | undefined {
    const start = this.at;
    const items: Node[] = [];
    let item: Node | undefined;
    do {
      const dash = this.at;
      this.at++;
      this.skipSpaces();
      item = depth < maxDepth ? this.item(column, column + this.at - dash, depth + 1) : undefined;
      if (!item || this.column > column) {
        return undefined;
      }
      items.push(item);
    } while (this.column === column && this.isDash());
    return { kind: 'seq', items, start, end: item.end };
  }

  /** @param ownColumn the column of what stands behind the dash */
  private item(column: number, ownColumn: number, depth: number): Node | undefined {
    if (this.isAtLineEnd()) {
      return this.onNextLines(column, depth, false);
    }
    if (this.isDash()) {
      return this.sequence(ownColumn, depth);
    }
    const node = this.inline(depth, false);
    if (node?.kind === 'scalar' && this.isBeforeColon()) {
      return this.mapping(ownColumn, depth, node);
    }
    return this.toContent() ? node : undefined;
  }

  private mapping(column: number, depth: number, firstKey: ScalarNode | undefined): MapNode | undefined {
    const pairs: Pair[] = [];
    for (let key = firstKey; key && isNewKey(key.source, pairs) && depth < maxDepth; key = this.key()) {
      if (this.at - key.start > maxKeyLength) {
        return undefined;
      }
      this.at++;
      this.skipSpaces();
      const value = this.value(column, depth + 1);
      if (!value || this.column > column) {
        return undefined;
      }
      pairs.push({ key, value });
      if (this.column < column) {
        return { kind: 'map', pairs, start: firstKey!.start, end: value.end };
      }
    }
    return undefined;
  }

  private value(column: number, depth: number): Node | undefined {
    if (this.isAtLineEnd()) {
      return this.onNextLines(column, depth, true);
    }
    const node = this.inline(depth, false);
    return node && this.toContent() ? node : undefined;
  }

  /** What belongs to an indicator with nothing behind it: a collection on the next lines, or an empty value. */
  private onNextLines(column: number, depth: number, isOfKey: boolean): Node | undefined {
    const empty = this.empty(this.at);
    if (!this.toContent()) {
      return undefined;
    }
    // The list of a key may stand as far left as the key.
    return this.column > column || (isOfKey && this.column === column && this.isDash()) ? this.block(depth) : empty;
  }

  /** A key with its colon next. */
  private key(): ScalarNode | undefined {
    const key = this.scalar(false);
    return key && this.isBeforeColon() ? key : undefined;
  }

  private isBeforeColon(): boolean {
    this.skipSpaces();
    return this.charAt(this.at) === Char.Colon && isBlank(this.charAt(this.at + 1));
  }

  private isDash(): boolean {
    return this.charAt(this.at) === Char.Dash && isBlank(this.charAt(this.at + 1));
  }

  private isAtLineEnd(): boolean {
    const char = this.charAt(this.at);
    return char === Char.LineFeed || char === Char.Hash || char === Char.Return || char === Char.None;
  }

  /**
   * Goes past the rest of the line and lines without content.
   * @returns false where the rest of the line isn't blank, or a document ends
   */
  private toContent(lineStart = -1): boolean {
    const { text } = this;
    let start = lineStart;
    let { at } = this;
    for (;;) {
      let char = this.charAt(at);
      while (char === Char.Space) {
        char = this.charAt(++at);
      }
      if (char === Char.Hash && (at === start || text.charCodeAt(at - 1) === Char.Space)) {
        const lineFeed = text.indexOf('\n', at);
        at = lineFeed < 0 ? text.length : lineFeed;
        char = this.charAt(at);
      } else if (char === Char.Return && this.charAt(at + 1) === Char.LineFeed) {
        at++;
        char = Char.LineFeed;
      }
      if (char !== Char.LineFeed) {
        break;
      }
      at++;
      start = at;
    }
    this.at = at;
    this.column = at === text.length ? -1 : at - start;
    return this.column < 0 || (start >= 0 && !(this.column === 0 && this.isMarker()));
  }

  private isMarker(): boolean {
    return (this.text.startsWith('---', this.at) || this.text.startsWith('...', this.at)) && isBlank(this.charAt(this.at + 3));
  }
}
