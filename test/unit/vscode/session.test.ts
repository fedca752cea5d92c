import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { TextDocument } from 'vscode';
import type { CheckOptions } from '../../../src/core/check';
import type { Finding } from '../../../src/core/findings/finding';
import type { TextEdit } from '../../../src/core/text/text';
import { Session, type Check, type SessionSettings } from '../../../src/vscode/session';

/** A document of one line that is edited at its end. */
class FakeDocument {
  version = 1;
  isClosed = false;
  reads = 0;
  text: string;

  constructor(text: string) {
    this.text = text;
  }

  getText(): string {
    this.reads++;
    return this.text;
  }

  /** Appends `text`; gives the changes of the event that tells of it. */
  append(text: string) {
    const end = { line: 0, character: this.text.length };
    this.text += text;
    this.version++;
    return [{ range: { start: end, end }, rangeOffset: end.character, rangeLength: 0, text }] as unknown as Parameters<Session['change']>[0];
  }
}

/** Finds each `!` of a text, unless a severity turns that off, and fails on a `?`. */
class FakeCheck implements Check {
  updates = 0;
  /** How many slices of work there are still before all is checked. */
  slices = 1;
  private readonly made: Record<number, Finding> = {};
  text: string;
  options: CheckOptions;

  constructor(text: string, options: CheckOptions) {
    this.text = text;
    this.options = options;
  }

  update(edits: readonly TextEdit[]): void {
    this.updates++;
    for (const { range, newText } of edits) {
      this.text = this.text.slice(0, range.start.character) + newText + this.text.slice(range.end.character);
    }
  }

  setOptions(options: CheckOptions): void {
    this.options = options;
  }

  work(): boolean {
    if (this.text.includes('?')) {
      throw new Error('a fault of ours');
    }
    this.slices = Math.max(this.slices - 1, 0);
    return this.slices === 0;
  }

  targetOf(): undefined {
    return undefined;
  }

  wanted(): [] {
    return [];
  }

  include(): boolean {
    return false;
  }

  wantedExports(): [] {
    return [];
  }

  bringExports(): void {}

  fixes(): [] {
    return [];
  }

  safeFixes(): [] {
    return [];
  }

  *readings(): Generator<never, void> {}

  namedFiles(): [] {
    return [];
  }

  silencers(): [] {
    return [];
  }

  change(): [] {
    return [];
  }

  paths(): string[] {
    return [''];
  }

  contents(): undefined {
    return undefined;
  }

  hasExports(): boolean {
    return true;
  }

  mailboxesOf(): [] {
    return [];
  }

  spotAt(): undefined {
    return undefined;
  }

  overview(): undefined {
    return undefined;
  }

  findings(): [] {
    return [];
  }

  shownFindings(): Finding[] {
    const checked = this.slices === 0 ? this.text : '';
    if (this.options.severities?.['no-shouting'] === 'off') {
      return [];
    }
    return [...checked.matchAll(/!/g)].map(({ index }) => this.findingAt(index));
  }

  /** The same object for the same finding, as a check gives it. */
  private findingAt(index: number): Finding {
    this.made[index] ??= {
      rule: 'no-shouting',
      severity: 'error',
      message: 'Do not shout.',
      template: 'Do not shout.',
      arguments: [],
      range: { start: { line: 0, character: index }, end: { line: 0, character: index + 1 } },
      related: [],
      tags: [],
    };
    return this.made[index];
  }
}

const settings = (run: SessionSettings['run'] = 'onType', options: Partial<CheckOptions> = {}): SessionSettings => ({ run, options: { today: 0, ...options } });

describe('Session', () => {
  let checks: FakeCheck[];
  let published: number[][];
  let failures: unknown[];
  let timesChecked = 0;
  let document: FakeDocument;
  let session: Session;

  const open = (text: string, initial = settings()) => {
    document = new FakeDocument(text);
    session = new Session(
      document as unknown as TextDocument,
      {
        createCheck(text, options) {
          checks.push(new FakeCheck(text, options));
          return checks.at(-1)!;
        },
        filesOf: () => assert.fail('nothing is included'),
        openDocument: () => undefined,
        including: () => assert.fail('nothing is included'),
        readExports: () => assert.fail('no export is named'),
        publish: (_document, _path, findings) => published.push(findings.map(({ range }) => range.start.character)),
        checked: () => timesChecked++,
        fail: (_document, error) => failures.push(error),
      },
      initial,
    );
    mock.timers.tick(1);
  };

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    checks = [];
    published = [];
    failures = [];
    timesChecked = 0;
  });

  afterEach(() => {
    session.dispose();
    mock.timers.reset();
  });

  it('checks what is opened', () => {
    open('a!');
    assert.deepEqual(published, [[1]]);
  });

  it('checks once the keyboard rests, all that was typed at once, without reading the text again', () => {
    open('a');
    for (const letter of 'b!c!') {
      session.change(document.append(letter));
      mock.timers.tick(149);
    }
    assert.deepEqual(published, []);
    mock.timers.tick(1);
    assert.deepEqual(published, [[2, 4]]);
    assert.deepEqual([checks.length, checks[0]!.updates, document.reads], [1, 1, 1]);
    assert.equal(checks[0]!.text, 'ab!c!');
  });

  it('publishes only findings that differ from those that stand', () => {
    open('a!');
    session.change(document.append('b'));
    mock.timers.tick(150);
    assert.equal(published.length, 1);
    session.change(document.append('!'));
    mock.timers.tick(150);
    assert.deepEqual(published, [[1], [1, 3]]);
  });

  it('publishes nothing for a register without findings', () => {
    open('a');
    assert.deepEqual(published, []);
  });

  it('checks a large register in slices, and takes nothing back meanwhile', () => {
    open('a!');
    session.change(document.append('!'));
    checks[0]!.slices = 3;
    mock.timers.tick(150);
    mock.timers.tick(1);
    assert.equal(checks[0]!.slices, 0);
    assert.deepEqual(published, [[1], [1, 2]]);
    assert.equal(checks[0]!.updates, 1);
  });

  it('tells when all has been checked', () => {
    open('a');
    assert.equal(timesChecked, 1);
    session.change(document.append('b'));
    assert.equal(timesChecked, 1);
    mock.timers.tick(150);
    assert.equal(timesChecked, 2);
    session.change(document.append('?'));
    mock.timers.tick(150);
    assert.deepEqual([timesChecked, failures.length], [2, 1]);
  });

  it('ignores events that tell of no edit', () => {
    open('a');
    session.change([]);
    mock.timers.tick(150);
    assert.deepEqual([checks.length, checks[0]!.updates, document.reads], [1, 0, 1]);
  });

  it('reads the text again when a version is missing', () => {
    open('a');
    document.append('!');
    session.change(document.append('!'));
    mock.timers.tick(150);
    assert.deepEqual(published, [[1, 2]]);
    assert.deepEqual([checks.length, document.reads], [2, 2]);
  });

  it('reads the text again when the document is ahead of the events', () => {
    open('a');
    session.change(document.append('!'));
    document.append('!');
    mock.timers.tick(150);
    assert.deepEqual(published, [[1, 2]]);
    // The event that comes late tells of what the check has already.
    session.change([]);
    mock.timers.tick(150);
    assert.deepEqual(published, [[1, 2]]);
  });

  it('checks only what is saved when it is told to', () => {
    open('a!', settings('onSave'));
    assert.deepEqual(published, [[1]]);
    session.change(document.append('!'));
    mock.timers.tick(10_000);
    assert.deepEqual(published, [[1]]);
    session.save();
    mock.timers.tick(1);
    assert.deepEqual(published, [[1], [1, 2]]);
    assert.equal(checks.length, 1);
  });

  it('leaves what is typed meanwhile to the next save, when it checks in slices and only what is saved', () => {
    open('a', settings('onSave'));
    session.change(document.append('!'));
    session.save();
    checks[0]!.slices = 3;
    mock.timers.tick(0);
    session.change(document.append('!'));
    mock.timers.tick(10_000);
    assert.deepEqual(published, [[1]]);
    session.save();
    mock.timers.tick(1);
    assert.deepEqual(published, [[1], [1, 2]]);
  });

  it('takes other settings over with the next save, when it checks only what is saved and something is not', () => {
    open('a!', settings('onSave'));
    session.change(document.append('!'));
    session.configure(settings('onSave', { today: 1 }));
    mock.timers.tick(10_000);
    assert.deepEqual([published, checks[0]!.options.today], [[[1]], 0]);
    session.save();
    mock.timers.tick(1);
    assert.deepEqual([published, checks[0]!.options.today], [[[1], [1, 2]], 1]);
    session.configure(settings('onSave', { today: 2 }));
    mock.timers.tick(1);
    assert.equal(checks[0]!.options.today, 2);
  });

  it('does not check on saving what it checks while typing', () => {
    open('a');
    session.change(document.append('!'));
    session.save();
    mock.timers.tick(149);
    assert.deepEqual(published, []);
  });

  it('checks again with other settings, together with what was typed meanwhile', () => {
    open('a!');
    session.change(document.append('!'));
    session.configure(settings('onType', { severities: { 'no-shouting': 'off' } }));
    mock.timers.tick(1);
    session.configure(settings());
    mock.timers.tick(1);
    assert.deepEqual(published, [[1], [], [1, 2]]);
    assert.equal(checks.length, 1);
  });

  it('checks again on another day', () => {
    open('a!');
    session.configure(settings('onType', { today: 1 }));
    mock.timers.tick(1);
    assert.equal(checks[0]!.options.today, 1);
  });

  it('hands over a fault of ours, takes the findings back and recovers with the next edit', () => {
    open('a!');
    session.change(document.append('?'));
    mock.timers.tick(150);
    assert.deepEqual(published, [[1], []]);
    assert.deepEqual(failures.map(String), ['Error: a fault of ours']);
    document.text = 'b';
    session.change(document.append('!'));
    mock.timers.tick(150);
    assert.deepEqual(published, [[1], [], [1]]);
    assert.equal(checks.length, 2);
  });

  it('says nothing about a document that was closed', () => {
    open('a');
    session.change(document.append('!'));
    document.isClosed = true;
    mock.timers.tick(150);
    assert.deepEqual(published, []);
  });

  it('says nothing once it is disposed of', () => {
    open('a');
    session.change(document.append('!'));
    session.dispose();
    mock.timers.tick(150);
    assert.deepEqual(published, []);
  });
});
