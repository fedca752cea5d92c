import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { parseDay } from '../../../src/core/calendar';
import { Clock } from '../../../src/vscode/clock';

const hour = 60 * 60 * 1000;

describe('Clock', () => {
  let now: number;
  let changes: number;
  let clock: Clock;

  const startAt = (time: string) => {
    now = new Date(time).getTime();
    changes = 0;
    clock = new Clock(
      () => changes++,
      () => new Date(now),
    );
  };
  /** Lets time pass, for the calendar and for timers. */
  const pass = (milliseconds: number) => {
    const end = now + milliseconds;
    while (now < end) {
      const step = Math.min(end - now, hour / 2);
      now += step;
      mock.timers.tick(step);
    }
  };

  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));

  afterEach(() => {
    clock.dispose();
    mock.timers.reset();
  });

  it('gives the day of the local calendar', () => {
    startAt('2026-11-24T23:59:59');
    assert.equal(clock.today(), parseDay('2026-11-24'));
    now += 1000;
    assert.equal(clock.today(), parseDay('2026-11-25'));
  });

  it('tells at local midnight that another day has begun, each night once', () => {
    startAt('2026-11-24T20:30:00');
    pass(3.5 * hour - 1);
    assert.equal(changes, 0);
    pass(1);
    assert.equal(changes, 1);
    pass(24 * hour);
    assert.equal(changes, 2);
  });

  it('tells it once a timer that fires early has been set right', () => {
    startAt('2026-11-24T23:30:00');
    now += hour / 2 - 1;
    mock.timers.tick(hour / 2);
    assert.equal(changes, 0);
    pass(1);
    assert.equal(changes, 1);
  });

  it('notices within an hour that the machine has slept over midnight', () => {
    startAt('2026-11-24T20:30:00');
    now += 12 * hour;
    pass(hour);
    assert.equal(changes, 1);
  });

  it('notices another day when it is asked to look, and then not again', () => {
    startAt('2026-11-24T20:30:00');
    clock.look();
    assert.equal(changes, 0);
    now += 12 * hour;
    clock.look();
    clock.look();
    assert.equal(changes, 1);
  });

  it('tells nothing once it is disposed of', () => {
    startAt('2026-11-24T23:00:00');
    clock.dispose();
    pass(24 * hour);
    assert.equal(changes, 0);
  });
});
