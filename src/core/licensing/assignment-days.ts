import { daysThrough, includesDay, type Day, type Interval } from '../calendar';
import type { Assignment } from '../register/model';

/** The days on which an assignment takes its seat, but for stand-ins: none when it ended on the day it began. */
export function daysTaken({ assigned, ended }: Assignment): Interval {
  return { start: assigned?.value ?? Infinity, end: ended?.value ?? Infinity };
}

/** The days on which an assignment covers who holds it: one more than its seat is taken. */
export function daysCovered({ assigned, ended }: Assignment): Interval {
  return daysThrough(assigned?.value ?? Infinity, ended?.value ?? Infinity);
}

/** Below zero when `a` began before `b`. */
export function byAssigned(a: Assignment, b: Assignment): number {
  return a.assigned!.value - b.assigned!.value;
}

/** Whether an assignment has begun and not ended. */
export function isRunning(assignment: Assignment, today: Day): boolean {
  return includesDay(daysTaken(assignment), today);
}
