import { formatDay, type Day } from '../../core/calendar';
import type { Assignment } from '../../core/register/model';
import { waivesWaiting } from '../../core/licensing/seat-history';
import { counted } from '../../core/text/sentence';
import type { Spot } from '../../core/spot';

const weekdays = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday'] as const;

/** The weekday of a day, and how far it is. */
export function tellDay(day: Day, today: Day): string {
  return `${weekdays[((day % 7) + 7) % 7]!}, ${distanceTo(day, today)}.`;
}

/** `today`, `in 3 days` or `1 day ago`. */
export function distanceTo(day: Day, today: Day): string {
  const distance = counted(Math.abs(day - today), 'day', 'days').text;
  return day === today ? 'today' : day > today ? `in ${distance}` : `${distance} ago`;
}

/** What the last day of an assignment means. */
export function tellEnd({ assigned, reason }: Assignment, ended: Day, { settings }: Spot): string[] {
  const told = ['Covered through this day; the seat is free from this day on, so a handover on one day needs one seat.'];
  if (waivesWaiting(reason?.value)) {
    told.push(`For the reason "${reason!.value}" the seat may be reassigned at once.`);
  } else if (assigned) {
    const last = assigned.value + settings.reassignmentDays;
    const [one, many] = last <= ended ? ['was', 'were'] : ['is', 'are'];
    const days = counted(settings.reassignmentDays, `day after the assignment ${one}`, `days after the assignment ${many}`).text;
    told.push(`The ${days} over on ${formatDay(last)}.`);
  }
  return told;
}
