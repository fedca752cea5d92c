import { formatDay } from '../../core/calendar';
import { isGiven, type Assignment } from '../../core/register/model';
import { holderNameOf } from '../../core/findings/related';
import { say } from '../../core/text/sentence';
import type { Choice, Dialog } from '../dialog';
import { finder } from './questions';
import type { ChangeMaker, Known } from './wizard';

/**
 * Goes on with the assignment that a command was called for, else with one of those that have no end yet, which is asked
 * for. Where there is none, it says so.
 */
export async function withAssignment(dialog: Dialog, question: string, { contents, entry }: Known, goOn: (assignment: Assignment) => Promise<ChangeMaker | undefined>): Promise<ChangeMaker | undefined> {
  if (entry?.entryKind === 'assignment') {
    return goOn(entry);
  }
  const open = contents.entries.assignment.filter(each => !isGiven(each, 'ended'));
  if (open.length === 0) {
    return () => ({ problem: say`This register has no assignment without an end, so there is none to end or to hand over.` });
  }
  const assignment = await dialog.search(question, finder(open, textOf, choiceOf));
  return assignment && goOn(assignment);
}

function textOf({ name, email, login, device, purchase, seat }: Assignment): string {
  return [name, email, login, device, purchase, seat].map(each => each?.value ?? '').join(' ');
}

function choiceOf(assignment: Assignment): Choice<Assignment> {
  return { label: holderNameOf(assignment), description: addressOf(assignment), detail: rowOf(assignment), answer: assignment };
}

function addressOf({ name, email, login }: Assignment): string {
  return name ? (email ?? login)?.value ?? '' : '';
}

/** What somebody holds, on one line. */
export function rowOf({ type, purchase, seat, assigned }: Assignment): string {
  const parts = [type?.value, assigned && `since ${formatDay(assigned.value)}`, purchase?.value, seat && `seat ${seat.value}`];
  return parts.filter(part => part).join(' · ');
}
