import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type * as Core from '../../../src/core';
import type { Scenario, Sequence, Zone } from '../edits';
import { today } from '../registers';
import { startStopwatch } from '../stopwatch';
import { startProfile } from './profile';
import { serve } from './serve';

/** As the editor asks for findings. */
const options = { today, limit: 1000 };
/** How long the editor works in one go before it lets others have their turn. */
const sliceMilliseconds = 15;

let core: typeof Core | undefined;
let alive: Core.RegisterCheck | undefined;

/** The core as users run it: evaluated when it is first needed. */
function loadCore(bundle: string): typeof Core {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- as the extension loads it
  core ??= require(bundle) as typeof Core;
  return core;
}

function checkAll(check: Core.RegisterCheck): void {
  check.work();
  check.findings();
}

export interface CheckRequest {
  readonly bundle: string;
  readonly file: string;
  /** Where a profile goes, if one is wanted. */
  readonly profile?: string | undefined;
  /** How many checks are made, one if left out. */
  readonly runs?: number;
}

export interface OpenFigures {
  /** From the loading of the core to the findings of the whole register. */
  readonly total: number;
  readonly loading: number;
  /** The longest time without a turn for others. */
  readonly longest: number;
  readonly slices: number;
  readonly findings: number;
}

export interface KeystrokeRequest extends CheckRequest {
  readonly warmup: readonly Sequence[];
  readonly sequences: readonly Sequence[];
  /** When a scenario has taken so much, the rest of its edits isn't measured. */
  readonly millisecondsEach: number;
}

export interface KeystrokeFigures {
  readonly times: readonly { readonly scenario: Scenario; readonly zone: Zone; readonly milliseconds: number }[];
  /** Scenarios of which no edit changed the findings: they measure less than they seem to. */
  readonly withoutEffect: readonly Scenario[];
  /** Whether the findings at the end are those of a fresh check of the same text. */
  readonly isTrue: boolean;
  readonly heapMegabytes: number;
}

export interface MemoryFigures {
  readonly heapMegabytes: number;
  readonly peakMegabytes: number;
}

serve({
  /** One check of a whole register, from its text to its findings. */
  async check({ bundle, file, profile, runs = 1 }: CheckRequest): Promise<number> {
    const { RegisterCheck } = loadCore(bundle);
    const text = readFileSync(file, 'utf8');
    // No collection of garbage is forced: it leaves the young generation small, and what comes next slow.
    const stopProfile = await startProfile(profile);
    const elapsed = startStopwatch();
    for (let run = 0; run < runs; run++) {
      checkAll(new RegisterCheck(text, { today }));
    }
    const milliseconds = elapsed() / runs;
    await stopProfile();
    return milliseconds;
  },

  /** The same in a process that has done nothing yet, the loading of the core included. */
  checkCold({ bundle, file }: CheckRequest): number {
    const text = readFileSync(file, 'utf8');
    const elapsed = startStopwatch();
    const { RegisterCheck } = loadCore(bundle);
    checkAll(new RegisterCheck(text, { today }));
    return elapsed();
  },

  async open({ bundle, file, profile }: CheckRequest): Promise<OpenFigures> {
    const text = readFileSync(file, 'utf8');
    const stopProfile = await startProfile(profile);
    let elapsed = startStopwatch();
    const { RegisterCheck } = loadCore(bundle);
    const loading = elapsed();
    const stretches = [loading];
    elapsed = startStopwatch();
    const check = new RegisterCheck(text, options);
    let findings: readonly unknown[] | undefined;
    while (!findings) {
      const end = performance.now() + sliceMilliseconds;
      if (check.work(() => performance.now() >= end)) {
        findings = check.findings();
      }
      stretches.push(elapsed());
      await setImmediate();
      elapsed = startStopwatch();
    }
    await stopProfile();
    return { total: stretches.reduce((a, b) => a + b), loading, longest: Math.max(...stretches), slices: stretches.length - 1, findings: findings.length };
  },

  async keystrokes({ bundle, file, profile, warmup, sequences, millisecondsEach }: KeystrokeRequest): Promise<KeystrokeFigures> {
    const { RegisterCheck } = loadCore(bundle);
    const check = new RegisterCheck(readFileSync(file, 'utf8'), options);
    check.work();
    const { withoutEffect } = runEdits(check, warmup, millisecondsEach / 4, true);
    const stopProfile = await startProfile(profile);
    const { times } = runEdits(check, sequences, millisecondsEach, false);
    await stopProfile();
    const heapMegabytes = heap();
    const fresh = new RegisterCheck(readFileSync(file, 'utf8'), options);
    fresh.work();
    const isTrue = JSON.stringify(check.findings()) === JSON.stringify(fresh.findings());
    return { times, withoutEffect, isTrue, heapMegabytes };
  },

  /** What a check that stays alive takes. */
  memory({ bundle, file }: CheckRequest): MemoryFigures {
    const { RegisterCheck } = loadCore(bundle);
    alive = new RegisterCheck(readFileSync(file, 'utf8'), options);
    alive.work();
    alive.findings();
    return { peakMegabytes: process.resourceUsage().maxRSS / 1000, heapMegabytes: heap() };
  },
});

function runEdits(check: Core.RegisterCheck, sequences: readonly Sequence[], millisecondsEach: number, watchEffect: boolean) {
  const times: { scenario: Scenario; zone: Zone; milliseconds: number }[] = [];
  const spent = new Map<Scenario, number>();
  const before = watchEffect ? check.findings() : [];
  const effective = new Set<Scenario>();
  for (const { scenario, zone, edits } of sequences) {
    let done = 0;
    while (done < edits.length && (spent.get(scenario) ?? 0) < millisecondsEach) {
      const edit = [edits[done++]!];
      const elapsed = startStopwatch();
      check.update(edit);
      check.work();
      const findings = check.findings();
      const milliseconds = elapsed();
      times.push({ scenario, zone, milliseconds });
      spent.set(scenario, (spent.get(scenario) ?? 0) + milliseconds);
      if (watchEffect && (findings.length !== before.length || findings.some(({ message }, at) => message !== before[at]!.message))) {
        effective.add(scenario);
      }
    }
    if (done > 0 && done < edits.length) {
      check.update(edits.slice(done));
      check.work();
    }
  }
  return { times, withoutEffect: [...new Set(sequences.map(({ scenario }) => scenario))].filter(scenario => watchEffect && !effective.has(scenario)) };
}

function heap(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1_000_000;
}
