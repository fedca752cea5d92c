import { isGiven, type Assignment, type Mailbox } from '../../core/register/model';
import type { Spot } from '../../core/spot';

/** A change of an entry that its place offers: the command that asks for the rest, and how it is called there. */
export interface EntryChange {
  readonly command: 'endAssignment' | 'handOverSeat' | 'assignCal' | 'moveEverybody' | 'needNoCal';
  readonly title: string;
}

/** The changes that make sense for the entry at a position. */
export function entryChangesAt({ entry, subjects }: Spot): EntryChange[] {
  switch (entry?.entryKind) {
    case 'assignment':
      return isGiven(entry, 'ended') ? needsNoCal(entry, subjects) : [
        { command: 'endAssignment', title: 'End this assignment...' },
        { command: 'handOverSeat', title: 'Hand over this seat...' },
      ];
    case 'purchase': {
      const pool = subjects.pools.find(({ type, lines, repeated }) => type.kind !== 'server' && [...lines, ...repeated].includes(entry));
      return !pool ? [] : [
        { command: 'assignCal', title: 'Assign a CAL from this purchase...' },
        ...pool.seats.holders.size > 0 ? [{ command: 'moveEverybody', title: 'Move everybody to another purchase...' } as const] : [],
      ];
    }
    case 'mailbox':
      return needsNoCal(entry, subjects);
    default:
      return [];
  }
}

/** Of an account by which somebody is known, and of which that isn't recorded yet. */
function needsNoCal(entry: Assignment | Mailbox, { persons }: Spot['subjects']): EntryChange[] {
  const isRecorded = (persons.of(entry)?.noCals.length ?? 0) > 0;
  return isRecorded || !(entry.email ?? entry.login) ? [] : [{ command: 'needNoCal', title: 'Needs no CAL because...' }];
}
