import assert from 'node:assert/strict';
import { parseDay } from '../../../../src/core/calendar';
import { entryChangesAt } from '../../../../src/features/changes/entry-changes';
import { checked } from '../../helpers/fixing';

const register = `purchases:
  - { id: PO-1, date: 2024-01-02, type: Exchange Server 2019 Standard User CAL, quantity: 5 }
  - { id: PO-2, date: 2024-01-02, type: Exchange Server SE Standard User CAL, quantity: 5 }
  - { id: PO-3, date: 2024-01-02, type: Exchange Server SE Standard, quantity: 1 }
servers:
  - { name: EX01, version: SE, edition: Standard }
mailboxes:
  - { email: scan@contoso.example }
  - { email: cloud@contoso.example }
noCal:
  - { email: cloud@contoso.example, reason: cloud }
assignments:
  - { name: Anna Nowak, email: anna@contoso.example, assigned: 2024-03-04, purchase: PO-1 }
  - { name: Jan Kowal, email: jan@contoso.example, assigned: 2024-03-04, purchase: PO-1, ended: 2024-08-01, reason: left }
  - { name: Half
`;

/** The commands for the entry on the line that holds a text. */
function commandsAt(text: string): string[] {
  const line = register.slice(0, register.indexOf(text)).split('\n').length - 1;
  return entryChangesAt(checked(register, { today: parseDay('2026-11-24')! }).spotAt({ line, character: 6 })!).map(({ command }) => command);
}

describe('The changes that an entry offers', () => {
  for (const [text, ...commands] of [
    ['id: PO-1', 'assignCal', 'moveEverybody'], ['id: PO-2', 'assignCal'], ['id: PO-3'], ['name: EX01'], ['purchases:'], ['email: cloud'],
    ['email: scan', 'needNoCal'], ['name: Anna', 'endAssignment', 'handOverSeat'], ['name: Jan', 'needNoCal'], ['name: Half', 'endAssignment', 'handOverSeat'],
  ] as const) {
    it(`are those that make sense at ${text}`, () => assert.deepEqual(commandsAt(text), commands));
  }
});
