import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

/** Starts a profile of what this process does until the function that it gives is called; none without a file. */
export async function startProfile(file: string | undefined): Promise<() => Promise<void>> {
  if (file === undefined) {
    return () => Promise.resolve();
  }
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 100 });
  await session.post('Profiler.start');
  return async () => {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    writeFileSync(file, JSON.stringify(profile));
  };
}
