import type { RegisterContents } from '../../core/contents';
import type { ExportedCal, ExportedMailbox } from '../../core/exports/exports';
import type { Person } from '../../core/subjects/holder';
import { normalize } from '../../core/register/identifier';
import { tiers, type Tier } from '../../core/licensing/license-type';
import { isSignedInTo, kindOf, mayBeAbsent } from '../../core/licensing/mailbox';
import type { Assignment } from '../../core/register/model';
import { stepRows, type Steps } from '../steps';

/** What the figures of Exchange's side are: its own estimate of CALs, or as many mailboxes as it lists of people. */
export type Basis = 'estimate' | 'mailboxes';

/** The reasons of `noCal`. */
type NoCalReason = 'service' | 'admin-account' | 'on-leave' | 'resource' | 'cloud' | 'other';

/** Why the register has no CAL for somebody whom Exchange counts: a reason of `noCal`, what it knows else, or nothing at all. */
export type Cause = NoCalReason | 'device' | 'shared' | 'room' | 'system' | 'remote' | 'disabled' | 'broken' | 'missing';

/** Somebody whom Exchange counts and the register doesn't cover. */
export interface Uncovered {
  /** As Exchange calls them: mostly an address. */
  readonly name: string;
  readonly cause: Cause;
}

/** What the register knows of the mailbox of somebody: that there is none, or none that a person signs in to; or nothing of the kind. */
export type Trace = 'gone' | 'disabled' | 'not-a-user' | 'away' | 'unknown';

/** Somebody who holds a CAL by the register though Exchange doesn't count them, or their account is disabled. */
export interface Unneeded {
  readonly person: Person;
  readonly trace: Trace;
  /** Whether Exchange counts them all the same. */
  readonly isCounted: boolean;
  /** What covers them, in no particular order. */
  readonly assignments: readonly Assignment[];
}

/** Exchange's figures for one kind of CAL against the register. */
export interface Reconciliation {
  readonly tier: Tier;
  readonly basis: Basis;
  /** How many mailboxes Exchange counts. */
  readonly estimated: number;
  /** How many people the register covers with such a license of their own today. */
  readonly covered: number;
  /** How many such seats are bought, as far as quantities can be read and count today; undefined without purchases. */
  readonly bought: number | undefined;
  readonly uncovered: readonly Uncovered[];
  /** How many mailboxes that Exchange counts are further ones of people whom it counts already. */
  readonly repeated: number;
  /** `covered` and these that aren't counted, less them `repeated` and `uncovered`, make `estimated`. */
  readonly unneeded: readonly Unneeded[];
}

/** Compares what exports of Exchange say with a register that was checked; the kinds that neither has are left out. */
export function* reconcile(contents: RegisterContents): Steps<Reconciliation[]> {
  const found: Reconciliation[] = [];
  for (const tier of tiers) {
    const counted = yield* countedBy(contents, tier);
    if (counted) {
      const reconciliation = yield* reconcileTier(tier, counted.basis, counted.names, contents);
      if (reconciliation.estimated > 0 || reconciliation.covered > 0) {
        found.push(reconciliation);
      }
    }
  }
  return found;
}

/** Whom Exchange counts, each once: by its own estimate, else by the mailboxes that people sign in to. */
function* countedBy({ exports }: RegisterContents, tier: Tier): Steps<{ basis: Basis; names: ReadonlyMap<string, string> } | undefined> {
  const cals = exports.flatMap(each => each.cals ? [each.cals] : []);
  if (cals.length > 0) {
    return { basis: 'estimate', names: yield* distinct(cals, ({ type, name }: ExportedCal) => type?.kind === 'cal' && type.tier === tier ? name : undefined) };
  }
  const mailboxes = exports.flatMap(each => each.mailboxes ? [each.mailboxes] : []);
  return mailboxes.length > 0 && tier === 'standard'
    ? { basis: 'mailboxes', names: yield* distinct(mailboxes, ({ kind, accountDisabled, email, login }: ExportedMailbox) => kind === 'linked' || (kind === 'user' && !accountDisabled) ? email ?? login : undefined) }
    : undefined;
}

function* distinct<Row>(lists: readonly (readonly Row[])[], nameOf: (row: Row) => string | undefined): Steps<Map<string, string>> {
  const names = new Map<string, string>();
  for (const rows of lists) {
    for (const [index, row] of rows.entries()) {
      const name = nameOf(row);
      if (name !== undefined) {
        names.set(normalize(name), name);
      }
      if (index % stepRows === 0) {
        yield;
      }
    }
  }
  return names;
}

function* reconcileTier(tier: Tier, basis: Basis, names: ReadonlyMap<string, string>, contents: RegisterContents): Steps<Reconciliation> {
  const { entries, subjects, sections, today } = contents;
  const uncovered: Uncovered[] = [];
  const listed = new Set<Person>();
  let repeated = 0;
  let index = 0;
  for (const name of names.values()) {
    const person = subjects.persons.named(name);
    if (person?.isCovered(tier, today)) {
      repeated += Number(listed.has(person));
      listed.add(person);
    } else {
      uncovered.push({ name, cause: causeOf(name, person, tier, contents) });
    }
    if (++index % stepRows === 0) {
      yield;
    }
  }
  const covered = new Set<Person>();
  const unneeded: Unneeded[] = [];
  for (const [at, assignment] of entries.assignment.entries()) {
    const person = subjects.persons.of(assignment);
    if (person && !covered.has(person) && person.isCovered(tier, today)) {
      covered.add(person);
      const isCounted = listed.has(person);
      const assignments = [...person.coveringAssignments(tier, today)];
      const trace = assignments.some(each => mayBeAbsent(each, today)) ? 'away' : traceOf(person, contents);
      if (!isCounted || trace === 'disabled') {
        unneeded.push({ person, trace, isCounted, assignments });
      }
    }
    if (at % stepRows === 0) {
      yield;
    }
  }
  return { tier, basis, estimated: names.size, covered: covered.size, bought: sections.has('purchases') ? boughtToday(tier, contents) : undefined, uncovered, repeated, unneeded };
}

function causeOf(name: string, person: Person | undefined, tier: Tier, { subjects: { devices }, today }: RegisterContents): Cause {
  if (person?.mayBeCovered(tier, today)) {
    return 'broken';
  }
  if ([...person ? devices.usedBy(person) : devices.listing(normalize(name))].some(device => device.isCovered(tier, today))) {
    return 'device';
  }
  if (!person) {
    return 'missing';
  }
  // Whoever uses the enterprise features needs the CAL for them, whatever frees them from the Standard CAL.
  const noCal = tier === 'standard' ? person.noCalOn(today) : undefined;
  return noCal ? noCal.reason?.value as NoCalReason | undefined ?? 'other' : causeOfMailboxes(person);
}

function causeOfMailboxes({ mailboxes }: Person): Cause {
  if (mailboxes.length === 0 || mailboxes.some(isSignedInTo)) {
    return 'missing';
  }
  switch (kindOf(mailboxes[0]!)) {
    case 'user': return 'disabled';
    case 'shared': return 'shared';
    case 'room': case 'equipment': return 'room';
    case 'discovery': case 'system': return 'system';
    case 'remote': return 'remote';
    default: return 'missing';
  }
}

function traceOf({ mailboxes }: Person, { sections }: RegisterContents): Trace {
  if (mailboxes.length === 0) {
    return sections.has('mailboxes') ? 'gone' : 'unknown';
  }
  if (mailboxes.some(isSignedInTo)) {
    return 'unknown';
  }
  return mailboxes.some(mailbox => kindOf(mailbox) === 'user') ? 'disabled' : 'not-a-user';
}

function boughtToday(tier: Tier, { subjects, today }: RegisterContents): number {
  let bought = 0;
  for (const pool of subjects.pools) {
    const { type } = pool;
    if (pool.isCountable && type.kind !== 'server' && (type.kind === 'plan' || type.model !== 'device') && subjects.covers(type, tier)) {
      bought += pool.holds(today).valueOn(today);
    }
  }
  return bought;
}
