import { daysCovered } from '../licensing/assignment-days';
import { includesDay, type Day } from '../calendar';
import type { LicenseType, Tier } from '../licensing/license-type';
import type { Assignment, Device, Mailbox, NoCal } from '../register/model';
import type { Seats } from './pool';
import { Subject } from './subject';
import type { Holding } from './order';

/** Entries that stand for a person. */
export type PersonEntry = Assignment | Mailbox | NoCal;

/** How assignments and licenses go together in this register. */
export interface Licenses {
  /** Whether an assignment takes part in rules across entries. */
  isSound(assignment: Assignment): boolean;
  /** What an assignment gives: its own type, else that of the pool that its purchase names. */
  typeOf(assignment: Assignment): LicenseType | undefined;
  /** How an assignment and the purchase it names go together; undefined without one. */
  holdingOf(assignment: Assignment): Holding | undefined;
  /** Among which an assignment takes its seat: those of its pool, or without a purchase those of its type; undefined where there is neither. */
  seatsOf(assignment: Assignment): Seats | undefined;
  /** Whether a type covers the standard features (it is base) or the enterprise ones (it is additive). */
  covers(type: LicenseType, tier: Tier): boolean;
}

/** Who can hold CALs: a person or a device. */
export abstract class Holder extends Subject {
  constructor(protected readonly licenses: Licenses) {
    super();
  }

  /** The assignments that name it, broken ones too. */
  abstract readonly assignments: Iterable<Assignment>;

  /** Whether an assignment that names it is meant to cover it: one that names a device covers the device. */
  protected abstract isMeant(assignment: Assignment): boolean;

  /** Whether a kind of license is meant for its like. */
  protected abstract suits(type: LicenseType): boolean;

  /** Whether it is covered on a day by an assignment of its own. */
  isCovered(tier: Tier, day: Day): boolean {
    return this.coveringAssignments(tier, day).next().done === false;
  }

  /** Whether it is covered, or may be: one of its assignments is broken, perhaps half-typed. */
  mayBeCovered(tier: Tier, day: Day): boolean {
    for (const assignment of this.assignments) {
      if (this.isMeant(assignment) && !this.licenses.isSound(assignment)) {
        return true;
      }
    }
    return this.isCovered(tier, day);
  }

  /** The assignments that cover it on a day, in no particular order. */
  *coveringAssignments(tier: Tier, day: Day): Generator<Assignment, void> {
    for (const assignment of this.assignments) {
      if (this.isMeant(assignment) && this.licenses.isSound(assignment) && includesDay(daysCovered(assignment), day)) {
        const type = this.licenses.typeOf(assignment);
        if (type && this.suits(type) && this.licenses.covers(type, tier)) {
          yield assignment;
        }
      }
    }
  }
}

/** One person: entries joined by an equal address, login or staff number. */
export class Person extends Holder {
  readonly scope = 'person';
  /** Whether its entries have gone to others. */
  override isEmpty = false;
  private readonly facts = new Map<unknown, unknown>();

  /** @param entries in no particular order */
  constructor(readonly entries: readonly PersonEntry[], licenses: Licenses) {
    super(licenses);
  }

  get assignments(): Assignment[] {
    return this.entries.filter(entry => entry.entryKind === 'assignment');
  }

  get mailboxes(): Mailbox[] {
    return this.entries.filter(entry => entry.entryKind === 'mailbox');
  }

  get noCals(): NoCal[] {
    return this.entries.filter(entry => entry.entryKind === 'noCal');
  }

  /** What records, for a day, that this person needs no CAL of their own; an `until` that can't be read hasn't passed. */
  noCalOn(day: Day): NoCal | undefined {
    return this.noCals.find(({ until }) => !until || until.value >= day);
  }

  /** Whether such is recorded. */
  needsNoCal(day: Day): boolean {
    return this.noCalOn(day) !== undefined;
  }

  /**
   * A fact about this person: many entries may ask for the same one.
   * @param fact what names it
   * @param find finds it out from what, when it changes, lets this person be checked again
   */
  recall<Fact>(fact: unknown, find: () => Fact): Fact {
    if (!this.facts.has(fact)) {
      this.facts.set(fact, find());
    }
    return this.facts.get(fact) as Fact;
  }

  /** Something that facts rest on may have changed. */
  forget(): void {
    this.facts.clear();
  }

  protected override isMeant(assignment: Assignment): boolean {
    return !assignment.device && !assignment.unusable.includes('device');
  }

  protected override suits(type: LicenseType): boolean {
    return type.kind === 'plan' || (type.kind !== 'server' && type.model !== 'device');
  }
}

/** One device by its name: the entries that describe it, and the assignments that name it. */
export class DeviceHolder extends Holder {
  readonly scope = 'deviceHolder';
  readonly entries = new Set<Device>();
  override readonly assignments = new Set<Assignment>();

  /** @param key its name, normalized */
  constructor(readonly key: string, licenses: Licenses) {
    super(licenses);
  }

  override get isEmpty(): boolean {
    return this.entries.size === 0 && this.assignments.size === 0;
  }

  protected override isMeant(): boolean {
    return true;
  }

  protected override suits(type: LicenseType): boolean {
    return type.kind !== 'plan' && type.kind !== 'server' && type.model !== 'user';
  }
}
