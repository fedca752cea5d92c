import { Multimap } from '../collections/multimap';
import type { Place, Segment } from '../document/segment';
import type { SegmentList } from '../document/segment-list';
import { mostAliasedNodes, type Anchors, type Surroundings } from '../reading/anchors';

/** How many nodes aliases may bring into all of a file: as many as into one segment would be too few for 10,000 entries. */
const mostInFile = 1_000_000;

const none: readonly never[] = [];

/** What ties the segments of a file to each other: an alias stands for what an anchor names in a segment before. */
export class Ties {
  private readonly anchors = new Map<Segment, Anchors>();
  private readonly naming = new Multimap<string, Segment>();
  private readonly using = new Multimap<string, Segment>();
  private aliasedNodes = 0;

  constructor(private readonly segments: SegmentList) {}

  /** What a segment is read with. */
  around(segment: Segment): Surroundings {
    return {
      before: name => {
        const anchors = this.anchors.get(this.namedBefore(segment, name)!);
        return anchors && { node: anchors.named.get(name)!, anchors };
      },
      mostAliasedNodes: Math.min(mostAliasedNodes, Math.max(mostInFile - this.aliasedNodes, 0)),
    };
  }

  /** Takes in a segment as it was read. @returns those with aliases that may stand for something in it */
  add(segment: Segment, anchors: Anchors): readonly Segment[] {
    this.anchors.set(segment, anchors);
    this.aliasedNodes += anchors.aliasedNodes;
    anchors.named.forEach((_node, name) => this.naming.add(name, segment));
    anchors.open().forEach(name => this.using.add(name, segment));
    return this.usersOf(segment, anchors);
  }

  /** Takes out a segment, which may be gone. @returns those with aliases that may have stood for something in it */
  delete(segment: Segment): readonly Segment[] {
    const anchors = this.anchors.get(segment);
    if (!anchors) {
      return none;
    }
    this.anchors.delete(segment);
    this.aliasedNodes -= anchors.aliasedNodes;
    anchors.named.forEach((_node, name) => this.naming.delete(name, segment));
    anchors.open().forEach(name => this.using.delete(name, segment));
    return this.usersOf(segment, anchors);
  }

  /** Where that is written for which an alias stands that begins at a place; undefined where none does, and where it stands for nothing. */
  targetOf({ segment, start }: Place): Place | undefined {
    const anchors = this.anchors.get(segment);
    const alias = anchors?.aliasAt(start);
    const target = alias && anchors!.targetOf(alias);
    if (!alias || typeof target !== 'object') {
      return undefined;
    }
    const [from, to] = target.node.range;
    return { segment: target.anchors === anchors ? segment : this.namedBefore(segment, alias.source)!, start: from, end: to };
  }

  /** Those behind a segment that use one of its names; all that do where it is gone, and nobody knows where it stood. */
  private usersOf(segment: Segment, { named }: Anchors): Segment[] {
    const users = [...named.keys()].flatMap(name => [...this.using.get(name)]);
    const order = segment.slot ? this.segments.orderOf(segment) : -1;
    return users.filter(user => user.slot && this.segments.orderOf(user) > order);
  }

  /** The last segment before another in which an anchor has a name. */
  private namedBefore(segment: Segment, name: string): Segment | undefined {
    const order = this.segments.orderOf(segment);
    let last: Segment | undefined;
    let lastOrder = -1;
    for (const each of this.naming.get(name)) {
      const eachOrder = this.segments.orderOf(each);
      if (eachOrder < order && eachOrder > lastOrder) {
        last = each;
        lastOrder = eachOrder;
      }
    }
    return last;
  }
}
