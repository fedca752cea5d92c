import { formatDay, parseDay, type Day } from '../../src/core/calendar';
import { Random } from '../fuzz/random';

/** Kinds of registers: an ordinary one, the same written in other ways, and those that are hard on a check. */
export const registerKinds = {
  mean: 'ordinary, entries in blocks',
  flow: 'entries in braces, one a line',
  list: 'a plain list',
  onePurchase: 'all hold seats of one purchase',
  noPurchase: 'nobody names a purchase, one type',
  faulty: 'a finding in every entry',
  standIns: 'stand-ins in every purchase',
} as const;
export type RegisterKind = keyof typeof registerKinds;

/** The day of every check. */
export const today = parseDay('2026-11-24')!;

type Value = string | number;
type Pairs = readonly (readonly [key: string, value: Value])[];

export interface Register {
  readonly text: string;
  /** The same as JSON. */
  readonly json: string;
}

interface Pool {
  readonly id: string;
  readonly type: string;
  readonly bought: Day;
  readonly seats: number;
}

const firstNames = ['Anna', 'Piotr', 'Ewa', 'Jan', 'Olga', 'Marek', 'Iwona', 'Tomasz', 'Li', 'Maria', 'Zofia', 'Karol', 'Nina', 'Adam', 'Julia', 'Pat'];
/** Last names are made of these: so many that hardly two people have one name, as in life. */
const syllables = ['no', 'wak', 'zie', 'liń', 'ski', 'ko', 'wal', 'kró', 'le', 'bą', 'kie', 'wicz', 'ma', 'zur', 'ad', 'ler', 'con', 'ti', 'lund', 'berg'];
const departments = ['Sales, Warsaw', 'Plant 2, second shift', 'Accounting', 'Research', 'Field service'];
const usualType = 'Exchange Server 2019 Standard User CAL';
const types = [usualType, usualType, usualType, 'Exchange Server SE Standard User CAL', 'Core CAL Suite (User)'];
const firstDay = parseDay('2019-01-07')!;
const serversPerPurchase = 20;

/** A register of so many assignments with what belongs to them; the same for the same seed, everywhere. */
export function makeRegister(kind: RegisterKind, count: number, seed: number): Register {
  const random = new Random(seed);
  const pools = makePools(random, kind, count);
  const assignments = makeAssignments(random, kind, pools, count);
  if (kind === 'list') {
    return {
      text: render(assignments, '', false, random),
      json: JSON.stringify(assignments.map(pairs => Object.fromEntries(pairs))),
    };
  }
  const servers = makeServers(random, Math.ceil(count / 400));
  const purchases = [...pools.map(makePurchase), ...makeServerPurchases(servers.length)];
  const sections = { purchases, servers, assignments };
  const text = Object.entries(sections).map(([name, entries]) => `\n${name}:\n${render(entries, '  ', kind === 'flow', random)}`).join('');
  return {
    text: `# Licenses of the organization\nregister: 1\norganization: Contoso Sp. z o.o.\n${text}`,
    json: JSON.stringify({
      register: 1,
      organization: 'Contoso Sp. z o.o.',
      ...Object.fromEntries(Object.entries(sections).map(([name, entries]) => [name, entries.map(pairs => Object.fromEntries(pairs))])),
    }),
  };
}

/** So many further assignments as lines that fit into a register of that kind. */
export function makeMoreAssignments(kind: RegisterKind, count: number, seed: number): string {
  const random = new Random(seed);
  const pool = { ...makePools(random, kind, 1)[0]!, seats: count };
  const assignments = makeAssignments(random, kind, [pool], count, 10_000_000);
  return assignments.map(pairs => renderEntry(pairs, kind === 'list' ? '' : '  ', kind === 'flow')).join('');
}

function makePools(random: Random, kind: RegisterKind, count: number): Pool[] {
  if (kind === 'onePurchase' || kind === 'noPurchase') {
    // Of those who name no purchase there is one too many: what is said of it names all others.
    return [{ id: 'PO-1001', type: usualType, bought: firstDay, seats: kind === 'onePurchase' ? count : Math.max(1, count - 1) }];
  }
  const pools: Pool[] = [];
  for (let left = count; left > 0; left -= pools.at(-1)!.seats) {
    // From 5 to 500, small ones more often.
    const seats = Math.min(left, Math.round(5 * 100 ** random.next()));
    pools.push({ id: `PO-${1001 + pools.length}`, type: random.pick(types), bought: firstDay + random.below(2200), seats });
  }
  return pools;
}

function makeAssignments(random: Random, kind: RegisterKind, pools: readonly Pool[], count: number, firstNumber = 1): Pairs[] {
  const seats = pools.flatMap(pool => Array.from({ length: pool.seats }, (_, seat) => ({ pool, seat: seat + 1 })));
  shuffle(random, seats);
  const holders = new Map<Pool, string>();
  return Array.from({ length: count }, (_, index) => {
    const { pool, seat } = seats[index % seats.length]!;
    const [first, last] = [random.pick(firstNames), makeLastName(random)];
    const email = `${asciiOf(first[0]! + last)}${firstNumber + index}@contoso.example`;
    const assigned = pool.bought + random.below(500);
    const isFaulty = kind === 'faulty';
    const pairs: [string, Value][] = [
      ['name', isFaulty || random.chance(0.005) ? first : `${first} ${last}`],
      ['email', email],
      ['seat', seat],
      ['assigned', random.chance(isFaulty ? 0.3 : 0.0025) ? `31.${formatDay(assigned).slice(5, 7)}.2024` : formatDay(assigned)],
      ['type', pool.type],
    ];
    if (kind !== 'noPurchase' && !random.chance(0.0025)) {
      pairs.push(['purchase', pool.id]);
    }
    const absent = holders.get(pool);
    if (kind === 'standIns' && absent !== undefined && random.chance(0.05)) {
      pairs.push(['temporaryFor', absent]);
    } else {
      holders.set(pool, email);
      if (random.chance(0.05)) {
        pairs.push(['ended', formatDay(assigned + random.below(200))], ['reason', 'left']);
      }
    }
    return pairs;
  });
}

function makeLastName(random: Random): string {
  const letters = Array.from({ length: 4 }, () => random.pick(syllables)).join('');
  return letters[0]!.toUpperCase() + letters.slice(1);
}

function makePurchase({ id, type, bought, seats }: Pool): Pairs {
  return [['id', id], ['date', formatDay(bought)], ['type', type], ['quantity', seats], ['supplier', 'Northwind Licensing'], ['document', `invoices/${id}.pdf`]];
}

function makeServerPurchases(servers: number): Pairs[] {
  return Array.from({ length: Math.ceil(servers / serversPerPurchase) }, (_, index) => makePurchase({
    id: `SRV-${101 + index}`, type: 'Exchange Server 2019 Standard', bought: firstDay, seats: Math.min(serversPerPurchase, servers - index * serversPerPurchase),
  }));
}

function makeServers(random: Random, count: number): Pairs[] {
  return Array.from({ length: count }, (_, index) => [
    ['name', `EX${101 + index}`],
    ['version', 2019],
    ['edition', 'Standard'],
    ['license', `SRV-${101 + Math.floor(index / serversPerPurchase)}`],
    ['installed', formatDay(firstDay + 10 + random.below(300))],
  ]);
}

function render(entries: readonly Pairs[], indent: string, isFlow: boolean, random: Random): string {
  return entries.map((pairs, index) => {
    const comment = index > 0 && random.chance(0.05) ? `\n${indent}# ${random.pick(departments)}\n` : '';
    return comment + renderEntry(pairs, indent, isFlow);
  }).join('');
}

function renderEntry(pairs: Pairs, indent: string, isFlow: boolean): string {
  const lines = pairs.map(([key, value]) => `${key}: ${value}`);
  return isFlow ? `${indent}- { ${lines.join(', ')} }\n` : `${indent}- ${lines.join(`\n${indent}  `)}\n`;
}

function asciiOf(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/[^a-z]/g, '');
}

function shuffle(random: Random, items: unknown[]): void {
  for (let index = items.length - 1; index > 0; index--) {
    const other = random.below(index + 1);
    [items[index], items[other]] = [items[other], items[index]];
  }
}
