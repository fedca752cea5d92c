import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { TextDocument } from 'vscode';
import { parseDay } from '../../../src/core/calendar';
import { RegisterCheck } from '../../../src/core/check';
import { Session } from '../../../src/vscode/session';
import type { Run } from '../../../src/vscode/settings';
import { FakeDocument } from './fake-document';

const type = 'Exchange Server SE Standard User CAL';
const holder = (name: string) => `- { name: ${name} Nowak, email: ${name}@contoso.example, assigned: 2026-01-05, type: ${type}, purchase: PO-1 }\n`;
const register = `servers: []\npurchases:\n  - { id: PO-1, date: 2026-01-05, type: ${type}, quantity: 1, document: x }\ninclude: [people.yaml]\n`;
const overAssigned = ' over-assigned-purchase';

describe('A session of a register that includes files', () => {
  let disk: Record<string, string>;
  let open: Record<string, FakeDocument>;
  let shown: Record<string, string[]>;
  let publications: number;
  let included: readonly string[];
  let main: FakeDocument;
  let session: Session;

  /** Lets timers and what awaits come to rest. */
  const rest = async () => {
    for (let turn = 0; turn < 5; turn++) {
      mock.timers.tick(150);
      await new Promise(resolve => setImmediate(resolve));
    }
  };

  const start = async (run: Run = 'onType', meanwhile?: () => void) => {
    main = new FakeDocument(register);
    session = new Session(main as unknown as TextDocument, {
      createCheck: (text, options) => new RegisterCheck(text, options),
      filesOf: () => ({
        find: (_from, glob) => Promise.resolve(glob in disk ? [glob] : []),
        read: path => Promise.resolve(disk[path]!),
      }),
      openDocument: path => open[path] as unknown as TextDocument | undefined,
      including: (_document, paths) => {
        included = paths;
      },
      readExports: () => assert.fail('no export is named'),
      publish: (_document, path, findings) => {
        publications++;
        shown[path] = findings.map(({ rule }) => rule);
      },
      checked: () => {},
      fail: (_document, error) => assert.fail(String(error)),
    }, { run, options: { today: parseDay('2026-11-24')! } });
    mock.timers.tick(1);
    meanwhile?.();
    await rest();
  };

  const shownRules = () => Object.entries(shown).flatMap(([path, rules]) => rules.map(rule => `${path} ${rule}`));

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    disk = { 'people.yaml': holder('anna') };
    open = {};
    shown = {};
    publications = 0;
  });

  afterEach(() => {
    session.dispose();
    mock.timers.reset();
  });

  it('shows nothing before they are read', async () => {
    await start();
    assert.deepEqual(included, ['people.yaml']);
    assert.equal(publications, 0);
  });

  it('shows the findings in each of them', async () => {
    disk['people.yaml'] = holder('anna') + holder('ewa') + '- name: Jan\n';
    await start();
    assert.deepEqual(shown[''], ['over-assigned-purchase']);
    assert.ok(shown['people.yaml']!.includes('required-field'));
  });

  it('follows what is typed in one of them, without reading it again', async () => {
    open['people.yaml'] = new FakeDocument(holder('anna'));
    await start();
    disk = {};
    session.changeIncluded('people.yaml', open['people.yaml'].addLine(holder('ewa')));
    await rest();
    assert.deepEqual(shownRules(), [overAssigned]);
  });

  it('leaves to the next save what is typed while they are read, where only what is saved is checked', async () => {
    await start('onSave', () => session.change(main.addLine('sections: 1\n')));
    assert.deepEqual(shownRules(), []);
    session.refreshIncluded();
    await rest();
    assert.deepEqual(shownRules(), []);
    session.save();
    await rest();
    assert.deepEqual(shownRules(), [' unknown-key']);
  });

  it('reads one again that changed on the disk, or that somebody opened or closed', async () => {
    await start();
    disk['people.yaml'] += holder('ewa');
    session.refreshIncluded();
    await rest();
    assert.deepEqual(shownRules(), [overAssigned]);
    open['people.yaml'] = new FakeDocument(holder('anna'));
    session.refreshIncluded();
    await rest();
    assert.deepEqual(shownRules(), []);
  });

  it('takes findings back where a file is included no longer', async () => {
    disk['people.yaml'] = holder('anna') + '- name: Jan\n';
    await start();
    assert.ok(shown['people.yaml']!.length > 0);
    const line = { line: 3, character: 0 };
    main.text = register.replace('include: [people.yaml]', 'include: []');
    main.version++;
    session.change([{ range: { start: line, end: { line: 3, character: 22 } }, rangeOffset: 0, rangeLength: 0, text: 'include: []' }] as unknown as Parameters<Session['change']>[0]);
    await rest();
    assert.deepEqual(included, []);
    assert.deepEqual(shown['people.yaml'], []);
  });
});
