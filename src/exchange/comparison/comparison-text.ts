import { groupBy } from '../../core/collections/group-by';
import type { Tier } from '../../core/licensing/license-type';
import { counted, quote, say, type Sentence } from '../../core/text/sentence';
import type { ServerComparison } from './compare-servers';
import type { Basis, Cause, Reconciliation, Trace, Unneeded } from './reconcile';

/** How a kind of CAL is called. */
export const tierNames: Readonly<Record<Tier, string>> = { standard: 'Standard CAL', enterprise: 'Enterprise CAL' };

/** What causes are called, of one and of several; in the order in which they are told. */
const causeNames: Readonly<Record<Cause, readonly [one: string, several: string]>> = {
  'missing': ['missing', 'missing'],
  'broken': ['with an assignment that can\'t be used', 'with assignments that can\'t be used'],
  'service': ['service account', 'service accounts'],
  'admin-account': ['admin account', 'admin accounts'],
  'on-leave': ['on leave', 'on leave'],
  'cloud': ['licensed in the cloud', 'licensed in the cloud'],
  'resource': ['resource', 'resources'],
  'other': ['with another reason under `noCal`', 'with other reasons under `noCal`'],
  'device': ['on a device with a CAL', 'on devices with a CAL'],
  'shared': ['shared mailbox', 'shared mailboxes'],
  'room': ['room or equipment', 'rooms or equipment'],
  'system': ['system mailbox', 'system mailboxes'],
  'remote': ['in Exchange Online', 'in Exchange Online'],
  'disabled': ['disabled account', 'disabled accounts'],
};
/** All causes, in the order in which they are told. */
export const causes = Object.keys(causeNames) as readonly Cause[];

/** Why the register has no CAL for one account, as a table says it. */
export function causeName(cause: Cause): string {
  return causeNames[cause][0].replaceAll('`', '');
}

/** What is known of a mailbox, as a table says it. */
export const traceNames: Readonly<Record<Trace, string>> = {
  'gone': 'no mailbox', 'disabled': 'disabled account', 'not-a-user': 'no mailbox of a person', 'away': 'on leave', 'unknown': 'not counted',
};

const figures: Readonly<Record<Basis, (reconciliation: Pick<Reconciliation, 'estimated' | 'tier'>) => Sentence>> = {
  estimate: ({ estimated, tier }) => say`Exchange estimates ${counted(estimated, tierNames[tier], `${tierNames[tier]}s`)}`,
  mailboxes: ({ estimated }) => say`Exchange lists ${counted(estimated, 'mailbox that a person signs in to', 'mailboxes that people sign in to')}`,
};

/** The same in few words, where there is little room. */
export function shortFiguresText({ tier, basis, estimated, covered, bought }: Pick<Reconciliation, 'tier' | 'basis' | 'estimated' | 'covered' | 'bought'>): Sentence {
  const own = say`${tierNames[tier]}s: ${estimated} ${basis === 'estimate' ? 'by Exchange' : 'by mailboxes'}, ${covered} in the register`;
  return bought === undefined ? own : say`${own}, ${bought} bought`;
}

/** The figures of both sides and what was bought, in a sentence. */
export function figuresText(reconciliation: Pick<Reconciliation, 'tier' | 'basis' | 'estimated' | 'covered' | 'bought'>): Sentence {
  const { basis, covered, bought } = reconciliation;
  const own = say`${figures[basis](reconciliation)}; the register covers ${counted(covered, 'person', 'people')}`;
  return bought === undefined ? say`${own}.` : say`${own}, ${bought} bought.`;
}

type Differing = Pick<Reconciliation, 'uncovered' | 'repeated'> & { readonly unneeded: readonly Pick<Unneeded, 'isCounted'>[] };

/** How many accounts have a cause: `3 admin accounts`. */
export function causeText(cause: Cause, count: number): Sentence {
  return counted(count, ...causeNames[cause]);
}

/** What makes the difference of both sides, so that it adds up: `6 service accounts`, `2 missing`; the missing first. None where both name the same people. */
export function differenceParts({ uncovered, repeated, unneeded }: Differing): Sentence[] {
  const byCause = groupBy(uncovered, ({ cause }) => cause);
  const uncounted = unneeded.filter(({ isCounted }) => !isCounted).length;
  return [
    ...causes.flatMap(cause => byCause.has(cause) ? [causeText(cause, byCause.get(cause)!.length)] : []),
    ...repeated > 0 ? [counted(repeated, 'further mailbox of somebody who is counted', 'further mailboxes of people who are counted')] : [],
    ...uncounted > 0 ? [say`less ${counted(uncounted, 'person whom Exchange doesn\'t count', 'people whom Exchange doesn\'t count')}`] : [],
  ];
}

/** The same in a sentence: `Exchange counts 11 more: 2 missing, 6 service accounts, 3 admin accounts.` */
export function differenceText(reconciliation: Differing & Pick<Reconciliation, 'estimated' | 'covered'>): Sentence {
  const [first, ...others] = differenceParts(reconciliation);
  if (!first) {
    return say`Both name the same people.`;
  }
  const parts = others.reduce((list, part) => say`${list}, ${part}`, first);
  const more = reconciliation.estimated - reconciliation.covered;
  if (more === 0) {
    return say`The numbers are the same, the people aren't: ${parts}.`;
  }
  return more > 0 ? say`Exchange counts ${more} more: ${parts}.` : say`Exchange counts ${-more} fewer: ${parts}.`;
}

/** Both sides' servers in sentences. */
export function serverTexts({ listed, recorded, differences }: ServerComparison): Sentence[] {
  const lists = say`Exchange lists ${counted(listed, 'server', 'servers')}`;
  if (recorded === undefined) {
    return [say`${lists}; the register records none.`];
  }
  return [
    say`${lists}; the register has ${recorded} in service${differences.length === 0 ? ', the same' : ''}.`,
    ...differences.map(({ name, said }) => say`${quote(name)} ${said}`),
  ];
}
