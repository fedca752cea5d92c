import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { TextDocument } from 'vscode';
import { parseDay } from '../../../src/core/calendar';
import { RegisterCheck } from '../../../src/core/check';
import type { ExportRequest } from '../../../src/core/exports/exports';
import { readExports } from '../../../src/exchange/exports/bring-exports';
import { Session } from '../../../src/vscode/session';
import { FakeDocument } from './fake-document';

const csv = (...names: string[]) => `PrimarySmtpAddress,RecipientTypeDetails\n${names.map(name => `${name}@contoso.example,UserMailbox\n`).join('')}`;

describe('A session with exports', () => {
  let disk: Record<string, string>;
  let shown: string[];
  let reads: ExportRequest[][];
  let document: FakeDocument;
  let session: Session;

  /** Lets timers and what awaits come to rest. */
  const rest = async () => {
    for (let turn = 0; turn < 5; turn++) {
      mock.timers.tick(150);
      await new Promise(resolve => setImmediate(resolve));
    }
  };

  const start = async (text: string) => {
    document = new FakeDocument(text);
    session = new Session(document as unknown as TextDocument, {
      createCheck: (initial, options) => new RegisterCheck(initial, options),
      filesOf: () => assert.fail('nothing is included'),
      openDocument: () => undefined,
      including: () => assert.fail('nothing is included'),
      readExports: (_document, requests) => {
        reads.push([...requests]);
        return readExports(requests, { read: ({ file }) => Promise.resolve(Buffer.from(disk[file] ?? '')) }, () => Promise.resolve());
      },
      publish: (_document, _path, findings) => {
        shown = findings.map(({ rule }) => rule);
      },
      checked: () => {},
      fail: (_document, error) => assert.fail(String(error)),
    }, { run: 'onType', options: { today: parseDay('2026-11-24')! } });
    await rest();
  };

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    disk = { 'm.csv': csv('anna') };
    shown = [];
    reads = [];
  });

  afterEach(() => {
    session.dispose();
    mock.timers.reset();
  });

  it('reads them once, and again when they change', async () => {
    await start('exports: { mailboxes: m.csv }\nassignments: []\n');
    assert.deepEqual(shown, ['mailbox-without-cal']);
    session.change(document.addLine('# a comment\n'));
    await rest();
    assert.equal(reads.length, 1);
    disk['m.csv'] = '';
    session.refreshExports();
    await rest();
    assert.deepEqual([shown, reads.length], [['export-unreadable'], 2]);
  });

  it('reads none where none is named', async () => {
    await start('assignments: []\n');
    assert.deepEqual([shown, reads], [[], []]);
  });

  it('reads what is named from now on', async () => {
    await start('assignments: []\n');
    session.change(document.addLine('exports: { mailboxes: m.csv }\n'));
    await rest();
    assert.deepEqual([shown, reads.flat().map(({ file }) => file)], [['mailbox-without-cal'], ['m.csv']]);
  });
});
