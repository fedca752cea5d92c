import assert from 'node:assert/strict';
import { parseDay } from '../../../../src/core/calendar';
import { entryChangesAt } from '../../../../src/features/changes/entry-changes';
import { checked } from '../../helpers/fixing';

const register = `purchases:
  - { id: PO-1, date: 2024-01-02, type: Exchange Server 2019 Standard User CAL, quantity: 5 }
  - { id: PO-2, date: 2024-01-02, type: Exchange Server SE Standard User CAL, quantity: 5 }
  - { id: PO-2, date: 2024-01-02, type: Exchange Server SE Standard User CAL, quantity: 7 }
  - { id: PO-3, date: 2024-01-02, type: Exchange Server SE Standard, quantity: 1 }
servers:
  - { name: EX01, version: SE, edition: Standard }
mailboxes:
  - { email: scan@contoso.example }
  - { login: CONTOSO\\fax }
  - { email: cloud@contoso.example }
  - { displayName: Nobody }
noCal:
  - { email: cloud@contoso.example, reason: cloud }
assignments:
  - { name: Anna Nowak, email: anna@contoso.example, assigned: 2024-03-04, purchase: PO-1 }
  - { name: Jan Kowal, email: jan@contoso.example, assigned: 2024-03-04, purchase: PO-1, ended: 2024-08-01, reason: left }
  - { device: KIOSK-1, assigned: 2024-03-04, purchase: PO-1, ended: 2024-08-01, reason: device-failed }
  - { name: Half
`;

/** What is offered for the entry on the line that holds a text. */
function offeredAt(text: string): string[] {
  const line = register.slice(0, register.indexOf(text)).split('\n').length - 1;
  return entryChangesAt(checked(register, { today: parseDay('2026-11-24')! }).spotAt({ line, character: 6 })!).map(({ command, title }) => `${command}: ${title}`);
}

describe('The changes that an entry offers', () => {
  const assign = 'assignCal: Assign a CAL from this purchase...';
  const move = 'moveEverybody: Move everybody to another purchase...';
  const needsNone = 'needNoCal: Needs no CAL because...';
  const end = 'endAssignment: End this assignment...';
  const handOver = 'handOverSeat: Hand over this seat...';
  for (const [text, ...offered] of [
    ['id: PO-1', assign, move], ['id: PO-2', assign], ['quantity: 7', assign], ['id: PO-3'], ['name: EX01'], ['purchases:'], ['email: cloud'], ['displayName: Nobody'],
    ['email: scan', needsNone], ['login: CONTOSO', needsNone], ['name: Anna', end, handOver], ['name: Jan', needsNone], ['device: KIOSK-1'], ['name: Half', end, handOver],
  ] as const) {
    it(`are those that make sense at ${text}`, () => assert.deepEqual(offeredAt(text), offered));
  }
});
