import { formatDay } from '../../core/calendar';
import { normalize } from '../../core/register/identifier';
import { nearestLicenseTypes } from '../../core/licensing/license-type';
import { keyNamed, quote, say, type Sentence } from '../../core/text/sentence';
import { readLicenseType } from '../../core/register/settings';
import type { Row } from '../exports/csv';
import { readDate, readOrder, type DateOrder } from '../exports/dates';
import { finish } from '../steps';
import type { ColumnMapping, ImportField } from './fields';
import type { ImportTable } from './guess-mapping';
import { KnownHolders } from './known-holders';

/** The keys of an assignment that an import writes, in the order in which it writes them. */
export const writtenKeys = ['name', 'email', 'login', 'device', 'employee', 'assigned', 'type', 'purchase', 'seat', 'ended', 'note'] as const;
export type WrittenKey = (typeof writtenKeys)[number];
/** What an assignment is to say, as texts. */
export type AssignmentValues = Readonly<Partial<Record<WrittenKey, string>>>;

/** What the admin decides, once for the whole list. */
export interface ImportChoices {
  readonly mapping: ColumnMapping;
  /** In which order dates have their parts, where the list leaves it open. */
  readonly dateOrder?: DateOrder | undefined;
  /** Types by how the list words them, normalized. */
  readonly typeNames?: ReadonlyMap<string, string>;
  /** For rows that name no type, or no purchase. */
  readonly type?: string | undefined;
  readonly purchase?: string | undefined;
}

/**
 * What becomes of a row: `new` is written; `known` is in the register already; `repeated` stands in the list twice;
 * `nobody` names neither a person nor a device.
 */
export type RowStatus = 'new' | 'known' | 'repeated' | 'nobody';

/** What is to become of one row of a list. */
export interface PlannedRow {
  /** As a spreadsheet counts it. */
  readonly row: number;
  readonly status: RowStatus;
  readonly values: AssignmentValues;
  /** What the register will complain of, one sentence each, but for the types in {@link ImportPlan.unreadTypes}. */
  readonly problems: readonly Sentence[];
}

/** What is to become of a list. */
export interface ImportPlan {
  readonly rows: readonly PlannedRow[];
  /** To be decided before anything is written: a date that may be two days, with the orders that are possible. */
  readonly undecidedDate: { readonly example: string; readonly orders: readonly DateOrder[] } | undefined;
  /** Wordings of new rows that name no license type, the most frequent first. They are written as they are. */
  readonly unreadTypes: readonly { readonly text: string; readonly count: number; readonly nearest: readonly string[] }[];
}

/** What an import of a list into a register would do. Nothing is written, and no value that a row lacks is made up. */
export function planImport(table: ImportTable, choices: ImportChoices, register: string): ImportPlan {
  const { mapping } = choices;
  const dates = (['assigned', 'ended'] as const).map(field => mapping[field]).filter(column => column !== undefined);
  const { orders, ambiguous } = finish(readOrder(table.rows.flatMap(({ cells }) => dates.map(column => cells[column] ?? '')), text => text));
  const planner = new Planner(choices, choices.dateOrder ?? orders[0], new KnownHolders(register));
  return {
    rows: table.rows.map(row => planner.plan(row)),
    undecidedDate: ambiguous !== undefined && choices.dateOrder === undefined ? { example: ambiguous, orders } : undefined,
    unreadTypes: [...planner.unreadTypes.values()].sort((a, b) => b.count - a.count),
  };
}

class Planner {
  readonly unreadTypes = new Map<string, { readonly text: string; count: number; readonly nearest: readonly string[] }>();
  private readonly seen = new Set<string>();

  constructor(private readonly choices: ImportChoices, private readonly order: DateOrder | undefined, private readonly known: KnownHolders) {}

  plan(row: Row): PlannedRow {
    const problems: Sentence[] = [];
    const cell = (field: ImportField) => {
      const column = this.choices.mapping[field];
      return column === undefined ? '' : (row.cells[column] ?? '').replace(/[\s\p{Cc}]+/gu, ' ');
    };
    const email = cell('email');
    const device = cell('device');
    const values: Partial<Record<WrittenKey, string | undefined>> = {
      name: cell('name') || [cell('firstName'), cell('lastName')].filter(part => part !== '').join(' '),
      email,
      login: cell('login'),
      device,
      employee: cell('employee'),
      assigned: this.date(cell('assigned'), 'assigned', problems),
      type: this.typeOf(cell('type')),
      purchase: cell('purchase') || this.choices.purchase,
      seat: cell('seat'),
      ended: this.date(cell('ended'), 'ended', problems),
      note: cell('note'),
    };
    const given = Object.fromEntries(writtenKeys.flatMap(key => values[key] ? [[key, values[key]]] : [])) as AssignmentValues;
    const status = this.statusOf(given);
    if (status === 'new') {
      this.missing(given, problems);
      this.countUnread(given.type);
    }
    return { row: row.number, status, values: given, problems: status === 'nobody' ? [say`It names neither an address, a login nor a device, so it is left out.`] : problems };
  }

  private statusOf(values: AssignmentValues): RowStatus {
    const { email, login, device, type = '', assigned, ended } = values;
    if (!email && !login && !device) {
      return 'nobody';
    }
    const typeKey = this.known.typeKey(type);
    const isKnown = this.known.of(values).some(entry => {
      const isSameType = type === '' || !entry.type || this.known.typeKey(entry.type.value) === typeKey;
      const startsAlike = entry.assigned !== undefined && formatDay(entry.assigned.value) === assigned;
      return isSameType && (startsAlike || (!entry.ended && !ended));
    });
    if (isKnown) {
      return 'known';
    }
    const key = [device ?? email ?? login, typeKey, assigned, ended].map(part => normalize(part ?? '')).join('\n');
    const isRepeated = this.seen.has(key);
    this.seen.add(key);
    return isRepeated ? 'repeated' : 'new';
  }

  private missing({ name, device, assigned, type, purchase }: AssignmentValues, problems: Sentence[]): void {
    if (!name && !device) {
      problems.push(say`It has no name.`);
    }
    if (!assigned) {
      problems.push(say`It has no date of assignment.`);
    }
    if (!type && !purchase) {
      problems.push(say`It has no license type.`);
    }
  }

  /** A date as the register has it; what can't be read stays as it is, so that the register shows it. */
  private date(text: string, key: 'assigned' | 'ended', problems: Sentence[]): string {
    const day = text && this.order ? readDate(text, this.order) : undefined;
    if (text && day === undefined) {
      problems.push(this.order ? say`${quote(text)} in ${keyNamed(key)} is no date with ${orderNames[this.order]}.` : say`${quote(text)} in ${keyNamed(key)} is no date.`);
    }
    return day === undefined ? text : formatDay(day);
  }

  private typeOf(text: string): string {
    return this.choices.typeNames?.get(normalize(text)) ?? (text === '' ? this.choices.type ?? '' : text);
  }

  private countUnread(type = ''): void {
    if (type === '' || readLicenseType(type, this.known.settings)) {
      return;
    }
    const key = normalize(type);
    const unread = this.unreadTypes.get(key);
    if (unread) {
      unread.count++;
    } else {
      this.unreadTypes.set(key, { text: type, count: 1, nearest: nearestLicenseTypes(type) });
    }
  }
}

/** How the orders of dates are called in a sentence. */
export const orderNames: Readonly<Record<DateOrder, string>> = { ymd: 'the year first', dmy: 'the day first', mdy: 'the month first' };
