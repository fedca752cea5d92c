import assert from 'node:assert/strict';
import { parseDay } from '../../../../src/core/calendar';
import { RegisterCheck } from '../../../../src/core/check';
import { isAbout, peopleIn, serversIn, subjectAt, type CommandSubject } from '../../../../src/exchange/shell/command-subject';
import { registerValues } from '../../../../src/exchange/shell/register-values';
import type { ShellCommands } from '../../../../src/exchange/shell/shell-command';
import { readText } from '../../helpers/examples';

const { commands } = JSON.parse(readText('data/commands.json')) as ShellCommands;

function checked(text: string): RegisterCheck {
  const check = new RegisterCheck(text, { today: parseDay('2026-11-24')! });
  check.work();
  return check;
}

const register = `purchases:
  - { id: PO-1, date: 2024-03-01, type: Exchange Server 2019 Standard User CAL, quantity: 5 }
servers:
  - name: EX01
    version: 2016
    retired: 2025-01-31
  - { name: EX02, version: 2019 }
  - { name: ex02, version: 2019 }
  - name:
exports:
  mailboxes: exports/mailboxes.csv
  logons: ..\\logons.csv
  servers: C:\\exports/servers.csv
mailboxes:
  - email: anna.nowak@contoso.example
    login: CONTOSO\\anowak
  - login: CONTOSO\\room1
    kind: room
noCal:
  - email: svc-backup@contoso.example
    reason: service
devices:
  - { name: KIOSK-1, users: [anna.nowak@contoso.example] }
assignments:
  - name: Zofia O'Brien
    email: zofia@contoso.example
  - name: Anna Nowak
    email: anna.nowak@contoso.example
    assigned: 2024-03-04
    type: Exchange Server 2019 Standard User CAL
    purchase: PO-1
  - name: Anna Nowak
    login: anowak
  - device: KIOSK-1
    type: Exchange Server 2019 Standard Device CAL
  - name: Only A Name
  - name: Jan
    email: [
`;
const check = checked(register);

/** Who stands on the line of a text. */
function on(text: string, within = check): CommandSubject | undefined {
  const line = register.split(text, 1)[0]!.split('\n').length - 1;
  return subjectAt(within.spotAt({ line, character: 4 })!);
}

describe('What commands can be about', () => {
  it('is the server of an entry', () => {
    const server = { kind: 'server', name: 'EX01', values: { server: ['EX01'] } };
    assert.deepEqual([on('name: EX01'), on('version: 2016'), on('retired')], [server, server, server]);
  });

  it('is the person of an assignment, with what the other entries of the person say', () => {
    assert.deepEqual(on('assigned: 2024-03-04'), {
      kind: 'person',
      name: 'Anna Nowak',
      values: {
        person: ['anna.nowak@contoso.example'],
        'person.name': ['Anna Nowak'],
        'person.login': ['CONTOSO\\anowak'],
        'assignment.purchase': ['PO-1'],
        'assignment.assigned': ['2024-03-04'],
      },
    });
    assert.deepEqual(on('login: anowak')!.values.person, ['anna.nowak@contoso.example']);
  });

  it('is whose mailbox or account it is', () => {
    assert.equal(on('- email: anna.nowak')!.name, 'Anna Nowak');
    assert.deepEqual(on('login: CONTOSO\\room1'), { kind: 'person', name: 'CONTOSO\\room1', values: { person: ['CONTOSO\\room1'], 'person.name': [], 'person.login': ['CONTOSO\\room1'] } });
    assert.deepEqual(on('reason: service')!.values.person, ['svc-backup@contoso.example']);
  });

  it('is nobody where Exchange could find nobody', () => {
    for (const text of ['id: PO-1', '- name:\n', 'name: KIOSK-1', 'device: KIOSK-1', 'name: Only A Name', 'exports:', 'name: Jan\n']) {
      assert.equal(on(text), undefined, text);
    }
  });

  it('are the servers in service, each once', () => {
    assert.deepEqual(serversIn(check.contents()!).map(({ name }) => name), ['EX02']);
  });

  it('are the people of a register, each once, by name', () => {
    assert.deepEqual(peopleIn(check.contents()!).map(({ name, values }) => [name, ...values.person!]), [
      ['Anna Nowak', 'anna.nowak@contoso.example'],
      ['CONTOSO\\room1', 'CONTOSO\\room1'],
      ['svc-backup@contoso.example', 'svc-backup@contoso.example'],
      ["Zofia O'Brien", 'zofia@contoso.example'],
    ]);
  });

  it('are asked of no command that only shows everybody, nor of one that does not work', () => {
    const about = (kind: 'server' | 'person') => commands.filter(command => isAbout(command, kind)).map(({ id }) => id);
    assert.ok(about('server').includes('exchActivation'));
    for (const id of ['exchCheckUser', 'exchLastLogon', 'exchBlockAccess', 'exchReconnect']) {
      assert.ok(about('person').includes(id), id);
    }
    for (const id of ['exchWrongGuideServer', 'exchServers', 'exchInactive']) {
      assert.ok(![...about('server'), ...about('person')].includes(id), id);
    }
  });
});

describe('What a register knows for commands', () => {
  it('are its servers, licenses as Exchange names them, and the files of its exports', () => {
    assert.deepEqual(registerValues(check.contents()!, check.wantedExports()), {
      server: ['EX02'],
      licenseName: ['Exchange Server 2019 Standard CAL', 'Exchange Server 2019 Enterprise CAL'],
      'exports.mailboxes': ['.\\exports\\mailboxes.csv'],
      'exports.logons': ['..\\logons.csv'],
      'exports.servers': ['C:\\exports/servers.csv'],
    });
  });

  it('are no license names where SE runs: how Exchange names those is not documented', () => {
    const names = (text: string) => {
      const se = checked(text);
      return registerValues(se.contents()!, []).licenseName;
    };
    assert.deepEqual(names(register.replace('name: EX02, version: 2019', 'name: EX02, version: SE')), []);
    assert.deepEqual(names('- { email: a@b.example, assigned: 2020-03-04, type: Exchange Server 2016 Standard User CAL }\n'), ['Exchange Server 2016 Standard CAL', 'Exchange Server 2016 Enterprise CAL']);
    assert.deepEqual(names('- { email: a@b.example, assigned: 2020-03-04, type: Microsoft 365 E3 }\n'), []);
    assert.deepEqual(names(''), []);
  });
});
