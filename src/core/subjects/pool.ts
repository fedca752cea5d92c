import { daysTaken } from '../licensing/assignment-days';
import { includesDay, StepFunction, without, type Day, type Interval } from '../calendar';
import { coverOf } from '../licensing/cover';
import { releaseDay } from '../licensing/facts';
import type { Person } from './holder';
import type { LicenseType, Version } from '../licensing/license-type';
import { daysOf, isGiven, type Assignment, type Purchase, type Server, type Term } from '../register/model';
import type { Persons } from './persons';
import { Subject } from './subject';
import type { Order } from './order';

/** How many stand-ins for stand-ins are followed: beyond them the absent count as away. */
const longestChain = 8;

/** Seats that are taken by assignments, day by day. Those of stand-ins depend on the absent, so they are reckoned when asked for. */
export class Seats {
  readonly holders = new Set<Assignment>();
  readonly standIns = new Set<Assignment>();
  /** Those that name a seat by its number. */
  readonly numbered = new Set<Assignment>();
  private ended = 0;
  private readonly steady = new StepFunction();
  /** Undefined while it has to be found anew. */
  private earliest: Day | undefined = Infinity;

  constructor(assignments: Iterable<Assignment> = []) {
    for (const assignment of assignments) {
      this.add(assignment);
    }
  }

  add(assignment: Assignment): void {
    this.holders.add(assignment);
    this.ended += assignment.ended ? 1 : 0;
    if (assignment.seat) {
      this.numbered.add(assignment);
    }
    if (this.earliest !== undefined) {
      this.earliest = Math.min(this.earliest, daysTaken(assignment).start);
    }
    if (isGiven(assignment, 'temporaryFor')) {
      this.standIns.add(assignment);
    } else {
      step(this.steady, daysTaken(assignment), 1);
    }
  }

  delete(assignment: Assignment): void {
    this.holders.delete(assignment);
    this.ended -= assignment.ended ? 1 : 0;
    this.numbered.delete(assignment);
    if (daysTaken(assignment).start === this.earliest) {
      this.earliest = undefined;
    }
    if (!this.standIns.delete(assignment)) {
      step(this.steady, daysTaken(assignment), -1);
    }
  }

  /** The day on which the first of all assignments starts; Infinity without any. */
  get firstDay(): Day {
    if (this.earliest === undefined) {
      this.earliest = Infinity;
      for (const holder of this.holders) {
        this.earliest = Math.min(this.earliest, daysTaken(holder).start);
      }
    }
    return this.earliest;
  }

  /** Whether anybody has given a seat back, or will. */
  get hasEnded(): boolean {
    return this.ended > 0;
  }

  get hasStandIns(): boolean {
    return this.standIns.size > 0;
  }

  /** How many seats are taken on each day. A stand-in takes none on days when the absent person takes one here. */
  taken(persons: Persons): StepFunction {
    if (!this.hasStandIns) {
      return this.steady;
    }
    const taken = new StepFunction();
    for (const { day, delta } of this.steady.steps) {
      taken.add(day, delta);
    }
    const absences = new Absences(this.holders, persons);
    for (const standIn of this.standIns) {
      for (const days of absences.daysOfStandIn(standIn)) {
        step(taken, days, 1);
      }
    }
    return taken;
  }

  /** Whether an assignment takes a seat on a day. */
  takesOn(assignment: Assignment, day: Day, persons: Persons): boolean {
    return this.standIns.has(assignment)
      ? this.daysTakenBy(assignment, persons).some(days => includesDay(days, day))
      : includesDay(daysTaken(assignment), day);
  }

  /** The days on which an assignment takes a seat: of a stand-in those on which the absent person takes none. */
  daysTakenBy(assignment: Assignment, persons: Persons): readonly Interval[] {
    return this.standIns.has(assignment)
      ? new Absences(this.holders, persons).daysOfStandIn(assignment)
      : [daysTaken(assignment)].filter(isNonEmpty);
  }
}

/** When those are away for whom others stand in. Who stands in may be away too, and somebody stand in for them. */
class Absences {
  private readonly daysByDepth: Map<Person, readonly Interval[]>[] = [];

  constructor(private readonly holders: ReadonlySet<Assignment>, private readonly persons: Persons) {}

  /** The days on which a stand-in takes a seat of its own; none where nobody can tell for whom it is. */
  daysOfStandIn(standIn: Assignment, depth = longestChain): readonly Interval[] {
    const days = daysTaken(standIn);
    if (!standIn.temporaryFor || days.start >= days.end) {
      return [];
    }
    const absent = this.persons.named(standIn.temporaryFor.value);
    if (!absent) {
      return [days];
    }
    return without(days, this.daysOfPerson(absent, absent === this.persons.of(standIn) ? 0 : depth));
  }

  /** The days on which a person takes a seat, following so many stand-ins. */
  private daysOfPerson(person: Person, depth: number): readonly Interval[] {
    const known = this.daysByDepth[depth] ??= new Map<Person, readonly Interval[]>();
    let days = known.get(person);
    if (!days) {
      days = person.assignments.filter(assignment => this.holders.has(assignment)).flatMap(assignment => this.daysOfHolder(assignment, depth));
      known.set(person, days);
    }
    return days;
  }

  private daysOfHolder(assignment: Assignment, depth: number): readonly Interval[] {
    if (isGiven(assignment, 'temporaryFor')) {
      return depth > 0 ? this.daysOfStandIn(assignment, depth - 1) : [];
    }
    return [daysTaken(assignment)].filter(isNonEmpty);
  }
}

function isNonEmpty({ start, end }: Interval): boolean {
  return start < end;
}

function step(seats: StepFunction, { start, end }: Interval, by: 1 | -1): void {
  if (start < end) {
    seats.add(start, by);
    seats.add(end, -by);
  }
}

/** The purchases of one id and one type, with the assignments that hold their seats. */
export class Pool extends Subject {
  readonly scope = 'pool';
  readonly seats = new Seats();
  /** Whether others have taken its place. */
  override isEmpty = false;

  /**
   * @param lines the purchases by date, then by place; none repeated, at least one. Others may take their place
   * @param repeated those that repeat one of the lines, and may give way like them
   * @param naming what names the purchase's id
   */
  constructor(readonly type: LicenseType, public lines: readonly Purchase[], public repeated: readonly Purchase[], private readonly naming: Pick<Order, 'servers' | 'broken'>) {
    super();
  }

  /** The lines whose terms are the pool's: a repeated line holds no seats, but what it says of terms holds. */
  get linesOfTerms(): readonly Purchase[] {
    return this.repeated.length > 0 ? [...this.lines, ...this.repeated] : this.lines;
  }

  /** All servers that name the purchase's id. */
  get servers(): ReadonlySet<Server> {
    return this.naming.servers;
  }

  /** All assignments that name the purchase's id and can't take part. */
  get broken(): ReadonlySet<Assignment> {
    return this.naming.broken;
  }

  /** The line with the earliest date, where findings about the whole pool stand. */
  get firstLine(): Purchase {
    return this.lines[0]!;
  }

  /** The id of its purchases, as the first line has it. */
  get id(): string {
    return this.firstLine.id!.value;
  }

  /** Whether every quantity can be read: else nothing is known about free or missing seats. */
  get isCountable(): boolean {
    return this.lines.every(line => line.quantity);
  }

  /** The latest day by which overuse may still be ordered, Infinity where it can't be read; undefined where the agreement has none. */
  get trueUp(): Day | undefined {
    const days = this.linesOfTerms.filter(line => isGiven(line, 'trueUp')).map(line => line.trueUp?.value ?? Infinity);
    return days.length > 0 ? Math.max(...days) : undefined;
  }

  /** How many seats it holds on each day. */
  holds(today: Day): StepFunction {
    const seats = new StepFunction();
    for (const line of this.lines) {
      const quantity = line.quantity?.value ?? 0;
      const start = line === this.firstLine ? -Infinity : line.date?.value ?? Infinity;
      for (const days of daysCounted(line, today)) {
        seats.add(Math.max(start, days.start), quantity);
        seats.add(Math.max(start, days.end), -quantity);
      }
    }
    return seats;
  }

  /** Whether its lines give rights to a newer version than their own. */
  hasRightsTo(version: Version, today: Day): boolean {
    return this.hasLastingRightsTo(version) || this.linesOfTerms.some(line => runsOn(line.softwareAssurance, today) || (version === 'SE' && runsOn(line.subscription, today)));
  }

  /** Whether its lines give no rights to a newer version, as far as their terms can be read. */
  lacksRightsTo(version: Version, today: Day): boolean {
    return !this.hasRightsTo(version, today) && coverOf(this.linesOfTerms, today).isKnown;
  }

  /** Whether its lines give rights to a newer version for good: Software Assurance ran when it came out. Never to SE. */
  hasLastingRightsTo(version: Version): boolean {
    const released = version === 'SE' ? undefined : releaseDay(version);
    return released !== undefined && this.linesOfTerms.some(line => runsOn(line.softwareAssurance, released));
  }
}

function runsOn(terms: readonly Term[] | undefined, day: Day): boolean {
  return (terms ?? []).some(term => {
    const days = daysOf(term);
    return days !== undefined && days.from <= day && day <= days.until;
  });
}

/**
 * The days on which a line's seats count, whatever its date: all, but for a subscription only its terms and what
 * lies before them; if it counts today it goes on counting, since that it ends is another finding. All, too, where it
 * isn't known of every term when it runs.
 */
export function daysCounted(line: Purchase, today: Day): Interval[] {
  const recorded = line.subscription ?? [];
  const terms = recorded.flatMap(term => daysOf(term) ?? []).sort((a, b) => a.from - b.from);
  if (terms.length === 0 || terms.length < recorded.length) {
    return [{ start: -Infinity, end: Infinity }];
  }
  const counted: Interval[] = [{ start: -Infinity, end: terms[0]!.from }, ...terms.map(({ from, until }) => ({ start: from, end: until + 1 }))];
  if (counted.some(({ start, end }) => start <= today && today < end)) {
    counted.push({ start: today, end: Infinity });
  }
  return merged(counted);
}

function merged(intervals: readonly Interval[]): Interval[] {
  const result: { start: Day; end: Day }[] = [];
  for (const { start, end } of intervals.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start <= last.end) {
      last.end = Math.max(last.end, end);
    } else if (start < end) {
      result.push({ start, end });
    }
  }
  return result;
}
