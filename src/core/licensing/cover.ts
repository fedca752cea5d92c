import { daysThrough, formatDay, includesDay, type Day } from '../calendar';
import { daysOf, type Leaf, type Purchase, type Term } from '../register/model';
import { say, type Sentence } from '../text/sentence';

/** Software Assurance and subscriptions of a few purchase lines together. */
export interface Cover {
  /** Whether it is known of every term when it runs: else it may run when none is known to. */
  readonly isKnown: boolean;
  readonly runs: boolean;
  /** The end of the term that ends last; undefined without one. */
  readonly lastDay: Leaf<Day> | undefined;
  /** The first day of the next term; undefined without one to come. */
  readonly nextDay: Day | undefined;
}

const coverKeys = ['softwareAssurance', 'subscription'] as const;

/**
 * What runs today and until when.
 * @param keys which kinds of terms count; both by default
 */
export function coverOf(lines: readonly Purchase[], today: Day, keys: readonly (typeof coverKeys)[number][] = coverKeys): Cover {
  const terms = lines.flatMap(line => keys.flatMap<Term>(key => line[key] ?? []));
  let isKnown = !lines.some(line => keys.some(key => line.unusable.includes(key)));
  let runs = false;
  let lastDay: Leaf<Day> | undefined;
  let nextDay: Day | undefined;
  for (const term of terms) {
    const days = daysOf(term);
    if (!days) {
      isKnown = false;
      continue;
    }
    runs ||= includesDay(daysThrough(days.from, days.until), today);
    if (!lastDay || days.until > lastDay.value) {
      lastDay = term.until!;
    }
    if (days.from > today) {
      nextDay = Math.min(nextDay ?? Infinity, days.from);
    }
  }
  return { isKnown, runs, lastDay, nextDay };
}

/** Says of a purchase what is the matter with its cover, as the end of a sentence. */
export function describeLack({ lastDay, nextDay }: Cover): Sentence {
  if (nextDay !== undefined) {
    return say`whose Software Assurance or subscription doesn't start before ${formatDay(nextDay)}`;
  }
  return lastDay ? say`whose Software Assurance or subscription ended on ${formatDay(lastDay.value)}` : say`for which no Software Assurance or subscription is recorded`;
}

/** The end of cover that runs today and ends within so many days; undefined otherwise. */
export function endingSoon({ runs, lastDay }: Cover, today: Day, days: number): Leaf<Day> | undefined {
  return runs && lastDay && lastDay.value - today <= days ? lastDay : undefined;
}
