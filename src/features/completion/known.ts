import type { Day } from '../../core/calendar';
import type { RegisterContents } from '../../core/contents';
import { groupBy } from '../../core/group-by';
import { normalize } from '../../core/identifier';
import { parseLicenseType, type LicenseType } from '../../core/license-type';
import type { Entry } from '../../core/model';
import { isPersonEntry } from '../../core/persons';
import { serversUsing, type ServerPool } from '../../core/server-license';
import { readLicenseType } from '../../core/settings';

/** Licenses of one type that one purchase id holds. */
export interface KnownLicenses {
  readonly type: LicenseType;
  /** How many there are today; undefined where that can't be told. */
  readonly bought: number | undefined;
  /** How many of them nobody uses today; below zero where too many do. */
  readonly free: number | undefined;
}

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

/** Texts that stand as types of purchases or assignments. */
export interface KnownType {
  readonly text: string;
  /** Undefined where it can't be read. */
  readonly type: LicenseType | undefined;
}

/**
 * What a register says that can be offered again: plain texts, so that what was known last stays good while the
 * register changes. A half-typed line says little, and a check may not be done: then it is this that is offered,
 * and the keys and words that the text around the cursor asks for. Each part is found out when it is first wanted.
 */
export class Known {
  #contents: (() => RegisterContents | undefined) | undefined;
  #own: Entry | undefined;
  #parts = new Map<string, unknown>();
  #isOf = new Set<string>();

  /**
   * Lets it look at a register, until `close`.
   * @param contents of the register as it stands
   * @param own the entry that is being written: what it says is nothing to offer there
   */
  open(contents: () => RegisterContents | undefined, own: Entry | undefined): void {
    this.#contents = contents;
    this.#own = own;
    this.#isOf.clear();
  }

  /** The register may change from now on. */
  close(): void {
    this.#contents = undefined;
  }

  /** The purchases, the newest first. */
  get purchases(): readonly KnownPurchase[] {
    return this.#part('purchases', purchasesIn);
  }

  /** The license types as the register words them, the commonest first. */
  get types(): readonly KnownType[] {
    return this.#part('types', typesIn);
  }

  get people(): readonly KnownPerson[] {
    return this.#part('people', peopleIn);
  }

  /** The names of devices. */
  get devices(): readonly string[] {
    return this.#part('devices', devicesIn);
  }

  /** How a text is read as a license type. */
  typeOf(text: string): LicenseType | undefined {
    return this.types.find(each => normalize(each.text) === normalize(text))?.type ?? parseLicenseType(text);
  }

  #part<T>(name: string, find: (contents: RegisterContents, own: Entry | undefined) => readonly T[]): readonly T[] {
    const contents = this.#isOf.has(name) ? undefined : this.#contents?.();
    if (contents) {
      this.#parts.set(name, find(contents, this.#own));
      this.#isOf.add(name);
    }
    return (this.#parts.get(name) ?? []) as readonly T[];
  }
}

function purchasesIn({ subjects, today, sections }: RegisterContents, own: Entry | undefined): KnownPurchase[] {
  const byId = groupBy(subjects.pools.filter(({ lines }) => lines.length > 1 || lines[0] !== own), ({ id }) => normalize(id));
  return [...byId.values()].map(pools => {
    const serverPools = pools.filter((pool): pool is ServerPool => pool.type.kind === 'server');
    const dates = pools.flatMap(({ lines }) => lines.flatMap(({ date }) => date?.value ?? []));
    return {
      id: pools[0]!.id,
      date: dates.length > 0 ? Math.max(...dates) : undefined,
      licenses: pools.map(pool => {
        const bought = pool.isCountable ? pool.holds(today).valueOn(today) : undefined;
        const used = pool.type.kind === 'server'
          ? sections.has('servers') ? serversUsing(pool, serverPools, today).length : undefined
          : sections.has('assignments') ? pool.seats.taken(subjects.persons).valueOn(today) : undefined;
        return { type: pool.type, bought, free: bought === undefined || used === undefined ? undefined : bought - used };
      }),
    };
  }).sort((a, b) => (b.date ?? -Infinity) - (a.date ?? -Infinity));
}

function typesIn({ entries, settings }: RegisterContents, own: Entry | undefined): KnownType[] {
  const counts = new Map<string, number>();
  for (const { type } of [...entries.purchase, ...entries.assignment].filter(entry => entry !== own)) {
    if (type) {
      counts.set(type.value, (counts.get(type.value) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([text]) => ({ text, type: readLicenseType(text, settings) }));
}

function peopleIn({ entries }: RegisterContents, own: Entry | undefined): KnownPerson[] {
  const people = new Map<string, KnownPerson>();
  for (const entry of [...entries.assignment, ...entries.mailbox, ...entries.noCal]) {
    if (entry === own || !isPersonEntry(entry)) {
      continue;
    }
    const email = entry.email?.value;
    const login = entry.login?.value;
    const name = entry.entryKind === 'assignment' ? entry.name?.value : undefined;
    const key = `${email ?? ''} ${login ?? ''}`.toLowerCase();
    if (email !== undefined || login !== undefined || name !== undefined) {
      const known = people.get(key);
      people.set(key === ' ' ? `${name}` : key, { name: known?.name ?? name, email, login });
    }
  }
  return [...people.values()];
}

function devicesIn({ entries }: RegisterContents, own: Entry | undefined): string[] {
  const names = [...entries.device.map(entry => [entry, entry.name] as const), ...entries.assignment.map(entry => [entry, entry.device] as const)];
  return [...new Map(names.flatMap(([entry, name]) => (name && entry !== own ? [[normalize(name.value), name.value] as const] : []))).values()];
}
