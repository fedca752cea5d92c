import { formatDay, parseDay } from '../../src/core/calendar';
import type { Random } from './random';

/** An entry by its keys. */
export type Row = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** The entries of a register, by section. */
export type Rows = Readonly<Record<string, readonly Row[]>>;

const people = 7;
const firstDay = parseDay('2025-01-01')!;
/** A day of the time in which all happens. */
export const dayWithin = (random: Random) => firstDay + random.below(500);

const typesById: Readonly<Record<string, readonly string[]>> = {
  'PO-1': ['Exchange Server 2016 Standard User CAL', 'Exchange Server 2016 Enterprise User CAL'],
  'PO-2': ['Exchange Server 2016 Standard User CAL', 'Exchange Server 2016 Standard Device CAL'],
};
const ids = Object.keys(typesById);
const types = [...new Set(Object.values(typesById).flat()), 'Core CAL Suite (User)'];

const nameOf = (person: number) => `Name Of${person % 5}`;
const emailOf = (person: number) => `person${person}@contoso.example`;
const loginOf = (person: number) => `CONTOSO\\person${person}`;

const date = (random: Random) => formatDay(dayWithin(random));

/**
 * An entry without mistakes of its own, of one of a few people, devices and purchases, so that entries have much to
 * do with each other: who stands in for whom, who is who, who had which seat.
 */
export function staffRow(random: Random, section: string): Row {
  const person = random.below(people);
  switch (section) {
    case 'purchases': {
      const id = random.pick(ids);
      return { id, date: date(random), type: random.pick(typesById[id]!), quantity: 1 + random.below(4), document: 'invoice' };
    }
    case 'servers':
      return { name: `EX${random.below(100)}`, version: random.pick(['2016', '2019']), edition: 'Trial', installed: date(random), ...random.chance(0.2) && { hostsMailboxes: false } };
    case 'devices':
      return { name: `KIOSK-${random.below(2)}`, users: [emailOf(person), loginOf(random.below(people))] };
    case 'mailboxes':
      return { email: emailOf(person), ...random.chance(0.3) && { login: loginOf(random.below(people)) }, kind: random.pick(['user', 'shared']) };
    case 'noCal':
      return { login: loginOf(person), reason: 'other' };
    default:
      return assignmentRow(random, person);
  }
}

function assignmentRow(random: Random, person: number): Row {
  const assigned = dayWithin(random);
  const purchase = random.chance(0.85) ? random.pick(ids) : undefined;
  const type = purchase === undefined || random.chance(0.1) ? random.pick(types) : random.pick(typesById[purchase]!);
  const holder = type.includes('Device') ? { device: `KIOSK-${random.below(2)}` } : {
    name: nameOf(person),
    ...random.chance(0.8) ? { email: random.chance(0.1) ? emailOf(person).replace('@', '+tag@') : emailOf(person) } : { login: random.pick([loginOf(person), `person${person}`]) },
    ...random.chance(0.2) && { login: loginOf(person) },
    ...random.chance(0.1) && { otherAddresses: [emailOf(random.below(people))] },
    ...random.chance(0.1) && { employee: `E-${person}` },
  };
  return {
    ...holder, type, assigned: formatDay(assigned), purchase,
    ...random.chance(0.6) && { ended: formatDay(assigned + random.below(150)), ...random.chance(0.5) && { reason: random.pick(['left', 'reassigned']) } },
    ...random.chance(0.3) && { seat: 1 + random.below(2) },
    ...random.chance(0.25) && { temporaryFor: random.pick([emailOf, loginOf])(random.below(people)), returns: date(random) },
    ...random.chance(0.1) && { external: true },
  };
}

/** An entry as lines of a section. */
export function linesOf(row: Row): string {
  return pairsOf(row).map(([key, value], index) => `${index === 0 ? '  - ' : '    '}${key}: ${value}\n`).join('');
}

/** A register with each entry on a line of its own. */
export function textOfRows(rows: Rows): string {
  return Object.entries(rows).map(([section, entries]) =>
    `${section}:\n${entries.map(row => `  - { ${pairsOf(row).map(([key, value]) => `${key}: ${value}`).join(', ')} }\n`).join('')}`).join('');
}

/** The keys that have a value, each with it as JSON, which is YAML too. */
function pairsOf(row: Row): [key: string, value: string][] {
  return Object.entries(row).filter(([, value]) => value !== undefined).map(([key, value]) => [key, JSON.stringify(value)]);
}
