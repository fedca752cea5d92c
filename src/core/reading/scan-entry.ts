import { Char } from '../text/char';
import type { MapNode, Node, Pair, ScalarNode, SeqNode } from './node';
import { FlowScanner, isNewKey, maxDepth } from './scan-flow';
import { scanLiteral } from './scan-literal';
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
    const root = this.toContent() && this.column >= 0 ? this.block(0) : undefined;
    return this.column < 0 ? root : undefined;
  }

  /** A collection that starts with the line. */
  private block(depth: number): MapNode | SeqNode | undefined {
    return this.isDash() ? this.sequence(this.column, depth) : this.mapping(this.column, depth, this.key());
  }

  private sequence(column: number, depth: number): SeqNode | undefined {
    const start = this.at;
    const items: Node[] = [];
    do {
      const item = depth < maxDepth ? this.item(column, depth + 1) : undefined;
      if (!item || this.column > column) {
        return undefined;
      }
      items.push(item);
    } while (this.column === column && this.isDash());
    return { kind: 'seq', items, start, end: items.at(-1)!.end };
  }

  private item(column: number, depth: number): Node | undefined {
    const dash = this.at;
    this.at++;
    this.skipSpaces();
    return this.isAtLineEnd() ? this.below(column, depth, false) : this.node(column, column + this.at - dash, depth);
  }

  /**
   * What stands behind an indicator or on a line below it.
   * @param column the column of the indicator's collection
   * @param ownColumn the column of what is read
   */
  private node(column: number, ownColumn: number, depth: number): Node | undefined {
    if (this.isDash()) {
      return this.sequence(ownColumn, depth);
    }
    const node = this.inline(column, depth);
    if (node?.kind === 'scalar' && node.style !== 'block' && this.isBeforeColon()) {
      return this.mapping(ownColumn, depth, node);
    }
    return this.toContent() ? node : undefined;
  }

  private inline(column: number, depth: number): Node | undefined {
    if (this.charAt(this.at) === Char.Pipe) {
      const literal = scanLiteral(this.text, this.at, column);
      this.at = literal?.end ?? this.at;
      return literal;
    }
    this.leftmost = column + 1;
    return this.flowNode(depth, false);
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
      return this.below(column, depth, true);
    }
    const node = this.inline(column, depth);
    return node && this.toContent() ? node : undefined;
  }

  /** What belongs to an indicator with nothing behind it. */
  private below(column: number, depth: number, isOfKey: boolean): Node | undefined {
    const empty = this.empty(this.at);
    if (!this.toContent()) {
      return undefined;
    }
    if (this.column > column) {
      const node = this.node(column, this.column, depth);
      // After a comment that stands further left, `yaml` may take lines for part of a plain text that aren't.
      return node?.kind === 'scalar' && this.text.slice(empty.start, node.start).includes('#') ? undefined : node;
    }
    // The list of a key may stand as far left as the key.
    return isOfKey && this.column === column && this.isDash() ? this.sequence(column, depth) : empty;
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
  private toContent(): boolean {
    // A literal text ends at the start of a line.
    let start = this.at === 0 || this.text.charCodeAt(this.at - 1) === Char.LineFeed ? this.at : -1;
    this.skipSpaces();
    for (let next = this.nextLine(); next >= 0; next = this.nextLine()) {
      start = this.at = next;
      this.skipSpaces();
    }
    this.column = this.at === this.text.length ? -1 : this.at - start;
    return this.column < 0 || (start >= 0 && !(this.column === 0 && this.isMarker()));
  }

  private isMarker(): boolean {
    return (this.text.startsWith('---', this.at) || this.text.startsWith('...', this.at)) && isBlank(this.charAt(this.at + 3));
  }
}
