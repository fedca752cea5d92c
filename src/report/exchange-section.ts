import { formatDay } from '../core/calendar';
import { causeName, differenceText, figuresText, serverTexts, tierNames, traceNames } from '../exchange/comparison/comparison-text';
import type { Section } from './document';
import type { ExchangePosition } from './exchange';
import { joined, plain } from './plain';

const mostDifferences = 500;

/** How the register and exports of Exchange differ, in words. */
export function exchangeSection(exchange: ExchangePosition | undefined): Section {
  return {
    heading: 'Compared with Exchange',
    texts: exchange ? textsOf(exchange) : ['The register is compared with no export of Exchange.'],
    table: {
      columns: [{ title: 'Account or server' }, { title: 'License' }, { title: 'In Exchange' }, { title: 'In the register' }],
      rows: exchange ? rowsOf(exchange) : [],
      most: mostDifferences,
      elsewhere: 'As CSV, this table has all.',
    },
  };
}

function textsOf({ taken, cals, servers }: ExchangePosition): string[] {
  return [
    ...cals.map(each => `${figuresText(each).text} ${differenceText(each).text}`),
    ...servers ? serverTexts(servers).slice(0, 1).map(({ text }) => text) : [],
    ...taken.length > 0 ? [`The exports were made on ${taken.map(formatDay).join(', ')}.`] : [],
    'Exchange counts mailboxes and what they may use, and calls that an estimate; the register tells which people and devices hold a CAL.',
  ];
}

function rowsOf({ cals, servers }: ExchangePosition): string[][] {
  return [
    ...cals.flatMap(({ tier, uncovered, unneeded }) => [
      ...uncovered.toSorted((a, b) => Number(b.cause === 'missing') - Number(a.cause === 'missing')).map(({ name, cause }) => [plain(name), tierNames[tier], 'counted', causeName(cause)]),
      ...unneeded.map(({ names, accounts, trace }) => [joined([...names, ...accounts]), tierNames[tier], traceNames[trace], 'holds one']),
    ]),
    ...(servers?.differences ?? []).map(({ name, said }) => [plain(name), 'Server', 'listed', plain(said.text)]),
  ];
}
