import type { RegisterContents } from '../core/contents';
import { normalize } from '../core/identifier';
import { tiers, type Tier } from '../core/license-type';
import { counted, keyNamed, say, type Sentence } from '../core/sentence';
import type { CalRow } from './read-cals';
import { stepRows, type Steps } from './steps';

/** Why the register has no CAL for somebody whom Exchange counts. */
export type Difference = 'noCal' | 'not-a-user' | 'missing';

/** Exchange's estimate of one kind of CAL against the register. */
export interface Reconciliation {
  readonly tier: Tier;
  /** How many mailboxes Exchange counts. */
  readonly estimated: number;
  /** How many people the register covers with such a license today. */
  readonly covered: number;
  /** How many such seats are bought, as far as quantities can be read and count today. */
  readonly bought: number;
  /** Whom Exchange counts and the register doesn't cover, as Exchange calls them. */
  readonly differences: Readonly<Record<Difference, readonly string[]>>;
}

/** Compares Exchange's own estimate with a register that was checked; the kinds that neither has are left out. */
export function* reconcile(rows: readonly CalRow[], contents: RegisterContents): Steps<Reconciliation[]> {
  const found: Reconciliation[] = [];
  for (const tier of tiers) {
    const differences: Record<Difference, string[]> = { noCal: [], 'not-a-user': [], 'missing': [] };
    const names = new Map(rows.filter(({ type }) => type?.kind === 'cal' && type.tier === tier).map(({ name }) => [normalize(name), name]));
    let index = 0;
    for (const name of names.values()) {
      const difference = differenceOf(name, tier, contents);
      if (difference) {
        differences[difference].push(name);
      }
      if (++index % stepRows === 0) {
        yield;
      }
    }
    const covered = yield* countCovered(tier, contents);
    const bought = boughtToday(tier, contents);
    if (names.size > 0 || covered > 0 || bought > 0) {
      found.push({ tier, estimated: names.size, covered, bought, differences });
    }
  }
  return found;
}

/** Undefined where the register covers them. */
function differenceOf(name: string, tier: Tier, { subjects, today }: RegisterContents): Difference | undefined {
  const person = subjects.persons.named(name);
  if (person?.isCovered(tier, today)) {
    return undefined;
  }
  if (person?.needsNoCal(today)) {
    return 'noCal';
  }
  const kinds = person?.mailboxes.map(({ kind }) => kind?.value ?? 'user') ?? [];
  return kinds.length > 0 && kinds.every((kind) => kind !== 'user' && kind !== 'linked') ? 'not-a-user' : 'missing';
}

function* countCovered(tier: Tier, { entries, subjects, today }: RegisterContents): Steps<number> {
  const covered = new Set();
  for (const [index, assignment] of entries.assignment.entries()) {
    const person = subjects.persons.of(assignment);
    if (person?.isCovered(tier, today)) {
      covered.add(person);
    }
    if (index % stepRows === 0) {
      yield;
    }
  }
  return covered.size;
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

const tierNames: Readonly<Record<Tier, string>> = { standard: 'Standard', enterprise: 'Enterprise' };

/** A sentence with the figures, and one with what makes the difference: 11 = 6 + 3 + 2. */
export function reconciliationText({ tier, estimated, covered, bought, differences }: Reconciliation): Sentence {
  const figures = say`Exchange estimates ${estimated} ${tierNames[tier]} ${estimated === 1 ? 'CAL' : 'CALs'}; the register covers ${counted(covered, 'person', 'people')}, ${bought} bought.`;
  const { noCal, 'not-a-user': others, missing } = differences;
  const parts = [
    ...noCal.length > 0 ? [say`${noCal.length} with a reason under ${keyNamed('noCal')}`] : [],
    ...others.length > 0 ? [counted(others.length, 'shared or resource mailbox', 'shared or resource mailboxes')] : [],
    ...missing.length > 0 ? [say`${missing.length} missing`] : [],
  ];
  const [first, ...more] = parts;
  if (!first) {
    return figures;
  }
  const total = noCal.length + others.length + missing.length;
  return say`${figures} Of those that Exchange counts, ${counted(total, 'is', 'are')} not covered: ${more.reduce((list, part) => say`${list}, ${part}`, first)}.`;
}
