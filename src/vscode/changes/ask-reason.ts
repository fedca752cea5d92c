import { formatDay, type Day } from '../../core/calendar';
import { entryFields } from '../../core/register/fields';
import type { Assignment } from '../../core/register/model';
import { waivesWaiting } from '../../core/licensing/seat-history';
import { counted } from '../../core/text/sentence';
import { endReasons } from '../../features/reasons';
import type { Choice, Dialog } from '../dialog';

/** Asks why an assignment ends, and says what each reason means for the days that its seat must wait. @param first the word that is offered first */
export function askReason(dialog: Dialog, question: string, ended: Day, reassignmentDays: number, assignment?: Assignment, first?: string): Promise<string | undefined> {
  const fits = (word: string) => word !== 'device-failed' || !assignment || assignment.device !== undefined;
  const words = [...new Set(entryFields.assignment.reason.words.values())].filter(fits).sort((a, b) => Number(b === first) - Number(a === first));
  return dialog.pick(question, words.map((word): Choice<string> => ({
    label: word, description: waitAfter(word, ended, reassignmentDays, assignment), detail: endReasons[word] ?? '', answer: word,
  })));
}

function waitAfter(reason: string, ended: Day, reassignmentDays: number, assignment: Assignment | undefined): string {
  const days = counted(reassignmentDays, 'day', 'days').text;
  if (waivesWaiting(reason)) {
    return 'the seat may be reassigned at once';
  }
  const over = assignment?.assigned && assignment.assigned.value + reassignmentDays;
  if (over === undefined) {
    return `the seat may be reassigned once it was held for ${days}`;
  }
  return over <= ended ? `the seat may be reassigned: its ${days} are over` : `the seat may be reassigned from ${formatDay(over)} on, when its ${days} are over`;
}
