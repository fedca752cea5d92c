import { WASI } from 'node:wasi';

interface Clock {
  /** For the report. */
  readonly name: string;
  /** In milliseconds. */
  readonly now: () => number;
}

/** Missing from the types of Node as from those of the language. */
interface WebAssemblyLike {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: { readonly memory: { readonly buffer: ArrayBuffer } } };
}

const clocks: readonly (() => Clock | undefined)[] = [threadClock, wasiClock, processClock, wallClock];
const clock = clocks.map(make => make()).find(each => each !== undefined)!;

/** What times are. */
export const clockName = clock.name;

/** How far the clock is: CPU time counts from the start of the thread on. */
export const readClock = clock.now;

/** Takes the CPU time of the main thread, in milliseconds: wall time would count what other processes do. */
export function startStopwatch(): () => number {
  const start = clock.now();
  return () => clock.now() - start;
}

/** Later versions of Node tell it. */
function threadClock(): Clock | undefined {
  const { threadCpuUsage } = process as { threadCpuUsage?: () => NodeJS.CpuUsage };
  return threadCpuUsage && fine({ name: 'CPU time of the main thread', now: () => sum(threadCpuUsage.call(process)) });
}

/** Node 20 tells it to WebAssembly only, here a module that has nothing but the memory that the time is written to. */
function wasiClock(): Clock | undefined {
  try {
    const { Module, Instance } = (globalThis as unknown as { WebAssembly: WebAssemblyLike }).WebAssembly;
    const memoryOnly = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 5, 3, 1, 0, 1, 7, 10, 1, 6, 109, 101, 109, 111, 114, 121, 2, 0]);
    const instance = new Instance(new Module(memoryOnly));
    const wasi = new WASI({ version: 'preview1' });
    wasi.initialize(instance);
    const view = new DataView(instance.exports.memory.buffer);
    const { clock_time_get: getTime } = wasi.wasiImport as { clock_time_get: (clock: number, precision: bigint, address: number) => number };
    const threadCpuTime = 3;
    return getTime(threadCpuTime, 1n, 0) === 0
      ? fine({
          name: 'CPU time of the main thread',
          now() {
            getTime(threadCpuTime, 1n, 0);
            return Number(view.getBigUint64(0, true)) / 1_000_000;
          },
        })
      : undefined;
  } catch {
    return undefined;
  }
}

function processClock(): Clock | undefined {
  return fine({ name: 'CPU time of the process, with the threads that collect garbage and compile', now: () => sum(process.cpuUsage()) });
}

function wallClock(): Clock {
  return { name: 'wall time', now: () => performance.now() };
}

function sum({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

/** A clock unless it goes in ticks of milliseconds, which say nothing about a keystroke. */
function fine(candidate: Clock): Clock | undefined {
  let last = candidate.now();
  const giveUp = performance.now() + 50;
  while (performance.now() < giveUp) {
    const now = candidate.now();
    if (now > last && now - last < 0.1) {
      return candidate;
    }
    last = now;
  }
  return undefined;
}
