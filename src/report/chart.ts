import { dayOfDate, formatDay, type Day } from '../core/calendar';
import type { Change, Shortage } from './account';
import type { Chart } from './document';
import { escaped } from './markup';

const width = 760;
const height = 210;
/** Where the plot is. */
const plot = { left: 48, right: 748, top: 30, bottom: 178 } as const;
/** More labels on an axis than these stand in each other's way. */
const mostTicks = 8;
/** A day that was short is seen, however long the time that is shown. */
const leastWidth = 2;

/**
 * Seats owned and assigned day by day as SVG: two lines that go in steps, told apart by dashes as well as by color,
 * and hatched bands on the days that were short. Its title and description say the same in words.
 * @param id that no other chart of the page has
 */
export function chartSvg({ title, changes, shortages, day }: Chart, id: string): string {
  const first = changes.find(change => change.day !== undefined)?.day ?? day;
  const span = Math.max(day - first, 30);
  const start = Math.min(first, day - span) - Math.ceil(span / 50);
  const x = (at: Day | undefined) => round(plot.left + ((at ?? start) - start) / (day + 1 - start) * (plot.right - plot.left));
  const yTicks = valueTicks(Math.max(1, ...changes.map(({ owned, assigned }) => Math.max(owned, assigned))));
  const y = (value: number) => round(plot.bottom - value / yTicks.at(-1)! * (plot.bottom - plot.top));
  const line = (valueOf: (change: Change) => number) => {
    let path = `M${plot.left} ${y(changes[0]?.day === undefined && changes[0] ? valueOf(changes[0]) : 0)}`;
    for (const change of changes) {
      path += `H${x(change.day)}V${y(valueOf(change))}`;
    }
    return `${path}H${plot.right}`;
  };
  const bands = shortages.map(({ from, until }) => {
    const left = x(from);
    return `<rect x="${left}" y="${plot.top}" width="${round(Math.max(leastWidth, x(until === undefined ? day + 1 : until + 1) - left))}" height="${plot.bottom - plot.top}"/>`;
  });
  return [
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-text">`,
    `<title id="${id}-title">${escaped(title)}: seats owned and assigned by day</title>`,
    `<desc id="${id}-text">${escaped(describe(changes, shortages, day))}</desc>`,
    `<defs><pattern id="${id}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="short-ground" width="6" height="6"/><rect class="short-hatch" width="2" height="6"/></pattern></defs>`,
    `<g class="axis">${yTicks.map(value => `<line x1="${plot.left}" x2="${plot.right}" y1="${y(value)}" y2="${y(value)}"/><text x="${plot.left - 6}" y="${y(value) + 4}" text-anchor="end">${value}</text>`).join('')}</g>`,
    `<g class="axis">${dayTicks(start, day).map(({ at, label }) => `<line x1="${x(at)}" x2="${x(at)}" y1="${plot.bottom}" y2="${plot.bottom + 5}"/><text x="${x(at)}" y="${plot.bottom + 20}" text-anchor="middle">${label}</text>`).join('')}</g>`,
    `<g fill="url(#${id}-hatch)">${bands.join('')}</g>`,
    `<path class="owned" d="${line(({ owned }) => owned)}"/>`,
    `<path class="assigned" d="${line(({ assigned }) => assigned)}"/>`,
    legend(id, shortages.length > 0),
    '</svg>',
  ].join('');
}

function legend(id: string, hasShortages: boolean): string {
  return [
    `<path class="owned" d="M${plot.left} 14h28"/><text x="${plot.left + 34}" y="18">owned</text>`,
    `<path class="assigned" d="M${plot.left + 96} 14h28"/><text x="${plot.left + 130}" y="18">assigned</text>`,
    ...hasShortages ? [`<rect x="${plot.left + 206}" y="8" width="28" height="12" fill="url(#${id}-hatch)"/><text x="${plot.left + 240}" y="18">short</text>`] : [],
  ].join('');
}

function describe(changes: readonly Change[], shortages: readonly Shortage[], day: Day): string {
  const last = changes.at(-1)!;
  const now = `On ${formatDay(day)}, ${last.owned} owned and ${last.assigned} assigned.`;
  const told = shortages.slice(0, 10).map(({ from, until, worst }) =>
    `${from === undefined ? 'the start' : formatDay(from)} to ${formatDay(until ?? day)} (${worst.assigned} assigned, ${worst.owned} owned)`);
  const more = shortages.length > told.length ? `, and ${shortages.length - told.length} times more` : '';
  return told.length > 0 ? `${now} Short from ${told.join('; ')}${more}.` : `${now} Never short.`;
}

/** Up to five round values from 0 to one not below `most`. */
function valueTicks(most: number): number[] {
  const magnitude = 10 ** Math.floor(Math.log10(most / 4));
  const step = Math.max(1, [1, 2, 5, 10].map(factor => factor * magnitude).find(each => each * 4 >= most)!);
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step);
}

/** First days of years, or of months where the time is short. */
function dayTicks(start: Day, end: Day): { readonly at: Day; readonly label: string }[] {
  const firstYear = Number(formatDay(start).slice(0, 4));
  const lastYear = Number(formatDay(end).slice(0, 4));
  const months = Array.from({ length: 12 * (lastYear - firstYear + 1) }, (_, index) => ({ year: firstYear + Math.floor(index / 12), month: index % 12 + 1 }))
    .flatMap(({ year, month }) => {
      const at = dayOfDate(year, month, 1);
      return at !== undefined && at >= start && at <= end ? [{ at, year, month }] : [];
    });
  const years = months.filter(({ month }) => month === 1);
  // Months with their year need twice the room.
  const shown = years.length >= 3 ? thinned(years, mostTicks) : thinned(months, mostTicks);
  return shown.map(({ at, year, month }) => ({ at, label: years.length >= 3 ? String(year) : `${year}-${String(month).padStart(2, '0')}` }));
}

/** At most so many of the items, evenly. */
function thinned<T>(items: readonly T[], most: number): T[] {
  const every = Math.ceil(items.length / most);
  return items.filter((_, index) => index % every === 0);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
