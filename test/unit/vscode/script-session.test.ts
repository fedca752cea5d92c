import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { TextDocument } from 'vscode';
import type { CheckedScript, ScriptCheckOptions } from '../../../src/exchange/scripts/check-script';
import { readScript } from '../../../src/exchange/scripts/read-script';
import type { Steps } from '../../../src/exchange/steps';
import { ScriptSession } from '../../../src/vscode/powershell/script-session';
import { FakeDocument } from './fake-document';

/** A session whose check takes `slices` slices and finds nothing; what happens is noted. */
class Bench {
  readonly document: FakeDocument;
  readonly events: string[] = [];
  readonly session: ScriptSession;
  slices = 1;

  constructor(text: string) {
    this.document = new FakeDocument(text);
    this.session = new ScriptSession(this.document as unknown as TextDocument, {
      check: (checked, options) => this.check(checked, options),
      publish: (_, findings) => this.events.push(`published ${findings.length}`),
      fail: (_, error) => this.events.push(String(error)),
    }, { scope: 'auto', version: 'SE', today: 1 });
  }

  private *check(text: string, { version }: ScriptCheckOptions): Steps<CheckedScript> {
    this.events.push(`check ${text} for ${version}`);
    if (text.includes('?')) {
      throw new Error('a fault of ours');
    }
    for (let slice = 1; slice < this.slices; slice++) {
      const end = performance.now() + 25;
      while (performance.now() < end) {
        // As long as a slice may take.
      }
      yield;
    }
    return { script: readScript(text), target: 'server', findings: [] };
  }

  type(text: string): void {
    this.document.addLine(text);
    this.session.change();
  }
}

describe('The session of a script', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  it('checks when it starts, and again when the keyboard rests', () => {
    const bench = new Bench('a');
    mock.timers.tick(0);
    assert.deepEqual(bench.events, ['check a for SE', 'published 0']);
    assert.ok(bench.session.current());
    bench.type('b');
    assert.equal(bench.session.current(), undefined);
    mock.timers.tick(100);
    bench.type('c');
    mock.timers.tick(100);
    assert.equal(bench.events.length, 2);
    mock.timers.tick(100);
    assert.deepEqual(bench.events.slice(2), ['check abc for SE', 'published 0']);
  });

  it('leaves off a check when the text changes meanwhile', () => {
    const bench = new Bench('a');
    bench.slices = 3;
    setTimeout(() => {
      bench.type('b');
      bench.slices = 1;
    }, 0);
    mock.timers.tick(1);
    mock.timers.tick(1000);
    assert.deepEqual(bench.events, ['check a for SE', 'check ab for SE', 'published 0']);
  });

  it('gives way between slices', () => {
    const bench = new Bench('a');
    bench.slices = 3;
    setTimeout(() => bench.events.push('something else'), 0);
    mock.timers.tick(10);
    assert.deepEqual(bench.events, ['check a for SE', 'something else', 'published 0']);
  });

  it('checks again for other options only', () => {
    const bench = new Bench('a');
    mock.timers.tick(0);
    bench.session.configure({ scope: 'auto', version: 'SE', today: 1 });
    mock.timers.tick(0);
    bench.session.configure({ scope: 'auto', version: '2016', today: 1 });
    mock.timers.tick(0);
    assert.deepEqual(bench.events, ['check a for SE', 'published 0', 'check a for 2016', 'published 0']);
  });

  it('is not moved by an event without an edit', () => {
    const bench = new Bench('a');
    mock.timers.tick(0);
    bench.session.change();
    mock.timers.tick(1000);
    assert.equal(bench.events.length, 2);
    assert.ok(bench.session.current());
  });

  it('takes findings away when a check fails, and checks the next text', () => {
    const bench = new Bench('a?');
    mock.timers.tick(0);
    assert.deepEqual(bench.events, ['check a? for SE', 'published 0', 'Error: a fault of ours']);
    bench.document.text = 'a';
    bench.type('b');
    mock.timers.tick(1000);
    assert.deepEqual(bench.events.slice(3), ['check ab for SE', 'published 0']);
  });

  it('checks nothing of a document that is closed, or when it has ended', () => {
    const bench = new Bench('a');
    bench.document.isClosed = true;
    mock.timers.tick(0);
    const other = new Bench('b');
    other.session.dispose();
    mock.timers.tick(1000);
    assert.deepEqual([...bench.events, ...other.events], []);
  });
});
