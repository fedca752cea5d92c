import { formatDay, type Day } from '../core/calendar';
import { counted } from '../core/text/sentence';
import { figuresText } from '../exchange/comparison/comparison-text';
import type { Change, Figures } from './account';
import { exchangeSection } from './exchange-section';
import type { DevicePosition, PersonPosition, Seat } from './holders';
import { joined, plain } from './plain';
import type { Position } from './position';
import type { Cover, Product } from './purchases';

export type Cell = string | number;

export interface Column {
  readonly title: string;
  /** Of days or of numbers; `alarm` of numbers that are to catch the eye above 0. */
  readonly kind?: 'day' | 'number' | 'alarm';
}

/** A table whose first column names what a row is about. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** How many rows a page shows; all if left out. */
  readonly most?: number;
  /** Where all of them are, as a sentence. */
  readonly elsewhere?: string;
}

/** Owned and assigned of one license type, day by day. */
export interface Chart {
  readonly title: string;
  readonly changes: readonly Change[];
  readonly shortages: NonNullable<Product['shortages']>;
  /** The last day. */
  readonly day: Day;
}

export interface Section {
  readonly heading: string;
  readonly texts: readonly string[];
  readonly charts?: readonly Chart[];
  /** The table, with the name by which it can be asked for; without rows, the last of the texts says so. */
  readonly table?: Table;
}

/** The sections of a report that have a table, by the names of the tables. */
export const tableNames = ['people', 'products', 'shortages', 'purchases', 'lines', 'devices', 'servers', 'ended', 'uncounted', 'exchange', 'causes', 'findings'] as const;
export type TableName = (typeof tableNames)[number];
export type SectionName = TableName | 'overview' | 'limits' | 'privacy';

/** A report in words, for all formats that people read. All texts are on one line and printable. */
export interface ReportDocument {
  readonly title: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** In the order in which they are shown. */
  readonly sections: ReadonlyMap<SectionName, Section>;
}

const unknown = 'not known';
const mostFindings = 500;

/** A position in words. */
export function documentOf(position: Position): ReportDocument {
  const { organization, day, madeOn, files, products, pools, people, devices, servers, ended, uncounted, exchange, causes, limits } = position;
  const sections: Record<SectionName, Section> = {
    overview: { heading: 'Overview', texts: overviewOf(position) },
    products: {
      heading: 'Owned and assigned',
      texts: products.length === 0 ? ['No license type that can be read is recorded for this day.'] : [
        'By license type. A seat is taken from the day of assignment to the day before the end; a purchase counts from its date, a subscription on the days of its terms.',
        ...products.some(({ outside }) => outside > 0) ? ['Assignments under "In no purchase" name a purchase that isn\'t recorded or is of another type, and take no seat.'] : [],
      ],
      table: {
        columns: [{ title: 'Product' }, ...figureColumns, { title: 'In no purchase', kind: 'number' }],
        rows: products.map(product => [plain(product.name), ...figureCells(product), product.outside]),
      },
    },
    shortages: {
      heading: 'Day by day',
      texts: [products.some(({ shortages }) => shortages?.length) ? 'Days on which more was assigned than owned, up to the day of the report.' : 'As far as the figures are known, no day shows more assigned than owned.'],
      charts: products.flatMap(({ name, changes, shortages }) => changes && shortages && changes.length > 0 ? [{ title: plain(name), changes, shortages, day }] : []),
      table: {
        columns: [{ title: 'Product' }, { title: 'From', kind: 'day' }, { title: 'To', kind: 'day' }, { title: 'Worst on', kind: 'day' }, { title: 'Owned then', kind: 'number' }, { title: 'Assigned then', kind: 'number' }, { title: 'Short then', kind: 'alarm' }],
        rows: products.flatMap(({ name, shortages = [] }) => shortages.map(({ from, until, worst }) => [
          plain(name), dayCell(from, 'the start'), dayCell(until, 'still'), dayCell(worst.day, 'the start'), worst.owned, worst.assigned, worst.assigned - worst.owned,
        ])),
      },
    },
    purchases: {
      heading: 'Purchases',
      texts: [pools.length > 0 ? 'The lines of one number and one license type together.' : 'No purchase is recorded for this day.'],
      table: {
        columns: [{ title: 'Purchase' }, { title: 'Product' }, ...figureColumns, { title: 'Covered until', kind: 'day' }, { title: 'Documents' }],
        rows: pools.map(pool => [
          plain(pool.id), plain(pool.product), ...figureCells(pool), dayCell(pool.coveredUntil), joined(pool.lines.map(({ document }) => document)),
        ]),
      },
    },
    lines: {
      heading: 'Purchase lines and their terms',
      texts: [pools.length > 0 ? 'Terms include both days.' : 'No purchase is recorded for this day.'],
      table: {
        columns: [{ title: 'Purchase' }, { title: 'Product' }, { title: 'Date', kind: 'day' }, { title: 'Quantity', kind: 'number' }, { title: 'Supplier' }, { title: 'Document' }, { title: 'Software Assurance', kind: 'day' }, { title: 'Subscription', kind: 'day' }, { title: 'True-up by', kind: 'day' }],
        rows: pools.flatMap(({ id, product, lines }) => lines.map(line => [
          plain(id), plain(product), dayCell(line.date, unknown), line.quantity ?? unknown, plain(line.supplier), plain(line.document),
          coverCell(line.softwareAssurance), coverCell(line.subscription), dayCell(line.trueUp),
        ])),
      },
    },
    people: {
      heading: 'People',
      texts: [people.length > 0 ? 'Who holds a license on the day of the report, a row for each license.' : 'Nobody holds a license on this day.'],
      table: {
        columns: [{ title: 'Name' }, { title: 'Address or login' }, ...seatColumns],
        rows: people.flatMap(person => person.seats.map(seat => [nameCell(person), joined(person.accounts), ...seatCells(seat)])),
      },
    },
    devices: {
      heading: 'Devices',
      texts: [devices.length > 0 ? 'Recorded devices, a row for each license that one holds on the day of the report.' : 'No devices are recorded.'],
      table: {
        columns: [{ title: 'Device' }, { title: 'Users' }, ...seatColumns],
        rows: devices.flatMap(device => deviceRows(device)),
      },
    },
    servers: {
      heading: 'Servers and their licenses',
      texts: [servers.length > 0 ? 'Trial and Hybrid servers need no license of their own and take none.' : 'No servers are recorded.'],
      table: {
        columns: [{ title: 'Server' }, { title: 'Version' }, { title: 'Edition' }, { title: 'In service' }, { title: 'License' }, { title: 'Product' }, { title: 'Documents' }, { title: 'Installed', kind: 'day' }, { title: 'Activated', kind: 'day' }, { title: 'Retired', kind: 'day' }],
        rows: servers.map(server => [
          plain(server.name), plain(server.version), plain(server.edition), server.isInService ? 'yes' : 'no', plain(server.license), plain(server.product), joined(server.documents),
          dayCell(server.installed), dayCell(server.activated), dayCell(server.retired),
        ]),
      },
    },
    ended: {
      heading: 'Ended assignments',
      texts: [ended.length > 0 ? 'Licenses that were given back by the day of the report, the latest first.' : 'No assignment had ended by this day.'],
      table: {
        columns: [{ title: 'Holder' }, { title: 'Address or login' }, { title: 'Product' }, { title: 'Purchase' }, { title: 'Seat' }, { title: 'Assigned', kind: 'day' }, { title: 'Ended', kind: 'day' }, { title: 'Reason' }],
        rows: ended.map(seat => [plain(seat.holder), joined(seat.accounts), plain(seat.product), plain(seat.purchase), plain(seat.seat), dayCell(seat.assigned), dayCell(seat.ended), plain(seat.reason)]),
      },
    },
    uncounted: {
      heading: 'Entries that the figures leave out',
      texts: [uncounted.length > 0 ? 'Each is a row of the register to mend. Where a quantity or date of a purchase can\'t be read, what is owned isn\'t known.' : 'Every entry is counted.'],
      table: {
        columns: [{ title: 'Entry' }, { title: 'Kind' }, { title: 'Why it isn\'t counted' }, { title: 'Place' }],
        rows: uncounted.map(({ of, kind, reason, place }) => [plain(of), kind, plain(`It ${reason}.`), placeCell(place)]),
      },
    },
    exchange: exchangeSection(exchange),
    causes: {
      heading: 'Open findings by cause',
      texts: [causes.length > 0 ? 'What the check of the register says on the day of the report. Each rule has a page that tells why.' : 'The check of the register finds nothing on this day. That says only that the register shows nothing wrong.'],
      table: {
        columns: [{ title: 'Rule' }, { title: 'Severity' }, { title: 'Findings', kind: 'number' }],
        rows: causes.map(({ rule, severity, findings }) => [rule, severity, findings.length]),
      },
    },
    findings: {
      heading: 'Findings',
      texts: causes.length > 0 ? [] : ['There are none.'],
      table: {
        columns: [{ title: 'Rule' }, { title: 'Severity' }, { title: 'What is found' }, { title: 'Place' }],
        rows: causes.flatMap(({ rule, findings }) => findings.map(({ severity, message, place }) => [rule, severity, plain(message), placeCell(place)])),
        most: mostFindings,
        elsewhere: 'The command "check" lists all.',
      },
    },
    limits: { heading: 'What can\'t be known', texts: limits.map(plain) },
    privacy: {
      heading: 'About this report',
      texts: [
        'It contains names, addresses and logins of people, the days on which they were given licenses and gave them back, and numbers, suppliers and places of purchase documents, as the register has them. Whoever receives it receives personal data: pass on no more of it than is asked for, and keep it out of version control that others can read.',
        'It was made on this machine from the register, the files that it includes and the exports of Exchange that it names, which are only read. Nothing was sent anywhere, and nothing in it is loaded from anywhere.',
        'It is no legal advice, and no statement about how an organization is licensed: it adds up what the register says.',
      ],
    },
  };
  return {
    title: organization === undefined ? 'License position' : `License position of ${plain(organization)}`,
    facts: [['Day', formatDay(day)], ['Made on', formatDay(madeOn)], ['Register', joined(files)]],
    sections: new Map(sectionOrder.map(name => [name, sections[name]])),
  };
}

const sectionOrder: readonly SectionName[] = [
  'overview', 'products', 'shortages', 'exchange', 'purchases', 'lines', 'people', 'devices', 'servers', 'ended', 'uncounted', 'causes', 'findings', 'limits', 'privacy',
];

const figureColumns: readonly Column[] = [{ title: 'Owned', kind: 'number' }, { title: 'Assigned', kind: 'number' }, { title: 'Free', kind: 'number' }, { title: 'Short', kind: 'alarm' }];
const seatColumns: readonly Column[] = [{ title: 'Product' }, { title: 'Purchase' }, { title: 'Documents' }, { title: 'Seat' }, { title: 'Assigned', kind: 'day' }, { title: 'Ends', kind: 'day' }, { title: 'Remark' }];

function overviewOf({ day, products, people, devices, servers, uncounted, exchange, causes }: Position): string[] {
  const short = products.filter(product => product.short);
  const open = products.filter(product => product.short === undefined).length;
  const inService = servers.filter(({ isInService }) => isInService).length;
  const licensedDevices = devices.filter(({ seats }) => seats.length > 0).length;
  const errors = causes.reduce((sum, { findings }) => sum + findings.filter(({ severity }) => severity === 'error').length, 0);
  return [
    ...short.map(({ name, short: seats, owned, assigned }) => `${plain(name)}: ${seats} short. ${assigned} assigned, ${owned} owned.`),
    ...short.length === 0 && products.length > open ? [`On ${formatDay(day)} no license type shows more assigned than owned${open > 0 ? ', of those whose figures are known' : ''}.`] : [],
    ...open > 0 ? [`Of ${counted(open, 'license type', 'license types').text}, free and short seats aren't known.`] : [],
    `${counted(people.length, 'person holds', 'people hold').text} a license${licensedDevices > 0 ? `, and ${counted(licensedDevices, 'device', 'devices').text}` : ''}. ${counted(inService, 'server is', 'servers are').text} in service.`,
    ...(exchange?.cals ?? []).map(each => figuresText(each).text),
    ...uncounted.length > 0 ? [`${counted(uncounted.length, 'entry of the register isn\'t', 'entries of the register aren\'t').text} counted: see below.`] : [],
    ...errors > 0 ? [`The check finds ${counted(errors, 'error', 'errors').text}, which may make these figures wrong.`] : [],
  ];
}

function figureCells({ owned, assigned, free, short }: Figures): Cell[] {
  return [owned, assigned, free, short].map(figure => figure ?? unknown);
}

function dayCell(day: Day | undefined, otherwise = ''): string {
  return day === undefined ? otherwise : formatDay(day);
}

function coverCell(covers: readonly Cover[]): string {
  return covers.map(({ from, until }) => `${formatDay(from)} to ${formatDay(until)}`).join(', ');
}

function placeCell({ path, line }: Position['uncounted'][number]['place']): string {
  return `${plain(path)}:${line}`;
}

function nameCell({ names }: PersonPosition): string {
  return joined(names);
}

function seatCells(seat: Seat): Cell[] {
  const remarks = [
    ...seat.standsInFor === undefined ? [] : [`stands in for ${plain(seat.standsInFor)}`],
    ...seat.isCounted ? [] : [seat.standsInFor === undefined ? 'not counted' : 'takes no seat of its own'],
  ];
  return [plain(seat.product), plain(seat.purchase), joined(seat.documents), plain(seat.seat), dayCell(seat.assigned), dayCell(seat.ended), remarks.join(', ')];
}

function deviceRows({ name, users, seats }: DevicePosition): Cell[][] {
  const head = [plain(name), joined(users)];
  return seats.length > 0 ? seats.map(seat => [...head, ...seatCells(seat)]) : [[...head, ...seatColumns.map(() => '')]];
}
