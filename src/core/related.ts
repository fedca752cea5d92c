import { formatDay } from './calendar';
import type { Assignment } from './model';
import type { Report } from './rule';
import { quote, say } from './sentence';

/** More places than these help nobody. */
const mostPlaces = 50;

/** The places of assignments that a finding is about, with their days. */
export function relatedHolders(assignments: readonly Assignment[]): NonNullable<Report['related']> {
  return assignments.slice(0, mostPlaces).map(({ face, name, email, login, device, assigned, ended }) => {
    const holder = quote((name ?? email ?? login ?? device)?.value ?? '');
    const from = formatDay(assigned!.value);
    return { at: face, message: ended ? say`${holder}, from ${from} to ${formatDay(ended.value)}.` : say`${holder}, since ${from}.` };
  });
}
