import { isAlias, isMap, isNode, isScalar, isSeq, type Alias, type ParsedNode } from 'yaml';

/** How many nodes aliases may bring into one piece: a register uses a few, an alias bomb billions. */
export const mostAliasedNodes = 20_000;

/** What an alias stands for. */
export interface Anchored {
  readonly node: ParsedNode;
  /** Of the piece in which it is written: its own aliases stand for something there. */
  readonly anchors: Anchors;
}

/** What a piece of YAML is read with, of what stands before it. */
export interface Surroundings {
  /** What the last anchor of a name names; undefined where there is none. */
  readonly before: (name: string) => Anchored | undefined;
  /** How many nodes aliases may bring in. */
  readonly mostAliasedNodes: number;
}

/** What the anchors of one piece of YAML name, and what its aliases stand for: something in it, or before it. */
export class Anchors {
  /** What each anchor names behind the piece: a name can be given again. */
  readonly named = new Map<string, ParsedNode>();
  /** How many nodes its aliases have brought in. */
  aliasedNodes = 0;
  /** Each alias with what it stands for in the piece itself. */
  private readonly aliases = new Map<Alias.Parsed, ParsedNode | undefined>();

  /**
   * @param surroundings undefined where nothing is known of what stands before the piece
   * @param maxDepth how deep it is looked through
   */
  constructor(root: ParsedNode | null, private readonly surroundings: Surroundings | undefined, maxDepth: number) {
    this.collect(root, maxDepth);
  }

  /** Whether there is neither anchor nor alias. */
  get isEmpty(): boolean {
    return this.named.size === 0 && this.aliases.size === 0;
  }

  /** Whether its aliases may bring in another node; counts it if so. */
  takesAnother(): boolean {
    return this.aliasedNodes++ < (this.surroundings?.mostAliasedNodes ?? mostAliasedNodes);
  }

  /** The names of the aliases that stand for nothing in the piece itself. */
  open(): ReadonlySet<string> {
    return new Set([...this.aliases].flatMap(([{ source }, target]) => target ? [] : source));
  }

  /** What an alias of the piece stands for; undefined where no anchor before it has its name, `unknown` where that could stand before the piece. */
  targetOf(alias: Alias.Parsed): Anchored | 'unknown' | undefined {
    const node = this.aliases.get(alias);
    return node ? { node, anchors: this } : this.surroundings ? this.surroundings.before(alias.source) : 'unknown';
  }

  /** The alias that is written at an offset. */
  aliasAt(offset: number): Alias.Parsed | undefined {
    return [...this.aliases.keys()].find(({ range }) => range[0] === offset);
  }

  private collect(node: unknown, depth: number): void {
    if (!isNode(node) || depth < 0) {
      return;
    }
    if (isAlias(node)) {
      this.aliases.set(node as Alias.Parsed, this.named.get(node.source));
      return;
    }
    if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor) {
      this.named.set(node.anchor, node as ParsedNode);
    }
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        this.collect(key, depth - 1);
        this.collect(value, depth - 1);
      }
    } else if (isSeq(node)) {
      for (const item of node.items) {
        this.collect(item, depth - 1);
      }
    }
  }
}
