import { formatDay } from '../../core/calendar';
import { isGiven, type Assignment } from '../../core/register/model';
import { holderNameOf } from '../../core/findings/related';
import type { Choice, Dialog } from '../dialog';
import { finder } from './questions';
import type { Known } from './wizard';

/** The assignment that a command was called for, else one of those that have no end yet. */
export async function chooseAssignment(dialog: Dialog, question: string, { contents, entry }: Known): Promise<Assignment | undefined> {
  if (entry?.entryKind === 'assignment') {
    return entry;
  }
  return dialog.search(question, finder(contents.entries.assignment.filter((each) => !isGiven(each, 'ended')), textOf, choiceOf));
}

function textOf({ name, email, login, device, purchase, seat }: Assignment): string {
  return [name, email, login, device, purchase, seat].map((each) => each?.value ?? '').join(' ');
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
  return parts.filter((part) => part).join(' · ');
}
