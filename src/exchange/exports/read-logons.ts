import type { Day } from '../../core/calendar';
import { quote, say, type Sentence } from '../../core/text/sentence';
import { Columns } from './columns';
import { readDate, readOrder } from './dates';
import type { Table } from './read-table';
import { stepRows, type Steps } from '../steps';

/** What an export of last logons says. */
export interface Logons {
  /** The day of the last logon by MailboxGuid, in lower case. */
  readonly days: ReadonlyMap<string, Day>;
  /** Predicates that follow the file's name in a sentence. */
  readonly problems: readonly Sentence[];
}

/** Reads an export of the last logons. Dates whose order can't be told are left out rather than guessed. */
export function* readLogons(table: Table): Steps<Logons> {
  const columns = new Columns(table);
  const guid = columns.find('MailboxGuid', 'ExchangeGuid');
  const time = columns.find('LastLogonTime');
  if (!guid || !time) {
    return { days: new Map(), problems: [say`has no column ${guid ? 'LastLogonTime' : 'MailboxGuid'}, so it says nothing about mailboxes. Export again with the command of this extension.`] };
  }
  const { orders, ambiguous } = yield* readOrder(table.rows, time);
  if (ambiguous !== undefined) {
    return { days: new Map(), problems: [say`has dates such as ${quote(ambiguous)}, of which it can't be told whether the day or the month comes first. Export again with the command of this extension, which writes the year first.`] };
  }
  const days = new Map<string, Day>();
  for (const [index, row] of table.rows.entries()) {
    if (index % stepRows === 0) {
      yield;
    }
    const day = orders[0] && readDate(time(row), orders[0]);
    if (day !== undefined && guid(row) !== '') {
      const key = guid(row).toLowerCase();
      // A mailbox that was moved is listed twice.
      days.set(key, Math.max(day, days.get(key) ?? -Infinity));
    }
  }
  return { days, problems: [] };
}
