import type { Assignment, Purchase, Server } from '../register/model';
import type { Pool } from './pool';
import { put } from '../collections/put';
import { Subject } from './subject';

/**
 * How an assignment and the purchase that it names go together: a pool of that purchase; `unknown`
 * where no purchase has the id; `mismatch` where none of its pools fits; `unreadable` where that can't be known.
 */
export type Holding = Pool | 'unknown' | 'mismatch' | 'unreadable';

/** One purchase id: its purchases, and all that names it. */
export class Order extends Subject {
  readonly scope = 'order';
  readonly lines = new Set<Purchase>();
  readonly servers = new Set<Server>();
  pools: readonly Pool[] = [];
  /** Whether the type of one of its purchases is missing or can't be read: nobody knows what else it holds. */
  isPartlyUnreadable = false;
  /** Whether some of its assignments are still to find their pool among these. */
  isUnsettled = false;
  /** The assignments that name it in place of a type, broken ones too. */
  readonly untyped = new Set<Assignment>();
  /** The assignments that name it and can't take part, whatever else is recorded: nobody can tell whether they take a seat. */
  readonly broken = new Set<Assignment>();
  private readonly held = new Map<Assignment, Holding>();
  private readonly misfits = new Set<Assignment>();

  /** @param key its id, normalized */
  constructor(readonly key: string) {
    super();
  }

  override get isEmpty(): boolean {
    return this.lines.size === 0 && this.servers.size === 0 && this.held.size === 0 && this.untyped.size === 0 && this.broken.size === 0;
  }

  /** The assignments that name it and can take part, with their pools. */
  get holdings(): ReadonlyMap<Assignment, Holding> {
    return this.held;
  }

  /** Those that none of its pools fits. */
  get mismatched(): ReadonlySet<Assignment> {
    return this.misfits;
  }

  hold(assignment: Assignment, holding: Holding): void {
    this.held.set(assignment, holding);
    put(this.misfits, assignment, holding === 'mismatch');
  }

  release(assignment: Assignment): void {
    this.held.delete(assignment);
    this.misfits.delete(assignment);
  }
}
