import { daysThrough, includesDay, type Day } from '../calendar';
import { isRunning } from './assignment-days';
import type { Person } from '../subjects/holder';
import { daysOf, isGiven, type Assignment, type Mailbox } from '../register/model';
import type { Context } from '../rule';

/** What kind a mailbox is, `user` where it doesn't say; undefined where that can't be read. */
export function kindOf(mailbox: Mailbox): string | undefined {
  return mailbox.unusable.includes('kind') ? undefined : mailbox.kind?.value ?? 'user';
}

/** Whether somebody signs in to a mailbox: a linked one is used by an account elsewhere, whatever its own account is. */
export function isSignedInTo(mailbox: Mailbox): boolean {
  const kind = kindOf(mailbox);
  return kind === 'linked' || (kind === 'user' && mailbox.accountDisabled?.value !== true && !mailbox.unusable.includes('accountDisabled'));
}

/** The running assignments of a person, by place: not those of devices, which may name a person too. */
export function runningOf(person: Person, { licenses, today, inOrder }: Context): Assignment[] {
  return inOrder(person.assignments, assignment => licenses.isSound(assignment) && isRunning(assignment, today) && !isGiven(assignment, 'device'));
}

/** Those of a person who has mailboxes, but only of the given kinds. */
export function runningWithOnly(kinds: readonly string[], context: Context & { readonly person: Person }): Assignment[] {
  const { mailboxes } = context.person;
  return mailboxes.length > 0 && mailboxes.every(mailbox => kinds.includes(kindOf(mailbox) ?? '')) ? runningOf(context.person, context) : [];
}

/** Whether the holder of an assignment is away for long today, or may be: an absence that can't be read hasn't ended. */
export function mayBeAbsent(assignment: Assignment, today: Day): boolean {
  if (!isGiven(assignment, 'absence')) {
    return false;
  }
  const days = daysOf(assignment.absence);
  return !days || includesDay(daysThrough(days.from, days.until), today);
}

/** Whether nothing in the register lets a person use Exchange today: no CAL, no device with one, no reason to need none. */
export function isUncovered(person: Person, { devices, today }: Pick<Context, 'devices' | 'today'>): boolean {
  return person.recall(isUncovered, () => !person.mayBeCovered('standard', today) && !devices.mayCover(person, today) && !person.needsNoCal(today));
}

/** The mailbox on which it is said that its person is uncovered: the first to which somebody signs in. */
export function uncoveredMailboxOf(person: Person, context: Pick<Context, 'devices' | 'today' | 'inOrder'>): Mailbox | undefined {
  return person.recall(uncoveredMailboxOf, () => isUncovered(person, context)
    ? context.inOrder(person.mailboxes, mailbox => mailbox.email !== undefined && isSignedInTo(mailbox))[0]
    : undefined);
}
