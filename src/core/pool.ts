import { StepFunction, without, type Day, type Interval } from './calendar';
import { releaseDay } from './facts';
import type { LicenseType, Version } from './license-type';
import { daysOf, type Assignment, type Purchase, type Term } from './model';
import type { Persons } from './persons';
import { Subject } from './subject';

/** The days on which an assignment takes its seat: none when it ended on the day it began. */
export function daysTaken(assignment: Assignment): Interval {
  return { start: assignment.assigned?.value ?? Infinity, end: assignment.ended?.value ?? Infinity };
}

/** Seats that are taken by assignments, day by day. Those of stand-ins depend on the absent, so they are reckoned when asked for. */
export class Seats {
  readonly holders = new Set<Assignment>();
  private readonly standIns = new Set<Assignment>();
  private readonly steady = new StepFunction();

  add(assignment: Assignment): void {
    this.holders.add(assignment);
    if (assignment.temporaryFor) {
      this.standIns.add(assignment);
    } else {
      step(this.steady, daysTaken(assignment), 1);
    }
  }

  delete(assignment: Assignment): void {
    this.holders.delete(assignment);
    if (!this.standIns.delete(assignment)) {
      step(this.steady, daysTaken(assignment), -1);
    }
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
    for (const standIn of this.standIns) {
      for (const days of this.daysOfStandIn(standIn, persons)) {
        step(taken, days, 1);
      }
    }
    return taken;
  }

  /** Whether an assignment takes a seat on a day. */
  takesOn(assignment: Assignment, day: Day, persons: Persons): boolean {
    const takes = ({ start, end }: Interval) => start <= day && day < end;
    return assignment.temporaryFor ? this.daysOfStandIn(assignment, persons).some(takes) : takes(daysTaken(assignment));
  }

  private daysOfStandIn(standIn: Assignment, persons: Persons): Interval[] {
    const absent: Interval[] = [];
    for (const entry of persons.entriesOf(standIn.temporaryFor!.value)) {
      if (entry.entryKind === 'assignment' && entry !== standIn && !entry.temporaryFor && this.holders.has(entry)) {
        absent.push(daysTaken(entry));
      }
    }
    const days = daysTaken(standIn);
    return days.start < days.end ? without(days, absent.filter(({ start, end }) => start < end)) : [];
  }
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
   * @param lines the purchases by date, then by place; none repeated, at least one
   */
  constructor(readonly type: LicenseType, readonly lines: readonly Purchase[]) {
    super();
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

  /** The latest day by which overuse may still be ordered; undefined where the agreement has none. */
  get trueUp(): Day | undefined {
    const days = this.lines.flatMap(line => line.trueUp?.value ?? []);
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

  /** Whether its lines give rights to a newer version than their own (MODEL D4). */
  hasRightsTo(version: Version, today: Day): boolean {
    return this.lines.some(line => givesRightsTo(version, line, today));
  }
}

/** Software Assurance that ran when the version came out, or that runs today; for SE cover of either kind that runs today. */
function givesRightsTo(version: Version, line: Purchase, today: Day): boolean {
  const runsOn = (terms: readonly Term[] | undefined, day: Day) => (terms ?? []).some(term => {
    const days = daysOf(term);
    return days !== undefined && days.from <= day && day <= days.until;
  });
  if (version === 'SE') {
    return runsOn(line.softwareAssurance, today) || runsOn(line.subscription, today);
  }
  const released = releaseDay(version);
  return runsOn(line.softwareAssurance, today) || (released !== undefined && runsOn(line.softwareAssurance, released));
}

/**
 * The days on which a line's seats count: all, but for a subscription only its terms and what lies before
 * them; if it counts today it goes on counting, since that it ends is another finding.
 */
function daysCounted(line: Purchase, today: Day): Interval[] {
  const terms = (line.subscription ?? []).flatMap(term => daysOf(term) ?? []).sort((a, b) => a.from - b.from);
  if (terms.length === 0) {
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
