import { writeFileSync } from 'node:fs';
import { Session, type Profiler } from 'node:inspector/promises';
import { PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';

export interface WorkProfile {
  readonly profile: Profiler.Profile;
  /** Pauses in which garbage was collected, in milliseconds of wall time: samples show only some of it. */
  readonly pauses: readonly number[];
  readonly milliseconds: number;
}

/** Starts a profile of what this process does until the function that it gives is called; none without a file. */
export async function startProfile(file: string | undefined): Promise<() => Promise<void>> {
  if (file === undefined) {
    return () => Promise.resolve();
  }
  const collections: PerformanceEntry[] = [];
  const observer = new PerformanceObserver(list => collections.push(...list.getEntries()));
  observer.observe({ entryTypes: ['gc'] });
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 100 });
  await session.post('Profiler.start');
  const start = performance.now();
  return async () => {
    const end = performance.now();
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    // The last collections are told with the next turn.
    await setImmediate();
    observer.disconnect();
    const pauses = collections.filter(({ startTime }) => startTime >= start && startTime < end).map(({ duration }) => duration);
    writeFileSync(file, JSON.stringify(profile));
    writeFileSync(`${file}.json`, JSON.stringify({ profile, pauses, milliseconds: end - start } satisfies WorkProfile));
  };
}
