import type { Day } from '../../core/calendar';
import type { RegisterContents } from '../../core/contents';
import { groupBy } from '../../core/collections/group-by';
import { normalize } from '../../core/register/identifier';
import type { LicenseType } from '../../core/licensing/license-type';
import type { LicenseTypeSubject } from '../../core/subjects/license-type-subject';
import type { Pool } from '../../core/subjects/pool';
import type { PersonEntry } from '../../core/subjects/holder';
import { isServerPool, serversUsing } from '../../core/licensing/server-license';
import { defaultSettings, readLicenseType, type RegisterSettings } from '../../core/register/settings';
import type { Spot } from '../../core/spot';
import { take } from '../../core/collections/take';
import { nameOfDevice } from '../hover/device';
import { uncountedAssignments } from '../uncounted';

/** Licenses of one type that one purchase id holds. */
export interface KnownLicenses {
  readonly type: LicenseType;
  /** How many there are today; undefined where that can't be told. */
  readonly bought: number | undefined;
  /** How many of them nobody uses today; below zero where too many do. */
  readonly free: number | undefined;
  /** Whether assignments that can't be read may use some of the free ones. */
  readonly isAtMost: boolean;
}

/** The licenses that one purchase id holds. */
export interface KnownPurchase {
  readonly id: string;
  readonly date: Day | undefined;
  readonly licenses: readonly KnownLicenses[];
}

/** How entries name somebody. */
export interface KnownPerson {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly login?: string | undefined;
}

/** A license type that the register uses. */
export interface KnownType {
  readonly type: LicenseType;
  /** As an entry words it. */
  readonly text: string;
}

/** What people are sought by. */
export interface PeopleQuery {
  /** By which of their texts they are to be named: those without it are left out. */
  readonly by: 'name' | 'email' | 'login' | 'account';
  /** What the entry at hand says of its person so far: those who have the same come first. */
  readonly hint: KnownPerson;
  /** What was typed: of many people those who have all of it. */
  readonly words: readonly string[];
}

/** As many of something as it is worth to show. */
export interface Found<T> {
  readonly items: readonly T[];
  /** Whether there are more. */
  readonly isCut: boolean;
}

/** The most that are offered of one kind; of more only those are that have what was typed in them. */
export const mostOffers = 200;

/**
 * What a register says that can be offered again. What it is asked for is plain texts, which it keeps: while a line is
 * half typed and the check isn't done, what was known last is offered, beside the keys and words that the text around
 * the cursor asks for. Each part is found out when it is wanted, and none by walking over all entries but for people,
 * of whom only those are looked at closely who have what was typed.
 */
export class Known {
  private spot: Spot | undefined;
  private contents: () => RegisterContents | undefined = () => undefined;
  private settings: RegisterSettings = defaultSettings;
  private readonly parts = new Map<string, unknown>();

  /**
   * Lets it look at a register as it stands, until `close`.
   * @param spot where something is to be offered: what its entry says itself isn't
   */
  open(spot: Spot, contents: () => RegisterContents | undefined): void {
    this.spot = spot;
    this.contents = contents;
    this.settings = spot.settings;
  }

  /** The register may change from now on. */
  close(): void {
    this.spot = undefined;
  }

  /** The purchases, the newest first. */
  get purchases(): readonly KnownPurchase[] {
    return this.part('purchases', purchasesIn) ?? [];
  }

  /** The license types that the register uses, the commonest first. */
  get types(): readonly KnownType[] {
    return this.part('types', typesIn) ?? [];
  }

  /** The texts that stand as types and can't be read as one. Walks over all entries. */
  get unreadTypes(): readonly string[] {
    return this.part('unreadTypes', () => unreadTypesIn(this.contents())) ?? [];
  }

  /** The names of devices. */
  get devices(): readonly string[] {
    return this.part('devices', devicesIn) ?? [];
  }

  people(query: PeopleQuery): Found<KnownPerson> {
    return this.part(`people by ${query.by}`, spot => peopleIn(spot, query)) ?? { items: [], isCut: false };
  }

  /** How a text is read as a license type. */
  typeOf(text: string): LicenseType | undefined {
    return readLicenseType(text, this.settings);
  }

  private part<T>(name: string, find: (spot: Spot) => T): T | undefined {
    if (this.spot) {
      this.parts.set(name, find(this.spot));
    }
    return this.parts.get(name) as T | undefined;
  }
}

function purchasesIn(spot: Spot): KnownPurchase[] {
  const { subjects, entry: own } = spot;
  const others = subjects.pools.filter(({ lines }) => lines.length > 1 || lines[0] !== own);
  const byId = groupBy(others, ({ id }) => normalize(id));
  return [...byId.values()]
    .map(pools => knownPurchase(pools, spot))
    .sort((a, b) => (b.date ?? -Infinity) - (a.date ?? -Infinity));
}

/** @param pools all of one purchase id, at least one */
function knownPurchase(pools: readonly Pool[], spot: Spot): KnownPurchase {
  const { today } = spot;
  const dates = pools.flatMap(({ lines }) => lines.flatMap(({ date }) => date?.value ?? []));
  return {
    id: pools[0]!.id,
    date: dates.length > 0 ? Math.max(...dates) : undefined,
    licenses: pools.map(pool => {
      const bought = pool.isCountable ? pool.holds(today).valueOn(today) : undefined;
      const used = usedToday(pool, pools, spot);
      const free = bought === undefined || used === undefined ? undefined : bought - used;
      return { type: pool.type, bought, free, isAtMost: uncountedAssignments(pool, today) > 0 };
    }),
  };
}

/** How many licenses of a pool are in use; undefined where the register doesn't say. @param pools those of its id */
function usedToday(pool: Pool, pools: readonly Pool[], { subjects, today, sections }: Spot): number | undefined {
  if (isServerPool(pool)) {
    return sections.has('servers') ? serversUsing(pool, pools.filter(isServerPool), today).length : undefined;
  }
  return sections.has('assignments') ? pool.seats.taken(subjects.persons).valueOn(today) : undefined;
}

function typesIn({ subjects, entry: own }: Spot): KnownType[] {
  const used = [...subjects.licenseTypes].map(subject => ({ subject, uses: usesOf(subject) }));
  return used.sort((a, b) => b.uses - a.uses).flatMap(({ subject, uses }) => {
    const worded = [...[...subject.pools].map(({ firstLine }) => firstLine), ...take(subject.outsidePools, 2)].find(entry => entry !== own);
    return worded || uses > 1 ? [{ type: subject.type, text: worded?.type?.value ?? subject.type.name }] : [];
  });
}

function usesOf({ pools, outsidePools }: LicenseTypeSubject): number {
  return [...pools].reduce((sum, { lines, seats }) => sum + lines.length + seats.holders.size, outsidePools.size);
}

function unreadTypesIn(contents: RegisterContents | undefined): string[] {
  const { purchase = [], assignment = [] } = contents?.entries ?? {};
  return [...new Set([...purchase, ...assignment].flatMap(({ type, licenseType }) => (type && !licenseType ? [type.value] : [])))];
}

function devicesIn({ subjects, entry: own }: Spot): string[] {
  const isOthers = (entry: object) => entry !== own;
  return [...subjects.devices.all].filter(({ entries, assignments }) => [...entries].some(isOthers) || [...take(assignments, 2)].some(isOthers)).map(nameOfDevice);
}

function peopleIn({ subjects: { persons }, entry: own }: Spot, { by, hint, words }: PeopleQuery): Found<KnownPerson> {
  const hints = (['name', 'email', 'login'] as const).flatMap(key => (hint[key] ? [{ key, text: hint[key], sought: normalize(hint[key]) }] : []));
  // To look for texts with a pattern takes no copies of them.
  const patterns = persons.size > mostOffers ? words.map(word => new RegExp(word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'i')) : [];
  const meant = new Map<string, KnownPerson>();
  const others = new Map<string, KnownPerson>();
  let isCut = false;
  for (const entry of persons.entries) {
    const text = textOf(entry, by);
    if (text === undefined || entry === own) {
      continue;
    }
    const isMeant = hints.some(({ key, text: { length }, sought }) => {
      const other = textOf(entry, key);
      return other?.length === length && normalize(other) === sought;
    });
    if (!isMeant && (isCut || !hasAll(entry, patterns))) {
      continue;
    }
    const people = isMeant ? meant : others;
    const key = text.toLowerCase();
    if (people.size < mostOffers || people.has(key)) {
      people.set(key, { name: textOf(entry, 'name') ?? people.get(key)?.name, email: entry.email?.value, login: entry.login?.value });
    } else {
      isCut = true;
      if (hints.length === 0) {
        break;
      }
    }
  }
  return { items: [...meant.values(), ...[...others].filter(([key]) => !meant.has(key)).map(([, person]) => person)], isCut };
}

function textOf(entry: PersonEntry, by: PeopleQuery['by']): string | undefined {
  switch (by) {
    case 'name': return entry.entryKind === 'assignment' && !entry.device ? entry.name?.value : undefined;
    case 'account': return (entry.email ?? entry.login)?.value;
    default: return entry[by]?.value;
  }
}

/** Whether all patterns match what names the person of an entry. */
function hasAll(entry: PersonEntry, patterns: readonly RegExp[]): boolean {
  const matches = (text: string | undefined, pattern: RegExp) => text !== undefined && pattern.test(text);
  return patterns.every(pattern => matches(entry.email?.value, pattern) || matches(textOf(entry, 'name'), pattern) || matches(entry.login?.value, pattern));
}
