import { formatDay, type Day } from './calendar';
import type { Assignment } from './model';
import type { Report } from './rule';
import { quote, say } from './sentence';

/** More places than these help nobody. */
const mostPlaces = 50;

/** Who holds an assignment, as it names them itself: a person by name, else by address or login, or a device. */
export function holderNameOf({ name, email, login, device }: Assignment): string {
  return (name ?? email ?? login ?? device)?.value ?? '';
}

/** The places of assignments that a finding is about, with their days. */
export function relatedHolders(assignments: readonly Assignment[], today: Day): NonNullable<Report['related']> {
  return assignments.slice(0, mostPlaces).map(assignment => {
    const { face, assigned, ended } = assignment;
    const holder = quote(holderNameOf(assignment));
    const from = formatDay(assigned!.value);
    return { at: face, message: ended ? say`${holder}, from ${from} to ${formatDay(ended.value)}.` : assigned!.value > today ? say`${holder}, from ${from} on.` : say`${holder}, since ${from}.` };
  });
}
