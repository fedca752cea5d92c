import type { KnownExport } from '../../core/exports/exports';
import type { Person } from '../../core/subjects/holder';
import { normalize } from '../../core/register/identifier';
import type { Assignment } from '../../core/register/model';
import { holderNameOf } from '../../core/findings/related';
import type { Reconciliation, Trace } from './reconcile';

/** Somebody who seems to need no CAL, with what they hold. */
export interface Leaver {
  readonly name: string;
  readonly trace: Trace;
  /** Those that haven't ended, and have no end yet. */
  readonly assignments: readonly Assignment[];
}

/** The accounts that Exchange counts and of which the register says nothing, as Exchange calls them. */
export function missingOf({ uncovered }: Pick<Reconciliation, 'uncovered'>): string[] {
  return uncovered.flatMap(({ name, cause }) => cause === 'missing' ? name : []);
}

/** Those who seem to need none of the CALs that cover them, each once. */
export function leaversOf(cals: readonly Reconciliation[]): Leaver[] {
  const byPerson = new Map<Person, { readonly trace: Trace; readonly assignments: Set<Assignment> }>();
  for (const { person, trace, assignments } of cals.flatMap(({ unneeded }) => unneeded)) {
    const open = assignments.filter(({ ended, unusable }) => !ended && !unusable.includes('ended'));
    const known = byPerson.get(person);
    if (known) {
      open.forEach(each => known.assignments.add(each));
    } else if (open.length > 0) {
      byPerson.set(person, { trace, assignments: new Set(open) });
    }
  }
  return [...byPerson.values()].map(({ trace, assignments: [...assignments] }) => ({ name: holderNameOf(assignments[0]!), trace, assignments }));
}

/** What exports of mailboxes call the owner of an account; undefined where none says it. */
export function namesOfAccounts(exports: readonly KnownExport[]): (account: string) => string | undefined {
  const names = new Map<string, string>();
  for (const { name, email, login } of exports.flatMap(({ mailboxes = [] }) => mailboxes)) {
    for (const account of [email, login]) {
      if (account !== undefined && account !== name) {
        names.set(normalize(account), name);
      }
    }
  }
  return account => names.get(normalize(account));
}
