import { plans, suites, versions as versionFacts } from '../../../data/licenses.json';
import { nearest } from '../text/edit-distance';
import { normalize } from '../register/identifier';

/** The versions of Exchange Server, oldest first. */
export const versions = ['2013', '2016', '2019', 'SE'] as const;
export type Version = (typeof versions)[number];

/** The editions of a server, and what a license for access covers: standard features or the enterprise ones. */
export const tiers = ['standard', 'enterprise'] as const;
export type Tier = (typeof tiers)[number];

/** Whom a CAL covers: a person on any device, or a device with any person. */
export const models = ['user', 'device'] as const;
export type Model = (typeof models)[number];

/** The right to run a server. */
export interface ServerLicense {
  readonly kind: 'server';
  readonly name: string;
  readonly version: Version | undefined;
  readonly edition: Tier;
}

/** A Client Access License. */
export interface Cal {
  readonly kind: 'cal';
  readonly name: string;
  readonly version: Version | undefined;
  readonly tier: Tier;
  readonly model: Model | undefined;
}

/** A CAL suite, Core (`standard`) or Enterprise. Suites have no version. */
export interface CalSuite {
  readonly kind: 'suite';
  readonly name: string;
  readonly tier: Tier;
  readonly model: Model | undefined;
}

/** A cloud plan. What it covers is for the register's `settings.equivalents` to say. */
export interface CloudPlan {
  readonly kind: 'plan';
  readonly name: string;
}

/**
 * What a license is for. There is exactly one object per type, so `===` compares types, and each has
 * its own canonical `name`. A version or model that the text leaves out is undefined: unknown.
 */
export type LicenseType = ServerLicense | Cal | CalSuite | CloudPlan;

/** What types cover by `settings.equivalents`, beside what they cover anyway. */
export type Equivalents = ReadonlyMap<LicenseType, readonly Tier[]>;

const types: LicenseType[] = [];
const typesBySpelling = new Map<string, LicenseType>();

/** Makes spellings that mean the same equal: case, blanks, dashes and `Microsoft` in front don't matter. */
function fold(text: string): string {
  const dashed = normalize(text).replace(/[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]+/g, '-');
  // A bare `365 E3` could be Office 365 too: there `Microsoft` is part of the name.
  return dashed.startsWith('microsoft ') && !dashed.startsWith('microsoft 365 ')
    ? dashed.slice('microsoft '.length)
    : dashed;
}

/** Enters a type under its spellings, as they are too: the usual ones are then found without folding. */
function enter(type: LicenseType, otherSpellings: readonly string[]): void {
  types.push(type);
  for (const spelling of [type.name, ...otherSpellings]) {
    // This is all that `fold` would do to a spelling of ours; hundreds are entered while the extension starts.
    typesBySpelling.set(spelling, type).set(spelling.toLowerCase().replace('--', '-'), type);
  }
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `Exchange Server 2019 Standard` in all ways to write the version. */
function products(version: Version | undefined, tier: Tier): string[] {
  const names = version ? versionFacts[version].names.map(name => `${name} `) : [''];
  return names.map(name => `Exchange Server ${name}${capitalized(tier)}`);
}

function calForms(model: Model | undefined): string[] {
  if (!model) {
    return ['CAL', '1 CAL', '-- 1 CAL'];
  }
  const whom = capitalized(model);
  return [`${whom} CAL`, `1 ${whom} CAL`, `-- 1 ${whom} CAL`, `CAL per ${whom}`, `CAL (${whom})`];
}

// The order in which types are offered: current versions first, what a text may leave out last.
for (const version of [...versions.toReversed(), undefined]) {
  for (const tier of tiers) {
    for (const model of [...models, undefined]) {
      const [name, ...others] = products(version, tier).flatMap(product =>
        calForms(model).map(form => `${product} ${form}`),
      );
      enter({ kind: 'cal', name: name!, version, tier, model }, others);
    }
  }
}
for (const tier of tiers) {
  const suite = suites[tier];
  enter({ kind: 'suite', name: suite, tier, model: undefined }, []);
  for (const model of models) {
    const whom = capitalized(model);
    enter({ kind: 'suite', name: `${suite} (${whom})`, tier, model }, [`${suite} ${whom}`]);
  }
}
for (const version of [...versions.toReversed(), undefined]) {
  for (const edition of tiers) {
    const [name, ...others] = products(version, edition).flatMap(product =>
      ['', ' Edition', ' Server', ' Server License'].map(ending => product + ending),
    );
    enter({ kind: 'server', name: name!, version, edition }, others);
  }
}
for (const { family, names } of plans) {
  for (const name of names) {
    enter({ kind: 'plan', name: `${family} ${name}` }, []);
  }
}

function leavesOut(type: LicenseType): boolean {
  return (
    (type.kind === 'cal' && !(type.version && type.model)) ||
    (type.kind === 'server' && !type.version)
  );
}

/** The canonical names of the types that say all there is to know, in the order in which to offer them. */
export const canonicalLicenseTypes: readonly string[] = types
  .filter(type => !leavesOut(type))
  .map(({ name }) => name);

/**
 * The type that `text` names in one of the listed forms, as on invoices, in shops or as Exchange
 * prints it; undefined for any other text. Equal types are the same object.
 */
export function parseLicenseType(text: string): LicenseType | undefined {
  return typesBySpelling.get(text) ?? typesBySpelling.get(fold(text));
}

// Who wrote one of these didn't mean a type without it, however near the letters are.
const tellingWords = new Set([...versions.map(normalize), ...tiers, ...models, 'cal']);

/** The words of a folded text, `cals` as `cal`. */
function wordsOf(text: string): string[] {
  return text.split(/s?(?:[^a-z0-9]+|$)/);
}

/** Up to three canonical names that an unreadable `text` may have meant, the likeliest first. */
export function nearestLicenseTypes(text: string): string[] {
  const meant = fold(text);
  const said = wordsOf(meant).filter(word => tellingWords.has(word));
  const candidates = types
    .map(({ name }) => fold(name))
    .filter(name => {
      const words = wordsOf(name);
      return said.every(word => words.includes(word));
    });
  return nearest(meant, candidates, meant.length / 2)
    .slice(0, 3)
    .map(name => typesBySpelling.get(name)!.name);
}

/** Whom a license of this type covers; undefined where its name doesn't say, or where it isn't a CAL or suite. */
export function modelOf(type: LicenseType): Model | undefined {
  return type.kind === 'cal' || type.kind === 'suite' ? type.model : undefined;
}

/** Whether version `a` came out after version `b`. */
export function versionIsNewer(a: Version, b: Version): boolean {
  return versions.indexOf(a) > versions.indexOf(b);
}

/** Whether a license of this type covers the standard features. */
export function isBase(type: LicenseType, equivalents?: Equivalents): boolean {
  return (
    (type.kind === 'cal' && type.tier === 'standard') ||
    type.kind === 'suite' ||
    covers(type, 'standard', equivalents)
  );
}

/** Whether a license of this type covers the enterprise features. */
export function isAdditive(type: LicenseType, equivalents?: Equivalents): boolean {
  return (
    ((type.kind === 'cal' || type.kind === 'suite') && type.tier === 'enterprise') ||
    covers(type, 'enterprise', equivalents)
  );
}

function covers(type: LicenseType, tier: Tier, equivalents: Equivalents | undefined): boolean {
  return equivalents?.get(type)?.includes(tier) ?? false;
}

/**
 * Whether an assignment of one type can be a seat of a pool of the other: the same tier and model, and
 * a version that the pool's rights include. They include older versions always, newer ones where
 * `hasRightsTo` says so; a model or version that either leaves out fits any. A suite fits the same suite
 * only, a plan the same plan, and a server license is never a seat.
 */
export function fits(
  assigned: LicenseType,
  pool: LicenseType,
  hasRightsTo: (version: Version) => boolean,
): boolean {
  if (assigned.kind === 'cal' && pool.kind === 'cal') {
    return (
      assigned.tier === pool.tier &&
      sameUnlessUnknown(assigned.model, pool.model) &&
      (!assigned.version ||
        !pool.version ||
        !versionIsNewer(assigned.version, pool.version) ||
        hasRightsTo(assigned.version))
    );
  }
  if (assigned.kind === 'suite' && pool.kind === 'suite') {
    return assigned.tier === pool.tier && sameUnlessUnknown(assigned.model, pool.model);
  }
  return assigned.kind === 'plan' && assigned === pool;
}

function sameUnlessUnknown<T>(a: T | undefined, b: T | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

/** Whether a type says all that purchases and assignments can be compared by; suites have no version. */
export function isWhollyKnown(type: LicenseType): boolean {
  return (type.kind === 'cal' && type.version !== undefined && type.model !== undefined) || (type.kind === 'suite' && type.model !== undefined);
}
