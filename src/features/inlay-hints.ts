import { formatDay, type Day } from '../core/calendar';
import { trialDays } from '../core/licensing/facts';
import type { Version } from '../core/licensing/license-type';
import { daysOf, type Leaf, type Purchase, type Term } from '../core/register/model';
import { coverNeeded } from '../core/licensing/needed-cover';
import type { RegisterOverview } from '../core/overview';
import type { Pool } from '../core/subjects/pool';
import { counted } from '../core/text/sentence';
import { positionInFile, type FilePosition } from '../core/document/range-of';
import { lastTrialDay } from '../core/licensing/server';
import { isServerPool } from '../core/licensing/server-license';
import { coverKeys, coverNames, type CoverKey } from './cover-names';
import { SeatsInUse } from './seats';

/** What is told behind a value of a register. */
export interface InlayHint {
  readonly at: FilePosition;
  readonly label: string;
  /** The day that it tells of, and what follows, as paragraphs of plain text without markup. */
  readonly tooltip: readonly string[];
}

/**
 * How long trials, Software Assurance and subscriptions still run, behind the day that decides it: of several terms that
 * follow one another the end of the last. What has ended is told only where somebody depends on it.
 * In the order of their places, file by file.
 */
export function inlayHintsOf(overview: RegisterOverview): InlayHint[] {
  return [...trialHints(overview), ...coverHints(overview)].sort((a, b) => compare(a.at, b.at));
}

function compare(a: FilePosition, b: FilePosition): number {
  if (a.path !== b.path) {
    return a.path < b.path ? -1 : 1;
  }
  return a.line - b.line || a.character - b.character;
}

function trialHints({ today, subjects: { register } }: RegisterOverview): InlayHint[] {
  return [...register.servers].flatMap(server => {
    const lastDay = lastTrialDay(server, today);
    const installed = server.installed;
    if (lastDay === undefined || !installed || installed.value > today) {
      return [];
    }
    const tooltip = lastDay >= today
      ? [`The trial runs through ${formatDay(lastDay)}, ${trialDays} days after this one.`, 'License the server by then, or retire it.']
      : [`The ${trialDays} days of this trial were over on ${formatDay(lastDay)}.`, 'License the server and write its edition, or add "retired".'];
    return [hintBehind(installed, tellDays(lastDay, today, 'trial'), tooltip)];
  });
}

function coverHints(overview: RegisterOverview): InlayHint[] {
  const { pools, subjects: { register } } = overview;
  const poolOf = new Map(pools.flatMap(pool => pool.linesOfTerms.map(line => [line, pool] as const)));
  const seats = new SeatsInUse(overview);
  return [...register.purchases].flatMap(line => {
    const pool = poolOf.get(line);
    return coverKeys.flatMap(key => termHint(line, key, overview.today, () => pool !== undefined && isMissed(key, pool, seats, overview)) ?? []);
  });
}

const lost = {
  softwareAssurance: 'the licenses give no right to Exchange Server SE, nor to versions that came out later',
  subscription: 'its licenses may no longer be used',
} as const;

function termHint(line: Purchase, key: CoverKey, today: Day, isMissed: () => boolean): InlayHint | undefined {
  const terms = (line[key] ?? []).filter(isTerm).sort((a, b) => a.from.value - b.from.value);
  const end = endOfRun(terms, today);
  if (end) {
    const day = formatDay(end.value);
    return hintBehind(end, tellDays(end.value, today), [`${coverNames[key]} runs through ${day}.`, `From the day after, ${lost[key]}: renew it by then, and add the new term.`]);
  }
  const next = terms.find(({ from }) => from.value > today)?.from;
  if (next) {
    return hintBehind(next, `starts in ${counted(next.value - today, 'day', 'days').text}`, [`${coverNames[key]} doesn't run today.`]);
  }
  const last = terms.map(({ until }) => until).sort((a, b) => a.value - b.value).at(-1);
  return last && isMissed() ? hintBehind(last, tellDays(last.value, today), [`${coverNames[key]} ended on ${formatDay(last.value)}.`, `Since then ${lost[key]}: add the new term if it was renewed.`]) : undefined;
}

function isTerm(term: Term): term is Required<Term> {
  return daysOf(term) !== undefined;
}

/** The last day of the unbroken run of terms that includes today. @param terms in order */
function endOfRun(terms: readonly Required<Term>[], today: Day): Leaf<Day> | undefined {
  let end: Leaf<Day> | undefined;
  for (const { from, until } of terms) {
    const continues = end ? from.value <= end.value + 1 && until.value > end.value : from.value <= today && today <= until.value;
    end = continues ? until : end;
  }
  return end;
}

/** Whether somebody uses a purchase today in a way that asks for cover, and none runs. */
function isMissed(key: CoverKey, pool: Pool, seats: SeatsInUse, { today, subjects: { persons, servers } }: RegisterOverview): boolean {
  const isNeededFor = (version: Version | undefined) => key === 'subscription' || coverNeeded(pool, version, today)?.runs === false;
  return isServerPool(pool)
    ? seats.serversOn(pool).some(({ version }) => isNeededFor(version?.value as Version | undefined))
    : pool.seats.taken(persons).valueOn(today) > 0 && isNeededFor(servers.newest);
}

function hintBehind(leaf: Leaf<Day>, label: string, tooltip: readonly string[]): InlayHint {
  return { at: positionInFile(leaf, 'end'), label, tooltip };
}

/** Days in a number that can be grasped: about two years of them. */
const mostDays = 730;

/** @param what where that isn't plain: what ends */
function tellDays(day: Day, today: Day, what?: string): string {
  const distance = Math.abs(day - today);
  const told = distance > mostDays ? `more than ${Math.floor(distance / 365.25)} years` : counted(distance, 'day', 'days').text;
  if (day > today) {
    return what ? `${told} of the ${what} left` : `${told} left`;
  }
  return `${what ? `${what} ` : ''}${day === today ? 'ends today' : `ended ${told} ago`}`;
}
