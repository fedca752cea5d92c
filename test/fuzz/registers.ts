import { formatDay, parseDay } from '../../src/core/calendar';
import type { Random } from './random';

const names = ['Anna Nowak', 'Piotr Zieliński', 'Jan', 'Ewa Lis', 'Null', '"Maria de la Cruz"', 'Li Wei', 'AT&T', 'Hello!', 'O\'Brien Pat'];
const types = [
  'Exchange Server 2019 Standard User CAL', 'Exchange Server 2019 Standard Device CAL', 'Exchange Server SE Standard User CAL',
  'Exchange Server 2019 Enterprise User CAL', 'Exchange Server 2016 Standard', 'Exchange Server SE Standard', 'Exchange Server SE Enterprise', 'Exchange Server Standard CAL', 'Core CAL Suite (User)', 'Mail seat', 'Office 365 E3',
];
const ids = ['PO-1', 'po-1', 'PO-2', '0147', '"FV/2024/02/0147"', 'FV #1', "'PO-3'"];
const firstDay = parseDay('2024-01-01')!;

const word = (random: Random, items: readonly string[]) => random.pick(items);
const day = (random: Random) => random.chance(0.1) ? random.pick(['2024-02-30', '04.03.2024', '', '"2024-05-01"']) : formatDay(firstDay + random.below(1200));
const address = (random: Random) => `${random.pick(['anna', 'piotr', 'jan', 'ewa', 'office'])}${random.below(12)}${random.chance(0.1) ? '+tag' : ''}@contoso.example`;
const login = (random: Random) => `${random.pick(['CONTOSO\\', 'FABRIKAM\\', ''])}user${random.below(8)}`;

type Make = (random: Random) => string;
const keysOf: Readonly<Record<string, Readonly<Record<string, Make>>>> = {
  purchases: {
    id: random => word(random, ids), date: day, type: random => word(random, types), quantity: random => random.pick(['1', '2', '5', '"3"', 'many', '0']),
    document: () => 'invoices/1.pdf', softwareAssurance: random => `{ from: ${day(random)}, until: ${day(random)} }`, subscription: random => `[{ from: ${day(random)}, until: ${day(random)} }]`,
    trueUp: day, note: () => 'a note # with a comment',
  },
  servers: { name: random => `EX0${random.below(3)}`, version: random => random.pick(['2016', '2019', 'SE', 'se', '2010']), edition: random => random.pick(['Standard', 'Enterprise', 'trial', 'Hybrid', 'Gold']), license: random => word(random, ids), installed: day, activated: day, databases: random => String(3 + random.below(4)), retired: day, hostsMailboxes: random => random.pick(['true', 'false']) },
  devices: { name: random => `KIOSK-${random.below(3)}`, users: random => `[${address(random)}, ${login(random)}]` },
  mailboxes: { email: address, login, otherAddresses: random => `[${address(random)}]`, kind: random => random.pick(['user', 'linked', 'shared', 'room', 'bogus']), accountDisabled: random => random.pick(['true', 'no']), features: random => random.pick(['[archive]', '[odd]']), lastLogon: day, delegates: random => `[${address(random)}, ${login(random)}]` },
  noCal: { email: address, login, reason: random => random.pick(['service', 'because']), until: day },
  assignments: {
    name: random => word(random, names), email: address, login, device: random => `KIOSK-${random.below(3)}`, otherAddresses: random => `[${address(random)}]`,
    assigned: day, type: random => word(random, types), purchase: random => word(random, ids), ended: day, reason: random => random.pick(['left', 'Left', 'gone']),
    temporaryFor: random => random.chance(0.5) ? address(random) : login(random), returns: day, absence: random => `{ from: ${day(random)}, until: ${day(random)} }`, external: () => 'true', employee: random => `E-${random.below(9)}`, seat: random => String(random.below(3)), 'x-row': random => String(random.below(9)), assinged: day, note: () => '|\n      several\n      lines',
  },
};

/** How often keys are there that most entries don't have. */
const rareKeys: ReadonlyMap<string, number> = new Map([
  ['ended', 0.3], ['temporaryFor', 0.2], ['employee', 0.2], ['otherAddresses', 0.4], ['device', 0.3], ['absence', 0.2], ['retired', 0.3], ['accountDisabled', 0.4], ['features', 0.3], ['x-row', 0.15], ['assinged', 0.15], ['note', 0.15],
]);

/** An entry of a section, as lines with a `- ` in the first. */
export function randomEntry(random: Random, section: string, indent: string): string {
  const makes = Object.entries(keysOf[section]!).filter(([key]) => random.chance(rareKeys.get(key) ?? 0.75));
  const pairs = makes.map(([key, make]) => ({ key, value: make(random) }));
  if (pairs.length === 0) {
    return `${indent}-\n`;
  }
  if (random.chance(0.2) && pairs.every(({ value }) => !value.includes('\n') && !value.includes(' #'))) {
    return `${indent}- { ${pairs.map(({ key, value }) => `${key}: ${value}`).join(', ')} }\n`;
  }
  return pairs.map(({ key, value }, index) => `${indent}${index === 0 ? '- ' : '  '}${key}: ${value}\n`).join('');
}

/** A register of some twenty entries, a list or a mapping; anchors and aliases tie the entries of some. */
export function randomRegister(random: Random): string {
  const text = untiedRegister(random);
  return random.chance(0.25) ? tied(random, text) : text;
}

/** Names some entries and values by anchors, and has aliases stand for others. */
function tied(random: Random, text: string): string {
  const name = () => random.pick(['a', 'a', 'b', 'day']);
  return text.split('\n').map(line => {
    const [, dash, key, value] = /^( *(?:- )?)([\w-]+: )?([^\s{|'"#][^{|#]*)$/.exec(line) ?? [];
    if (dash === undefined || value === undefined || !random.chance(0.3)) {
      return line;
    }
    if (key === undefined || (dash.includes('-') && random.chance(0.4))) {
      const entry = `${dash}${random.chance(0.6) ? `&${name()}\n${dash.replace('-', ' ')}` : `*${name()}\n${dash}`}`;
      return dash.includes('-') ? `${entry}${key ?? ''}${value}` : line;
    }
    return `${dash}${key}${random.chance(0.5) ? `&${name()} ${value}` : `*${name()}`}`;
  }).join('\n');
}

function untiedRegister(random: Random): string {
  const comment = () => random.chance(0.1) ? random.pick(['# a comment\n', '\n', '  # license-register-disable-next-line name-incomplete -- one name\n']) : '';
  if (random.chance(0.3)) {
    const indent = random.pick(['', '', '  ']);
    return `${random.pick(['', '# a list\n', '---\n'])}${Array.from({ length: 1 + random.below(10) }, () => randomEntry(random, 'assignments', indent) + comment()).join('')}`;
  }
  const sections = Object.keys(keysOf).filter(() => random.chance(0.55));
  const head = random.pick(['', 'register: 1\n', '# head\nregister: 1\norganization: Contoso\n', '---\n']);
  const settings = random.chance(0.3) ? random.pick(['settings:\n  severities: { name-incomplete: off }\n', 'settings: { typeNames: { mail seat: Exchange Server 2019 Standard User CAL } }\n', 'settings: {\n  reassignmentDays: 30\n}\n']) : '';
  return head + settings + sections.map(section => {
    const indent = random.pick(['  ', '  ', '', '    ']);
    return `${section}:${random.pick(['', '', '  # all of them'])}\n${Array.from({ length: random.below(6) }, () => randomEntry(random, section, indent) + comment()).join('')}`;
  }).join(random.pick(['', '\n']));
}
