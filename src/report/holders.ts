import { isRunning } from '../core/licensing/assignment-days';
import type { Day } from '../core/calendar';
import type { RegisterContents } from '../core/contents';
import { groupBy } from '../core/collections/group-by';
import { normalize } from '../core/register/identifier';
import type { Assignment } from '../core/register/model';
import { Pool } from '../core/subjects/pool';
import { linesBy } from './purchases';

/** A license that somebody holds. */
export interface Seat {
  /** The license type; undefined where it can't be read. With a purchase, the purchase's. */
  readonly product: string | undefined;
  /** The number of the purchase, as the assignment has it. */
  readonly purchase: string | undefined;
  /** Where the purchase's documents are. */
  readonly documents: readonly string[];
  readonly seat: string | undefined;
  readonly assigned: Day;
  readonly ended: Day | undefined;
  readonly reason: string | undefined;
  /** For whom the holder stands in. */
  readonly standsInFor: string | undefined;
  /** Whether it takes a seat on the day: a stand-in for somebody who takes one doesn't, nor one whose purchase isn't recorded. */
  readonly isCounted: boolean;
}

/** A person with what it holds on the day. */
export interface PersonPosition {
  /** As the assignments have it, several where they differ. */
  readonly names: readonly string[];
  /** Addresses and logins. */
  readonly accounts: readonly string[];
  readonly seats: readonly Seat[];
}

/** A device with what it holds on the day. */
export interface DevicePosition {
  readonly name: string;
  readonly users: readonly string[];
  readonly seats: readonly Seat[];
}

/** An assignment that had ended by the day. */
export interface EndedSeat extends Seat {
  readonly holder: string;
  readonly accounts: readonly string[];
}

/** Who holds licenses on a day, and who did before. */
export interface Holders {
  readonly people: readonly PersonPosition[];
  readonly devices: readonly DevicePosition[];
  readonly ended: readonly EndedSeat[];
}

/** Who holds, or held, what: assignments whose days and license can be read. */
export function holdersOf(contents: RegisterContents): Holders {
  const { entries, subjects, today } = contents;
  const { persons } = subjects;
  const teller = new SeatTeller(contents);
  const sound = entries.assignment.filter(assignment => subjects.isSound(assignment));
  const running = sound.filter(assignment => isRunning(assignment, today));
  const byDevice = groupBy(running.filter(({ device }) => device), ({ device }) => normalize(device!.value));
  // One who has neither address nor login is a person all the same.
  const byPerson = groupBy(running.filter(({ device }) => !device), assignment => persons.of(assignment) ?? assignment);
  const people = [...byPerson.values()].map(held => ({ names: namesOf(held), accounts: accountsOf(held), seats: held.map(each => teller.seatOf(each)) }));
  return {
    people: inOrderOf(people, ({ names, accounts }) => names[0] ?? accounts[0] ?? ''),
    devices: devicesOf(contents, byDevice, teller),
    ended: sound.filter(({ ended }) => ended && ended.value <= today).sort((a, b) => b.ended!.value - a.ended!.value).map(assignment => ({
      holder: (assignment.device ?? assignment.name)?.value ?? '', accounts: accountsOf([assignment]), ...teller.seatOf(assignment),
    })),
  };
}

function devicesOf({ entries }: RegisterContents, byDevice: ReadonlyMap<string, readonly Assignment[]>, teller: SeatTeller): DevicePosition[] {
  const described = groupBy(entries.device.filter(({ name }) => name), ({ name }) => normalize(name!.value));
  const keys = new Set([...described.keys(), ...byDevice.keys()]);
  const devices = [...keys].map(key => {
    const held = byDevice.get(key) ?? [];
    const descriptions = described.get(key) ?? [];
    return {
      name: (descriptions[0]?.name ?? held[0]!.device!).value,
      users: distinct(descriptions.flatMap(({ users = [] }) => users.map(({ value }) => value))),
      seats: held.map(each => teller.seatOf(each)),
    };
  });
  return inOrderOf(devices, ({ name }) => name);
}

class SeatTeller {
  private readonly documents = new Map<Pool, readonly string[]>();

  constructor(private readonly contents: RegisterContents) {}

  seatOf(assignment: Assignment): Seat {
    const { today, subjects } = this.contents;
    const { purchase, seat, assigned, ended, reason, temporaryFor } = assignment;
    const holding = subjects.holdingOf(assignment);
    const pool = holding instanceof Pool ? holding : undefined;
    return {
      product: (pool?.type ?? subjects.typeOf(assignment))?.name,
      purchase: purchase?.value,
      documents: pool ? this.documentsOf(pool) : [],
      seat: seat?.value,
      assigned: assigned!.value,
      ended: ended?.value,
      reason: reason?.value,
      standsInFor: temporaryFor?.value,
      isCounted: subjects.seatsOf(assignment)?.takesOn(assignment, today, subjects.persons) ?? (purchase !== undefined && !this.contents.sections.has('purchases')),
    };
  }

  private documentsOf(pool: Pool): readonly string[] {
    let documents = this.documents.get(pool);
    if (!documents) {
      documents = distinct(linesBy(this.contents.today, pool).map(({ document }) => document?.value));
      this.documents.set(pool, documents);
    }
    return documents;
  }
}

/** The names of the holders of assignments, each once. */
export function namesOf(assignments: readonly Assignment[]): string[] {
  return distinct(assignments.map(({ name }) => name?.value));
}

/** Their addresses and logins, each once. */
export function accountsOf(assignments: readonly Assignment[]): string[] {
  return distinct(assignments.flatMap(({ email, login }) => [email?.value, login?.value]));
}

function distinct(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.filter(text => text !== undefined))];
}

const collator = new Intl.Collator('en');

/** In the order of the alphabet, the same on every machine. */
function inOrderOf<T>(items: readonly T[], textOf: (item: T) => string): T[] {
  return items.map(item => ({ item, text: textOf(item) })).sort((a, b) => collator.compare(a.text, b.text)).map(({ item }) => item);
}
