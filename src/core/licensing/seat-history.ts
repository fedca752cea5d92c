import { daysTaken } from './assignment-days';
import type { Day } from '../calendar';
import { groupBy } from '../collections/group-by';
import { Heap } from '../collections/heap';
import { normalize } from '../register/identifier';
import { isGiven, type Assignment } from '../register/model';
import type { Seats } from '../subjects/pool';

/** A seat that went from one holder to another sooner than the terms allow. */
export interface EarlyMove {
  readonly former: Assignment;
  readonly next: Assignment;
}

/** What it depends on besides the assignments whether a seat is handed on too early. */
export interface SeatTerms {
  /** How many seats there are. */
  readonly seats: number;
  /** For how many days a seat stays with its holder before it may go to another. */
  readonly days: number;
  /** Who holds an assignment; undefined where that isn't known. */
  readonly holderOf: (assignment: Assignment) => unknown;
}

/** Reasons after which a seat may be reassigned without waiting: the exceptions of Microsoft's Product Terms, and what was no assignment at all. */
const exemptReasons: ReadonlySet<string> = new Set(['left', 'device-failed', 'temporary-over', 'correction']);

/** Whether a seat may be reassigned without waiting after an assignment that ended for a reason. */
export function waivesWaiting(reason: string | undefined): boolean {
  return reason !== undefined && exemptReasons.has(reason);
}

/**
 * The assignments that take seats, one after the other: by `assigned`, by `ended` (none last), by place.
 * Without stand-ins, who use the seat of the absent, and those that ended on the day they began.
 * @param assignments in the order of their places
 */
export function inSeatOrder(assignments: readonly Assignment[]): Assignment[] {
  return assignments
    .filter(assignment => !isGiven(assignment, 'temporaryFor') && daysTaken(assignment).start < daysTaken(assignment).end)
    .sort((a, b) => a.assigned!.value - b.assigned!.value || difference(daysTaken(a).end, daysTaken(b).end));
}

function difference(a: Day, b: Day): number {
  return a === b ? 0 : a - b;
}

/** The number of a seat, in the form in which numbers are compared; undefined where an assignment names none. */
export function seatNumberOf({ seat }: Assignment): string | undefined {
  return seat && normalize(seat.value);
}

/**
 * Deals the seats of a pool out, as kindly as the register allows, and tells which moves are too early even so.
 * @param assignments those that take seats of the pool, as `inSeatOrder` gives them
 */
export function earlyMoves(assignments: readonly Assignment[], terms: SeatTerms): EarlyMove[] {
  return new Dealer(assignments, terms).deal();
}

/**
 * Whether some seat may have had two holders, one of whom gave it back: mostly nobody did, or there are enough for all.
 * It takes far less time than to put the assignments in order.
 */
export function mayHaveMoves({ holders, numbered, hasEnded }: Pick<Seats, 'holders' | 'numbered' | 'hasEnded'>, seats: number): boolean {
  return hasEnded && (holders.size > seats || groupBy(numbered, seatNumberOf).size < numbered.size);
}

/** One assignment in its seat. What is known of a seat is the last stint in it. */
interface Stint {
  readonly assignment: Assignment;
  /** Its place in the order of assignments. */
  readonly rank: number;
  readonly start: Day;
  readonly end: Day;
  readonly holder: unknown;
  readonly number: string | undefined;
  /** Whether it got a seat that nobody numbered, and has ended, and nobody has had the seat since. */
  isFree: boolean;
  /** The how manieth it was freed, from 0. */
  freedAs: number;
  /** Whether anybody may have its seat next. */
  isFine: boolean;
  /** Whether there was a seat for it. */
  hasSeat: boolean;
}

/**
 * Goes through the assignments once. A seat that is fine for anybody stays so until it is taken, so without numbers it
 * makes no difference which of them is. Since a new number asks for a seat never used, or free for longest, those are
 * kept: used ones go first, and of these the one freed last. Who had several has the one that others would wait for longest.
 */
class Dealer {
  private readonly stints: readonly Stint[];
  private readonly moves: EarlyMove[] = [];
  private neverUsed: number;
  private readonly numbered = new Map<string, Stint>();
  /** The last stints in seats without a number, in the order in which those were freed; `isFree` tells whether they still are. */
  private readonly freed: Stint[] = [];
  /** Up to where nobody of them is free any more. */
  private allTaken = 0;
  private readonly freedByHolder = new Map<unknown, { readonly all: Stint[]; readonly waiting: Heap }>();
  /** Those whose seat anybody may have, the one freed last first; and the others by rank. */
  private readonly fine = new Heap();
  private readonly waiting = new Heap();

  constructor(assignments: readonly Assignment[], private readonly terms: SeatTerms) {
    this.neverUsed = terms.seats;
    this.stints = assignments.map((assignment, rank) => {
      const { start, end } = daysTaken(assignment);
      return { assignment, rank, start, end, holder: terms.holderOf(assignment), number: seatNumberOf(assignment), isFree: false, freedAs: -1, isFine: false, hasSeat: false };
    });
  }

  deal(): EarlyMove[] {
    const { stints } = this;
    const byEnd = stints.filter(({ end }) => end < Infinity).sort((a, b) => a.end - b.end || a.rank - b.rank);
    let ended = 0;
    let aged = 0;
    for (const stint of stints) {
      for (; aged < stints.length && this.isAged(stints[aged]!, stint.start); aged++) {
        this.find(stints[aged]!);
      }
      for (; ended < byEnd.length && byEnd[ended]!.end <= stint.start; ended++) {
        this.release(byEnd[ended]!, stint.start);
      }
      this.seat(stint);
    }
    return this.moves;
  }

  private seat(stint: Stint): void {
    const { number } = stint;
    if (number === undefined) {
      this.take(stint, this.ownOf(stint) ?? this.freedLast() ?? this.unused() ?? this.oldest());
      return;
    }
    const seat = this.numberedSeat(number, stint.start);
    if (seat) {
      this.take(stint, seat);
      this.numbered.set(number, stint);
    }
  }

  /** The seat of a number, where it is free on a day; undefined where somebody still has it. */
  private numberedSeat(number: string, day: Day): Stint | 'unused' | undefined {
    const former = this.numbered.get(number);
    if (former) {
      return former.end <= day ? former : undefined;
    }
    return this.unused() ?? this.longestFree();
  }

  /** Gives a stint its seat, and tells when that is too early. */
  private take(stint: Stint, seat: Stint | 'unused' | undefined): void {
    stint.hasSeat = seat !== undefined;
    if (seat === undefined || seat === 'unused') {
      return;
    }
    seat.isFree = false;
    if (!this.isFineFor(seat, stint)) {
      this.moves.push({ former: seat.assignment, next: stint.assignment });
    }
  }

  private isFineFor(seat: Stint, { holder, start }: Stint): boolean {
    return holder === undefined || holder === seat.holder || this.isFineForAnybody(seat, start);
  }

  private isFineForAnybody(seat: Stint, day: Day): boolean {
    return seat.holder === undefined || waivesWaiting(seat.assignment.reason?.value) || this.isAged(seat, day);
  }

  private isAged(seat: Stint, day: Day): boolean {
    return seat.start + this.terms.days <= day;
  }

  private release(stint: Stint, day: Day): void {
    if (!stint.hasSeat || stint.number !== undefined) {
      return;
    }
    stint.isFree = true;
    stint.freedAs = this.freed.push(stint) - 1;
    const own = this.freedByHolder.get(stint.holder) ?? { all: [], waiting: new Heap() };
    own.all.push(stint);
    own.waiting.push(-stint.rank);
    this.freedByHolder.set(stint.holder, own);
    if (this.isFineForAnybody(stint, day)) {
      this.find(stint);
    } else {
      this.waiting.push(stint.rank);
    }
  }

  /** Enters a free seat among those that anybody may have. */
  private find(stint: Stint): void {
    if (stint.isFree && !stint.isFine) {
      stint.isFine = true;
      this.fine.push(-stint.freedAs);
    }
  }

  private ownOf({ holder }: Stint): Stint | undefined {
    const own = holder === undefined ? undefined : this.freedByHolder.get(holder);
    return own && (this.newestWaiting(own.waiting) ?? firstFree(() => own.all.pop()));
  }

  private newestWaiting(waiting: Heap): Stint | undefined {
    return firstFree(() => {
      let rank = waiting.pop();
      while (rank !== undefined && this.stints[-rank]!.isFine) {
        rank = waiting.pop();
      }
      return rank === undefined ? undefined : this.stints[-rank];
    });
  }

  private unused(): 'unused' | undefined {
    if (this.neverUsed === 0) {
      return undefined;
    }
    this.neverUsed--;
    return 'unused';
  }

  private freedLast(): Stint | undefined {
    return firstFree(() => {
      const position = this.fine.pop();
      return position === undefined ? undefined : this.freed[-position];
    });
  }

  private oldest(): Stint | undefined {
    return firstFree(() => {
      const rank = this.waiting.pop();
      return rank === undefined ? undefined : this.stints[rank];
    });
  }

  private longestFree(): Stint | undefined {
    return firstFree(() => this.allTaken < this.freed.length ? this.freed[this.allTaken++] : undefined);
  }
}

/** The first stint whose seat is still free, of those that are taken out one by one. */
function firstFree(takeOut: () => Stint | undefined): Stint | undefined {
  let stint = takeOut();
  while (stint && !stint.isFree) {
    stint = takeOut();
  }
  return stint;
}
