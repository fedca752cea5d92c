import { dayOfDate, formatDay, type Day } from '../calendar';
import { quote } from '../text/sentence';
import type { Place } from '../document/segment';
import type { ReportedFix } from './context';
import { textAt } from './yaml-text';

/** What a text may mean as a date; `isCertain` where people write a date in this form in one way only. */
interface Readings {
  readonly days: readonly Day[];
  readonly isCertain: boolean;
}

/**
 * Writes a date in another form as YYYY-MM-DD. With dots the day comes first wherever dates are written so, with the
 * year in front the month comes second; with slashes or dashes the day or the month may come first, which only the
 * admin knows, unless there is no such month.
 */
export function rewriteDate(at: Place, source: string): ReportedFix[] {
  const written = textAt(at);
  const [mark] = /^["']/.exec(written) ?? [''];
  // An alias stands for a text that is written elsewhere.
  if (written !== `${mark}${source}${mark}`) {
    return [];
  }
  const { days, isCertain } = readingsOf(source.trim());
  return [...new Set(days)].map((day, _index, { length }) => ({
    title: `Write ${quote(source)} as ${formatDay(day)}`,
    edits: [{ at, newText: mark + formatDay(day) + mark }],
    safe: isCertain && length === 1,
  }));
}

function readingsOf(text: string): Readings {
  const date = (year: string, month: string, day: string) => dayOfDate(Number(year), Number(month), Number(day)) ?? [];
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(text);
  if (yearFirst) {
    const [, year, , month, day, zone] = yearFirst;
    // In another time zone it may be another day.
    return { days: [date(year!, month!, day!)].flat(), isCertain: zone === undefined && Number(year) >= 1900 };
  }
  const yearLast = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})\.?(?: \d{1,2}:\d{2}(?::\d{2})?)?$/.exec(text);
  if (!yearLast) {
    return { days: [], isCertain: false };
  }
  const [, first, separator, second, digits] = yearLast;
  const year = digits!.length === 4 ? digits! : `20${digits}`;
  const dayFirst = [date(year, second!, first!)].flat();
  const monthFirst = [date(year, first!, second!)].flat();
  return {
    days: separator === '.' && dayFirst.length > 0 ? dayFirst : [...dayFirst, ...monthFirst],
    isCertain: digits!.length === 4 && Number(year) >= 1900 && (separator !== '.' || dayFirst.length > 0),
  };
}
