import { databases, enterpriseFeatures as features, sources, trial, versions } from '../../../data/licenses.json';
import { parseDay, type Day } from '../calendar';
import type { Tier, Version } from './license-type';

// Where each fact was read, and when, stands beside it in data/licenses.json.

interface DatedFact {
  readonly day: string;
  readonly sources: readonly string[];
}

interface VersionFacts {
  readonly names: readonly string[];
  readonly released?: DatedFact;
  readonly supportEnds?: DatedFact;
}

const facts: Readonly<Record<Version, VersionFacts>> = versions;

/**
 * The day on which a version came out: Software Assurance that ran on it gives the right to the version
 * for good. Undefined where nothing depends on it: 2013 is the oldest, and SE asks for cover that runs today.
 */
export function releaseDay(version: Version): Day | undefined {
  return dayOf(facts[version].released);
}

/** The last day on which Microsoft supports a version; undefined while no end is set. */
export function lastSupportedDay(version: Version): Day | undefined {
  return dayOf(facts[version].supportEnds);
}

/** What the end of support of a version was read from. */
export function supportSources(version: Version): readonly string[] {
  return (facts[version].supportEnds?.sources ?? []).map(source => sources[source as keyof typeof sources].title);
}

function dayOf(fact: DatedFact | undefined): Day | undefined {
  return fact && parseDay(fact.day);
}

/** How many databases a server of an edition can mount; a trial counts as Standard. */
export const mostDatabases: Readonly<Record<Tier, number>> = databases;

/** How many days a server may run without a license. */
export const trialDays: number = trial.days;

/** The features of a mailbox for which an Enterprise CAL is asked. */
export const enterpriseFeatures: ReadonlySet<string> = new Set(features.words);
