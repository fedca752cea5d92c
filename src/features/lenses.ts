import { isSectionKey, sectionKinds, type SectionKey } from '../core/register/fields';
import type { Finding } from '../core/findings/finding';
import { normalize } from '../core/register/identifier';
import { mainPath } from '../core/register/inclusion';
import type { Server } from '../core/register/model';
import type { RegisterOverview } from '../core/overview';
import type { Place } from '../core/document/segment';
import { counted } from '../core/text/sentence';
import { positionInFile, type FilePosition } from '../core/document/range-of';
import { lastTrialDay, needsLicense } from '../core/licensing/server';
import { isServerPool } from '../core/licensing/server-license';
import { tellCount } from './count';
import { ownedToday } from './owned';
import { SeatsInUse, separator } from './seats';

/** What a lens leads to: the license position, the list of findings, or those who use a purchase. */
export type LensTarget = 'position' | 'findings' | PurchaseName;

/** A purchase by its number and the name of its license type. */
export interface PurchaseName {
  readonly id: string;
  readonly type: string;
}

/** A line of text above a line of a register. */
export interface Lens {
  readonly at: FilePosition;
  readonly title: string;
  readonly target?: LensTarget;
}

/**
 * What is told above the sections and purchases of a register, in all its files.
 * @param findings those of its main file
 */
export function lensesOf(overview: RegisterOverview, findings: readonly Finding[]): Lens[] {
  const seats = new SeatsInUse(overview);
  const listed = findings.filter(({ rule }) => rule !== 'too-many-findings');
  const lensesAbove = (section: SectionKey, at: FilePosition, end: number): Lens[] => [
    ...[tellSection(section, overview, seats)].filter(told => told.length > 0).map(told => ({ at, title: told.join(separator), target: 'position' as const })),
    ...tellFindings(listed.filter(({ range: { start } }) => at.line <= start.line && start.line < end), listed.length < findings.length).map(title => ({ at, title, target: 'findings' as const })),
  ];
  const keys = overview.keys.map(({ key, at }) => ({ key, at: positionInFile(at) }));
  const above = keys.length > 0
    ? keys.flatMap(({ key, at }, index) => isSectionKey(key) ? lensesAbove(key, at, keys[index + 1]?.at.line ?? Infinity) : [])
    : lensesAbove('assignments', { path: mainPath, line: 0, character: 0 }, Infinity);
  return [...above, ...overview.pools.flatMap(pool => {
    const use = seats.useOf(pool);
    const target = use && use.users > 0 ? { target: { id: pool.id, type: pool.type.name } } : {};
    return use ? [{ at: positionInFile(pool.firstLine.head), title: use.text, ...target }] : [];
  })];
}

/** Where those stand, by their names, who use a purchase today, in no particular order. */
export function usersOf({ id, type }: PurchaseName, overview: RegisterOverview): Place[] {
  const pool = overview.pools.find(each => normalize(each.id) === normalize(id) && each.type.name === type);
  return (pool ? new SeatsInUse(overview).users(pool) : []).map(({ face }) => face);
}

function tellSection(section: SectionKey, overview: RegisterOverview, seats: SeatsInUse): string[] {
  switch (sectionKinds[section]) {
    case 'purchase': {
      const { cals, servers } = ownedToday(overview);
      return [...tellCount(cals, 'CAL', 'CALs'), ...tellCount(servers, 'server license', 'server licenses')];
    }
    case 'server': return tellServers(overview, seats);
    case 'assignment': return tellCovered(overview);
    default: return [];
  }
}

function tellCovered({ covered: { people, devices }, fileCount }: RegisterOverview): string[] {
  const told = [`${counted(people, 'person', 'people').text} covered`, ...(devices > 0 ? [`${counted(devices, 'device', 'devices').text} covered`] : [])];
  return fileCount > 1 ? [...told, `in ${fileCount} files`] : told;
}

/** How many of the servers that need a license have one. Where that can't be known of a server, it isn't counted. */
function tellServers({ today, sections, pools, subjects: { register } }: RegisterOverview, seats: SeatsInUse): string[] {
  const trials = [...register.servers].filter(server => lastTrialDay(server, today) !== undefined).length;
  const told = trials > 0 ? [counted(trials, 'trial', 'trials').text] : [];
  if (!sections.has('purchases')) {
    return told;
  }
  const unread = new Set([...register.purchases].filter(({ id, licenseType, quantity }) => id && !(licenseType && quantity)).map(({ id }) => normalize(id!.value)));
  const isKnown = ({ license, unusable }: Server) => (license ? !unread.has(normalize(license.value)) : !unusable.includes('license'));
  const needing = [...register.servers].filter(server => needsLicense(server, today) && isKnown(server));
  const held = new Map<ReadonlySet<Server>, { readonly used: number; readonly held: number }>();
  for (const pool of pools.filter(isServerPool)) {
    const before = held.get(pool.servers) ?? { used: 0, held: 0 };
    held.set(pool.servers, { used: before.used + seats.serversOn(pool).length, held: before.held + pool.holds(today).valueOn(today) });
  }
  const licensed = [...held].filter(([servers]) => [...servers].some(isKnown)).reduce((count, [, each]) => count + Math.min(each.used, each.held), 0);
  return needing.length > 0 ? [`${licensed} of ${needing.length} licensed`, ...told] : told;
}

/** How many findings Problems lists too, which leaves out hints. */
function tellFindings(findings: readonly Finding[], isCut: boolean): string[] {
  const count = findings.filter(({ severity }) => severity !== 'hint').length;
  return tellCount({ count, isAtLeast: isCut }, 'finding', 'findings');
}
