import { dayOfDate, type Day } from '../../core/calendar';
import { stepRows, type Steps } from '../steps';

/** In which order a date has its parts. */
export const dateOrders = ['ymd', 'dmy', 'mdy'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** A date, with a time of day behind it or without. */
const form = /^(\d{1,4})([./-])\s?(\d{1,2})\2\s?(\d{1,4})\.?(?:[T ,].*)?$/;

/**
 * The day that a text names in an order of its parts; undefined where it names none. Years of two digits are of this
 * century. One of four digits in front has the month behind it, whatever order the other dates of a list have.
 */
export function readDate(text: string, order: DateOrder): Day | undefined {
  const match = form.exec(text.trim());
  if (!match) {
    return undefined;
  }
  const [, first = '', separator, second = '', third = ''] = match;
  const [year, month, day] = partsIn(first.length === 4 ? 'ymd' : order, [first, second, third]);
  const isYear = year.length === 4 || (year.length === 2 && order !== 'ymd');
  if (!isYear || month.length > 2 || day.length > 2 || (order === 'mdy' && separator === '.')) {
    return undefined;
  }
  return dayOfDate(Number(year) + (year.length === 2 ? 2000 : 0), Number(month), Number(day));
}

type Parts = readonly [first: string, second: string, third: string];

/** Year, month and day. */
function partsIn(order: DateOrder, [first, second, third]: Parts): Parts {
  switch (order) {
    case 'ymd': return [first, second, third];
    case 'dmy': return [third, second, first];
    case 'mdy': return [third, first, second];
  }
}

/** What the dates of one column say about their order. */
export interface OrderReading {
  /** The orders in which the most of them are days, the usual ones first; several where nothing tells them apart. */
  readonly orders: readonly DateOrder[];
  /** A date that is another day in each of several orders. */
  readonly ambiguous: string | undefined;
}

/**
 * Finds the order that the dates of one file have in common; texts that are empty don't matter.
 * @param textOf gives the date of a row
 */
export function* readOrder<Row>(rows: readonly Row[], textOf: (row: Row) => string): Steps<OrderReading> {
  const counts = new Map<DateOrder, number>(dateOrders.map(order => [order, 0]));
  let ambiguous: string | undefined;
  for (const [index, row] of rows.entries()) {
    const text = textOf(row);
    const days = dateOrders.map(order => readDate(text, order));
    for (const [at, order] of dateOrders.entries()) {
      counts.set(order, counts.get(order)! + (days[at] === undefined ? 0 : 1));
    }
    ambiguous ??= new Set(days.filter(day => day !== undefined)).size > 1 ? text : undefined;
    if (index % stepRows === 0) {
      yield;
    }
  }
  const most = Math.max(...counts.values());
  const orders = most === 0 ? [] : dateOrders.filter(order => counts.get(order) === most);
  // Dates that are the same day in any order need no decision.
  return orders.length > 1 && ambiguous !== undefined ? { orders, ambiguous } : { orders: orders.slice(0, 1), ambiguous: undefined };
}
