import assert from 'node:assert/strict';
import { registerSymbols } from '../../../src/features/register-symbols';
import { checkedRegister, told } from './marked-register';

const main = `include: [people.yaml]
purchases:
  - { id: PO-1, date: 2024-01-05, type: Exchange Server 2019 Standard User CAL, quantity: 3 }
  - { id: po-1, date: 2025-01-05, type: Exchange Server 2019 Standard User CAL, quantity: 2 }
servers: [{ name: EX01, version: 2019 }]
devices: [{ name: KIOSK-1 }]
mailboxes: [{ email: anna@contoso.example }, { email: room@contoso.example, login: CONTOSO\\room }]
noCal: [{ login: svc-backup, reason: service }]
`;
const people = `- { name: Anna Nowak, email: anna@contoso.example, assigned: 2024-01-05, ended: 2025-01-05 }
- { name: "Anna Lis", email: anna@contoso.example, assigned: 2026-01-05 }
- { device: kiosk-1, assigned: 2026-01-05 }
- { device: KIOSK-2, assigned: 2026-01-05 }
- { name: Jan }
- { name: Ola, login: CONTOSO\\ola }
- { name: The door, device: KIOSK-3 }
`;

const check = checkedRegister(main, { 'people.yaml': people });

function found(query: string, most = 100): string[] {
  return registerSymbols(query, check.contents()!, most).map(({ name, detail, kind, at }) => `${kind} ${name}${detail ? ` (${detail})` : ''} ${told(at)}`);
}

describe('Symbols of a register', () => {
  it('are its purchases, servers, devices and people, each once, the person where the current assignment is', () => {
    assert.deepEqual(found(''), [
      'purchase PO-1 (3 × 2019 Standard User CAL, 2024-01-05) 3: PO-1',
      'server EX01 (2019) 5: EX01',
      'device KIOSK-1 6: KIOSK-1',
      'assignment Anna Lis (anna@contoso.example) people.yaml 2: Anna Lis',
      'assignment KIOSK-2 people.yaml 4: KIOSK-2',
      'assignment Jan people.yaml 5: Jan',
      'assignment Ola (CONTOSO\\ola) people.yaml 6: Ola',
      'assignment The door (KIOSK-3) people.yaml 7: The door',
      'mailbox room@contoso.example (CONTOSO\\room) 7: room@contoso.example',
      'noCal svc-backup (service) 8: svc-backup',
    ]);
  });

  it('are found by names, addresses and types, in any case and order, by letters that follow each other last', () => {
    assert.deepEqual(found(' lis ANNA '), ['assignment Anna Lis (anna@contoso.example) people.yaml 2: Anna Lis']);
    assert.deepEqual(found('nowak'), ['assignment Anna Nowak (anna@contoso.example) people.yaml 1: Anna Nowak']);
    assert.deepEqual(found('user cal').map(each => each.split(' ')[1]), ['PO-1']);
    assert.deepEqual(found('is').map(each => each.split(' ')[1]), ['Anna', 'KIOSK-1', 'KIOSK-2', 'The']);
    assert.deepEqual(found('po1').map(each => each.split(' ')[1]), ['PO-1']);
    assert.deepEqual(found('nobody'), []);
    assert.deepEqual(found('anna nobody'), []);
  });

  it('are as many as are wanted', () => {
    assert.equal(found('', 3).length, 3);
    assert.deepEqual(found('is', 2).map(each => each.split(' ')[1]), ['Anna', 'KIOSK-1']);
  });
});
