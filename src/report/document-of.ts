import { formatDay, type Day } from '../core/calendar';
import { counted } from '../core/text/sentence';
import { figuresText } from '../exchange/comparison/comparison-text';
import type { Figures } from './account';
import type { Cell, Column, ReportDocument, Section, SectionName } from './document';
import { exchangeSection } from './exchange-section';
import type { DevicePosition, Seat } from './holders';
import { joined, plain } from './plain';
import type { Place, Position } from './position';
import type { Cover } from './purchases';

const unknown = 'not known';
const mostFindings = 500;

/** A position in words. */
export function documentOf(position: Position): ReportDocument {
  const { organization, day, madeOn, files } = position;
  return {
    title: organization === undefined ? 'License position' : `License position of ${plain(organization)}`,
    facts: [['Day', formatDay(day)], ['Made on', formatDay(madeOn)], ['Register', joined(files)]],
    sections: new Map(sectionOrder.map(name => [name, sectionMakers[name](position)])),
  };
}

const sectionOrder: readonly SectionName[] = [
  'overview', 'products', 'shortages', 'exchange', 'purchases', 'lines', 'people', 'devices', 'servers', 'ended', 'uncounted', 'causes', 'findings', 'limits', 'privacy',
];

const sectionMakers: Readonly<Record<SectionName, (position: Position) => Section>> = {
  overview: overviewSection,
  products: productsSection,
  shortages: shortagesSection,
  exchange: ({ exchange }) => exchangeSection(exchange),
  purchases: purchasesSection,
  lines: linesSection,
  people: peopleSection,
  devices: devicesSection,
  servers: serversSection,
  ended: endedSection,
  uncounted: uncountedSection,
  causes: causesSection,
  findings: findingsSection,
  limits: limitsSection,
  privacy: privacySection,
};

const text = (title: string): Column => ({ title });
const days = (title: string): Column => ({ title, kind: 'day' });
const number = (title: string): Column => ({ title, kind: 'number' });
const alarm = (title: string): Column => ({ title, kind: 'alarm' });

const figureColumns: readonly Column[] = [number('Owned'), number('Assigned'), number('Free'), alarm('Short')];
const seatColumns: readonly Column[] = [text('Product'), text('Purchase'), text('Documents'), text('Seat'), days('Assigned'), days('Ends'), text('Remark')];

function overviewSection({ day, products, people, devices, servers, uncounted, exchange, causes }: Position): Section {
  const short = products.filter(product => product.short);
  const open = products.filter(product => product.short === undefined).length;
  const inService = servers.filter(({ isInService }) => isInService).length;
  const licensedDevices = devices.filter(({ seats }) => seats.length > 0).length;
  const errors = causes.reduce((sum, { findings }) => sum + findings.filter(({ severity }) => severity === 'error').length, 0);
  const texts = short.map(({ name, short: seats, owned, assigned }) => `${plain(name)}: ${seats} short. ${assigned} assigned, ${owned} owned.`);
  if (short.length === 0 && products.length > open) {
    texts.push(`On ${formatDay(day)} no license type shows more assigned than owned${open > 0 ? ', of those whose figures are known' : ''}.`);
  }
  if (open > 0) {
    texts.push(`Of ${counted(open, 'license type', 'license types').text}, free and short seats aren't known.`);
  }
  const alsoDevices = licensedDevices > 0 ? `, and ${counted(licensedDevices, 'device', 'devices').text}` : '';
  texts.push(`${counted(people.length, 'person holds', 'people hold').text} a license${alsoDevices}. ${counted(inService, 'server is', 'servers are').text} in service.`);
  texts.push(...(exchange?.cals ?? []).map(each => figuresText(each).text));
  if (uncounted.length > 0) {
    texts.push(`${counted(uncounted.length, 'entry of the register isn\'t', 'entries of the register aren\'t').text} counted: see below.`);
  }
  if (errors > 0) {
    texts.push(`The check finds ${counted(errors, 'error', 'errors').text}, which may make these figures wrong.`);
  }
  return { heading: 'Overview', texts };
}

function productsSection({ products }: Position): Section {
  const texts = ['By license type. A seat is taken from the day of assignment to the day before the end; a purchase counts from its date, a subscription on the days of its terms.'];
  if (products.some(({ outside }) => outside > 0)) {
    texts.push('Assignments under "In no purchase" name a purchase that isn\'t recorded or is of another type, and take no seat.');
  }
  return {
    heading: 'Owned and assigned',
    texts: products.length > 0 ? texts : ['No license type that can be read is recorded for this day.'],
    table: {
      columns: [text('Product'), ...figureColumns, number('In no purchase')],
      rows: products.map(product => [plain(product.name), ...figureCells(product), product.outside]),
    },
  };
}

function shortagesSection({ day, products }: Position): Section {
  const isAnyShort = products.some(({ shortages }) => shortages?.length);
  return {
    heading: 'Day by day',
    texts: [isAnyShort ? 'Days on which more was assigned than owned, up to the day of the report.' : 'As far as the figures are known, no day shows more assigned than owned.'],
    charts: products.flatMap(({ name, changes, shortages }) => changes && shortages && changes.length > 0 ? [{ title: plain(name), changes, shortages, day }] : []),
    table: {
      columns: [text('Product'), days('From'), days('To'), days('Worst on'), number('Owned then'), number('Assigned then'), alarm('Short then')],
      rows: products.flatMap(({ name, shortages = [] }) => shortages.map(({ from, until, worst }) => [
        plain(name), dayCell(from, 'the start'), dayCell(until, 'still'), dayCell(worst.day, 'the start'), worst.owned, worst.assigned, worst.assigned - worst.owned,
      ])),
    },
  };
}

function purchasesSection({ pools }: Position): Section {
  return {
    heading: 'Purchases',
    texts: [pools.length > 0 ? 'The lines of one number and one license type together.' : 'No purchase is recorded for this day.'],
    table: {
      columns: [text('Purchase'), text('Product'), ...figureColumns, days('Covered until'), text('Documents')],
      rows: pools.map(pool => [
        plain(pool.id), plain(pool.product), ...figureCells(pool), dayCell(pool.coveredUntil), joined(pool.lines.map(({ document }) => document)),
      ]),
    },
  };
}

function linesSection({ pools }: Position): Section {
  return {
    heading: 'Purchase lines and their terms',
    texts: [pools.length > 0 ? 'Terms include both days.' : 'No purchase is recorded for this day.'],
    table: {
      columns: [
        text('Purchase'), text('Product'), days('Date'), number('Quantity'), text('Supplier'), text('Document'),
        days('Software Assurance'), days('Subscription'), days('True-up by'),
      ],
      rows: pools.flatMap(({ id, product, lines }) => lines.map(line => [
        plain(id), plain(product), dayCell(line.date, unknown), line.quantity ?? unknown, plain(line.supplier), plain(line.document),
        coverCell(line.softwareAssurance), coverCell(line.subscription), dayCell(line.trueUp),
      ])),
    },
  };
}

function peopleSection({ people }: Position): Section {
  return {
    heading: 'People',
    texts: [people.length > 0 ? 'Who holds a license on the day of the report, a row for each license.' : 'Nobody holds a license on this day.'],
    table: {
      columns: [text('Name'), text('Address or login'), ...seatColumns],
      rows: people.flatMap(({ names, accounts, seats }) => seats.map(seat => [joined(names), joined(accounts), ...seatCells(seat)])),
    },
  };
}

function devicesSection({ devices }: Position): Section {
  return {
    heading: 'Devices',
    texts: [devices.length > 0 ? 'Recorded devices, a row for each license that one holds on the day of the report.' : 'No devices are recorded.'],
    table: {
      columns: [text('Device'), text('Users'), ...seatColumns],
      rows: devices.flatMap(deviceRows),
    },
  };
}

function serversSection({ servers }: Position): Section {
  return {
    heading: 'Servers and their licenses',
    texts: [servers.length > 0 ? 'Trial and Hybrid servers need no license of their own and take none.' : 'No servers are recorded.'],
    table: {
      columns: [
        text('Server'), text('Version'), text('Edition'), text('In service'), text('License'), text('Product'), text('Documents'),
        days('Installed'), days('Activated'), days('Retired'),
      ],
      rows: servers.map(server => [
        plain(server.name), plain(server.version), plain(server.edition), server.isInService ? 'yes' : 'no', plain(server.license), plain(server.product), joined(server.documents),
        dayCell(server.installed), dayCell(server.activated), dayCell(server.retired),
      ]),
    },
  };
}

function endedSection({ ended }: Position): Section {
  return {
    heading: 'Ended assignments',
    texts: [ended.length > 0 ? 'Licenses that were given back by the day of the report, the latest first.' : 'No assignment had ended by this day.'],
    table: {
      columns: [text('Holder'), text('Address or login'), text('Product'), text('Purchase'), text('Seat'), days('Assigned'), days('Ended'), text('Reason')],
      rows: ended.map(seat => [
        plain(seat.holder), joined(seat.accounts), plain(seat.product), plain(seat.purchase), plain(seat.seat), dayCell(seat.assigned), dayCell(seat.ended), plain(seat.reason),
      ]),
    },
  };
}

function uncountedSection({ uncounted }: Position): Section {
  return {
    heading: 'Entries that the figures leave out',
    texts: [uncounted.length > 0 ? 'Each is a row of the register to mend. Where a quantity or date of a purchase can\'t be read, what is owned isn\'t known.' : 'Every entry is counted.'],
    table: {
      columns: [text('Entry'), text('Kind'), text('Why it isn\'t counted'), text('Place')],
      rows: uncounted.map(({ of, kind, reason, place }) => [plain(of), kind, plain(`It ${reason}.`), placeCell(place)]),
    },
  };
}

function causesSection({ causes }: Position): Section {
  return {
    heading: 'Open findings by cause',
    texts: [causes.length > 0
      ? 'What the check of the register says on the day of the report. Each rule has a page that tells why.'
      : 'The check of the register finds nothing on this day. That says only that the register shows nothing wrong.'],
    table: {
      columns: [text('Rule'), text('Severity'), number('Findings')],
      rows: causes.map(({ rule, severity, findings }) => [rule, severity, findings.length]),
    },
  };
}

function findingsSection({ causes }: Position): Section {
  return {
    heading: 'Findings',
    texts: causes.length > 0 ? [] : ['There are none.'],
    table: {
      columns: [text('Rule'), text('Severity'), text('What is found'), text('Place')],
      rows: causes.flatMap(({ rule, findings }) => findings.map(({ severity, message, place }) => [rule, severity, plain(message), placeCell(place)])),
      most: mostFindings,
      elsewhere: 'The command "check" lists all.',
    },
  };
}

function limitsSection({ limits }: Position): Section {
  return { heading: 'What can\'t be known', texts: limits.map(plain) };
}

function privacySection(): Section {
  return {
    heading: 'About this report',
    texts: [
      'It contains names, addresses and logins of people, the days on which they were given licenses and gave them back, and numbers, suppliers and places of purchase documents, as the register has them. Whoever receives it receives personal data: pass on no more of it than is asked for, and keep it out of version control that others can read.',
      'It was made on this machine from the register, the files that it includes and the exports of Exchange that it names, which are only read. Nothing was sent anywhere, and nothing in it is loaded from anywhere.',
      'It is no legal advice, and no statement about how an organization is licensed: it adds up what the register says.',
    ],
  };
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

function placeCell({ path, line }: Place): string {
  return `${plain(path)}:${line}`;
}

function seatCells(seat: Seat): Cell[] {
  const remarks: string[] = [];
  if (seat.standsInFor !== undefined) {
    remarks.push(`stands in for ${plain(seat.standsInFor)}`);
  }
  if (!seat.isCounted) {
    remarks.push(seat.standsInFor === undefined ? 'not counted' : 'takes no seat of its own');
  }
  return [plain(seat.product), plain(seat.purchase), joined(seat.documents), plain(seat.seat), dayCell(seat.assigned), dayCell(seat.ended), remarks.join(', ')];
}

function deviceRows({ name, users, seats }: DevicePosition): Cell[][] {
  const head = [plain(name), joined(users)];
  return seats.length > 0 ? seats.map(seat => [...head, ...seatCells(seat)]) : [[...head, ...seatColumns.map(() => '')]];
}
