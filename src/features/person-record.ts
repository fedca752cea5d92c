import { byAssigned, isRunning } from '../core/licensing/assignment-days';
import { byPlace } from '../core/exports/by-place';
import type { Day } from '../core/calendar';
import { isExported } from '../core/exports/exports';
import type { Person, PersonEntry } from '../core/subjects/holder';

/**
 * The entry of a register's files that stands for a person: the first assignment that runs today, else the latest one;
 * a mailbox or a `noCal` entry of somebody without any; undefined where only an export knows them.
 */
export function recordOf(person: Person, today: Day): PersonEntry | undefined {
  const entries = person.entries.filter(entry => !isExported(entry)).sort(byPlace);
  const assignments = entries.filter(entry => entry.entryKind === 'assignment');
  const dated = assignments.filter(({ assigned }) => assigned).sort(byAssigned);
  return dated.find(each => isRunning(each, today)) ?? dated.at(-1) ?? assignments[0]
    ?? entries.find(({ entryKind }) => entryKind === 'mailbox') ?? entries[0];
}
