import assert from 'node:assert/strict';
import { parseDay } from '../../../src/core/calendar';
import { serversIn } from '../../../src/exchange/shell/command-subject';
import type { ShellCommands } from '../../../src/exchange/shell/shell-command';
import { registerValues } from '../../../src/exchange/shell/register-values';
import { askSubjects } from '../../../src/vscode/shell-commands/ask-subjects';
import { readText } from '../helpers/examples';
import { checked } from '../helpers/fixing';
import { answering, type FakeDialog } from './fake-dialog';

const { commands } = JSON.parse(readText('data/commands.json')) as ShellCommands;
const person = (name: string) => `  - { name: ${name}, email: ${name.toLowerCase().replace(' ', '.')}@contoso.example, assigned: 2024-03-04, type: Exchange Server 2019 Standard User CAL }\n`;
const two = 'servers:\n  - { name: EX01, version: 2019 }\n  - { name: EX02, version: 2019 }\n';
const people = `assignments:\n${person('Jan Kowal')}${person('Anna Nowak')}`;

type Known = Parameters<typeof askSubjects>[1];

function ask(id: string, dialog: FakeDialog, register: string, known: Partial<Known> = {}): ReturnType<typeof askSubjects> {
  const contents = checked(register, { today: parseDay('2026-11-24')! }).contents()!;
  return askSubjects(commands.find(command => command.id === id)!, { use: 'insert', known: registerValues(contents, []), contents, near: undefined, ...known }, dialog);
}

describe('Whom a command is about', () => {
  it('is asked where the command is about one person whom nobody named', async () => {
    const dialog = answering('Anna');
    assert.deepEqual((await ask('exchLastLogon', dialog, two + people))!.person, ['anna.nowak@contoso.example']);
    assert.deepEqual(dialog.asked, ['For whom?']);
    assert.deepEqual(dialog.shown, [['Leave it open |  | ', 'Anna Nowak | anna.nowak@contoso.example | ', 'Jan Kowal | jan.kowal@contoso.example | ']]);
  });

  it('is not asked where it is known, or where there is nobody to choose', async () => {
    assert.deepEqual(await ask('exchLastLogon', answering(), people, { known: { person: ['ewa.lis@contoso.example'] } }), {});
    assert.deepEqual(await ask('exchLastLogon', answering(), two), {});
    assert.deepEqual(await ask('exchServers', answering(), two + people, { use: 'copy' }), {});
  });

  it('is asked of several servers only for what is copied: a text offers them where they stand', async () => {
    assert.deepEqual(await ask('exchActivation', answering(), two), {});
    assert.deepEqual(await ask('exchActivation', answering('EX02'), two, { use: 'copy' }), { server: ['EX02'] });
    assert.deepEqual(await ask('exchActivation', answering(), two.replace(/ {2}- .*EX02.*\n/, ''), { use: 'copy' }), {});
  });

  it('may be left open, so that the example stays', async () => {
    assert.deepEqual(await ask('exchTracking', answering('Leave', 'Leave'), two + people, { use: 'copy' }), { server: [], person: [] });
  });

  it('may be called off at each question', async () => {
    assert.equal(await ask('exchTracking', answering(undefined), two + people, { use: 'copy' }), undefined);
    assert.equal(await ask('exchTracking', answering('EX01', undefined), two + people, { use: 'copy' }), undefined);
  });

  it('is first whoever is at the cursor', async () => {
    const [, near] = serversIn(checked(two, { today: parseDay('2026-11-24')! }).contents()!);
    const dialog = answering('EX02');
    await ask('exchActivation', dialog, two, { use: 'copy', near });
    assert.deepEqual(dialog.shown, [['EX02 |  | At the cursor in the register', 'Leave it open |  | ', 'EX01 |  | ', 'EX02 |  | ']]);
  });

  it('is found by parts of the name in any order, among thousands', async () => {
    const crowd = `assignments:\n${person('Anna Nowak')}${Array.from({ length: 300 }, (_, index) => person(`Jan Kowal${index}`)).join('')}`;
    const dialog = answering({ typed: 'nowak an', chosen: 'Anna' });
    await ask('exchLastLogon', dialog, crowd);
    assert.deepEqual(dialog.shown, [['Anna Nowak | anna.nowak@contoso.example | ', 'Leave it open |  | ']]);
    const all = answering('Leave');
    await ask('exchLastLogon', all, crowd);
    assert.equal(all.shown[0]!.length, 101);
  });
});
