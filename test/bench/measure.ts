import path from 'node:path';
import { formatDay } from '../../src/core/calendar';
import { reportFormats, type ReportFormat } from '../../src/report';
import { root, type Bundles } from './bundles';
import type { Contender } from './contenders';
import { planEdits, scenarios, zones, type Scenario } from './edits';
import { kilobytesOf, loadedWith, nodeEntry, nodeFileOf } from './node-bundle';
import { callOnce, timeProgram, Worker } from './processes';
import type { RegisterFiles } from './register-files';
import { registerKinds, today, type RegisterKind } from './registers';
import type { Measure, Measurement, Measurements } from './report';
import { summarize, summarizeEvenly, type Summary } from './statistics';
import type { ActivationRequest } from './workers/activation';
import type { CheckRequest, KeystrokeFigures, KeystrokeRequest, MemoryFigures, OpenFigures } from './workers/core';
import type { LoadRequest } from './workers/peer';

export const longestSlice = 'longest slice';
export const freshCore = 'core in a fresh process, with loading it';
export const freshCli = 'command line, with the start of Node';

/** How long one subject may be measured at one size before the rest of its runs is left out. */
const millisecondsEach = 3000;
/** The same for one kind of edits, in the ordinary register and in others. */
const millisecondsOfEdits = { ordinary: 1000, other: 250 };
const editsEach = 150;

export interface Circumstances {
  readonly bundles: Bundles;
  readonly contenders: readonly Contender[];
  /** The first is the ordinary one. */
  readonly kinds: readonly RegisterKind[];
  readonly seed: number;
  readonly notes: string[];
}

/** Takes the wanted measures at one size. What fails is left out, with a sentence. */
export async function measureSize(files: RegisterFiles, wanted: ReadonlySet<Measure>, circumstances: Circumstances): Promise<Measurements> {
  const measurements: Measurements = {};
  const take = async (measure: Measure, work: () => Promise<Measurement>) => {
    if (wanted.has(measure)) {
      measurements[measure] = await attempt(measure, files.size, circumstances.notes, work);
    }
  };
  await take('open', () => measureOpen(files, circumstances));
  const warm = await measureWarm(files, wanted, circumstances);
  await take('wholeCheck', () => measureWholeCheck(files, warm, circumstances));
  let heapAfterEdits: number | undefined;
  await take('keystroke', async () => {
    const { heapMegabytes, ...measurement } = await measureKeystrokes(files, warm, circumstances);
    heapAfterEdits = heapMegabytes;
    return measurement;
  });
  await take('position', () => measurePosition(files, circumstances));
  await take('memoryMB', () => measureMemory(files, warm, heapAfterEdits, circumstances));
  return measurements;
}

async function attempt<T>(what: string, size: number | undefined, notes: string[], work: () => Promise<T>): Promise<T | undefined> {
  const subject = size === undefined ? what : `${what}, ${size} entries`;
  console.error(`${subject} …`);
  try {
    return await work();
  } catch (error) {
    notes.push(`${subject}: could not be measured. ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** Runs until there are enough figures, or the time is up; at least once. */
async function repeat<T>(runs: number, run: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  const end = performance.now() + millisecondsEach;
  do {
    results.push(await run());
  } while (results.length < runs && performance.now() < end);
  return results;
}

/** Gives what `work` gives for all registers but the ordinary one. */
async function forOthers<T>({ kinds }: Circumstances, work: (kind: RegisterKind) => Promise<T>): Promise<Record<string, T>> {
  const results: Record<string, T> = {};
  for (const kind of kinds.slice(1)) {
    results[registerKinds[kind]] = await work(kind);
  }
  return results;
}

async function measureOpen(files: RegisterFiles, circumstances: Circumstances): Promise<Measurement> {
  const { bundles } = circumstances;
  const open = async (kind: RegisterKind, runs: number) => {
    const request: CheckRequest = { bundle: bundles.core, file: files.text(kind) };
    const figures = await repeat(runs, () => callOnce<OpenFigures>(bundles.coreWorker, 'open', request));
    const sum = (key: keyof OpenFigures) => summarize(figures.map(each => each[key]));
    return { ours: sum('total'), parts: { [longestSlice]: sum('longest'), 'loading the core': sum('loading') } };
  };
  return { ...await open(circumstances.kinds[0]!, 7), peers: {}, registers: await forOthers(circumstances, kind => open(kind, 2)) };
}

/** Whole checks in processes that are warm. */
interface Warm {
  readonly ours: Summary | undefined;
  readonly times: Readonly<Record<string, Summary>>;
  readonly heaps: Readonly<Record<string, MemoryFigures>>;
}

interface Runner {
  readonly name: string;
  readonly worker: Worker;
  readonly runs: number;
  readonly times: number[];
  readonly start: () => Promise<unknown>;
  readonly run: (files: RegisterFiles) => Promise<number>;
}

/** One run each in turn, so that a disturbance of the machine meets all alike; each in a process of its own. */
async function measureWarm(files: RegisterFiles, wanted: ReadonlySet<Measure>, { bundles, contenders, kinds, seed, notes }: Circumstances): Promise<Warm> {
  const kind = kinds[0]!;
  if (!['wholeCheck', 'keystroke', 'memoryMB'].some(measure => wanted.has(measure as Measure))) {
    return { ours: undefined, times: {}, heaps: {} };
  }
  console.error(`whole checks in turn, ${files.size} entries …`);
  const compared = wanted.has('wholeCheck') || wanted.has('memoryMB')
    ? contenders
    : contenders.filter(({ peer }) => wanted.has('keystroke') && peer === 'yaml-language-server');
  const runs = wanted.has('wholeCheck') ? 11 : wanted.has('keystroke') ? 3 : 1;
  const heaps: Record<string, MemoryFigures> = {};
  const runners: Runner[] = [];
  for (const { peer, name, location } of compared) {
    const worker = new Worker(bundles.peerWorker);
    const load: LoadRequest = { peer, location, schema: path.join(root, 'schemas/license-register.schema.json') };
    runners.push({
      name, worker, runs, times: [],
      start: () => worker.call('load', load),
      run: of => worker.call('run', { file: peer === 'JSON.parse' ? of.json(kind) : of.text(kind) }),
    });
  }
  const ours = new Worker(bundles.coreWorker);
  if (wanted.has('wholeCheck')) {
    runners.push({
      name: 'ours', worker: ours, runs, times: [],
      start: () => Promise.resolve(),
      run: of => ours.call('check', { bundle: bundles.core, file: of.text(kind) } satisfies CheckRequest),
    });
  }
  try {
    let open = runners;
    const small = files.ofSize(1000, seed);
    const drop = (runner: Runner) => (error: unknown) => {
      notes.push(`${runner.name}, ${files.size} entries: could not be measured. ${error instanceof Error ? error.message : String(error)}`);
      open = open.filter(other => other !== runner);
    };
    for (const runner of runners) {
      await runner.start().then(async () => {
        for (let warming = 0; warming < 12; warming++) {
          await runner.run(small);
        }
      }).catch(drop(runner));
    }
    while (open.length > 0) {
      for (const runner of open) {
        await runner.run(files).then(time => runner.times.push(time), drop(runner));
      }
      open = open.filter(({ times, runs }) => times.length < runs && times.reduce((a, b) => a + b, 0) < millisecondsEach);
    }
    for (const { name, worker, times } of runners) {
      if (worker !== ours && times.length > 0) {
        heaps[name] = await worker.call<MemoryFigures>('memory');
      }
    }
  } finally {
    [ours, ...runners.map(({ worker }) => worker)].forEach(worker => worker.stop());
  }
  const measured = runners.filter(({ times }) => times.length > 0);
  return {
    ours: measured.filter(({ worker }) => worker === ours).map(({ times }) => summarize(times))[0],
    times: Object.fromEntries(measured.filter(({ worker }) => worker !== ours).map(({ name, times }) => [name, summarize(times)])),
    heaps,
  };
}

async function measureWholeCheck(files: RegisterFiles, { ours, times }: Warm, circumstances: Circumstances): Promise<Measurement> {
  const { bundles, kinds } = circumstances;
  if (!ours) {
    throw new Error('There is no figure of ours.');
  }
  const requestFor = (kind: RegisterKind): CheckRequest => ({ bundle: bundles.core, file: files.text(kind) });
  const cold = await repeat(7, () => callOnce<number>(bundles.coreWorker, 'checkCold', requestFor(kinds[0]!)));
  const cli = await repeat(7, () => timeCli(circumstances, ['check', files.text(kinds[0]!), '--format', 'json']));
  const registers = await forOthers(circumstances, async kind => {
    const worker = new Worker(bundles.coreWorker);
    try {
      await worker.call('check', requestFor(kind));
      return { ours: summarize(await repeat(3, () => worker.call<number>('check', requestFor(kind)))), parts: {} };
    } finally {
      worker.stop();
    }
  });
  return { ours, parts: { [freshCore]: summarize(cold), [freshCli]: summarize(cli) }, peers: times, registers };
}

async function measurePosition(files: RegisterFiles, circumstances: Circumstances): Promise<Measurement> {
  const time = (kind: RegisterKind, format: ReportFormat) => repeat(5, () => timeCli(circumstances, ['report', files.text(kind), '--format', format]));
  const [ordinary] = circumstances.kinds;
  const parts: Record<string, Summary> = {};
  for (const format of reportFormats.filter(each => each !== 'html')) {
    parts[`as ${format}`] = summarize(await time(ordinary!, format));
  }
  return {
    ours: summarize(await time(ordinary!, 'html')),
    parts,
    peers: {},
    registers: await forOthers(circumstances, async kind => ({ ours: summarize(await time(kind, 'html')), parts: {} })),
  };
}

/** How long the command line takes, on the day of all checks. */
async function timeCli({ bundles }: Circumstances, args: readonly string[]): Promise<number> {
  const { exitCode, milliseconds } = await timeProgram(bundles.reportCpu, ['dist/cli.js', ...args, '--as-of', formatDay(today)], root);
  if (exitCode > 1) {
    throw new Error(`The command line ended with exit code ${exitCode}.`);
  }
  return milliseconds;
}

/** What keystrokes are made on a register, and where. */
export function keystrokeRequest(files: RegisterFiles, kind: RegisterKind, bundle: string, seed: number, millisecondsEach = millisecondsOfEdits.ordinary): KeystrokeRequest {
  const text = files.content(kind);
  return {
    bundle,
    file: files.text(kind),
    warmup: planEdits({ kind, text, seed: seed + 1, editsEach: editsEach / 3 }),
    sequences: planEdits({ kind, text, seed, editsEach }),
    millisecondsEach,
  };
}

async function measureKeystrokes(files: RegisterFiles, { times: peers }: Warm, circumstances: Circumstances): Promise<Measurement & { readonly heapMegabytes: number }> {
  const { bundles, kinds, seed, notes } = circumstances;
  const type = async (kind: RegisterKind) => {
    const request = keystrokeRequest(files, kind, bundles.core, seed, kind === kinds[0] ? millisecondsOfEdits.ordinary : millisecondsOfEdits.other);
    const { times, withoutEffect, isTrue, heapMegabytes } = await callOnce<KeystrokeFigures>(bundles.coreWorker, 'keystrokes', request);
    if (!isTrue) {
      notes.push(`The findings in "${registerKinds[kind]}" at ${files.size} entries after all edits are not those of a fresh check: what is fast there is wrong.`);
    }
    if (kind === 'mean' && withoutEffect.length > 0) {
      notes.push(`No edit of "${withoutEffect.map(scenario => scenarios[scenario]).join('", "')}" changed a finding at ${files.size} entries.`);
    }
    const typing = times.filter(({ scenario }) => scenario !== 'paste');
    const groups = (names: readonly string[], of: (each: KeystrokeFigures['times'][number]) => string, from: KeystrokeFigures['times']) =>
      names.map(name => from.filter(each => of(each) === name).map(({ milliseconds }) => milliseconds)).filter(({ length }) => length > 0);
    const names = Object.keys(scenarios) as Scenario[];
    const byScenario = (from: KeystrokeFigures['times']) => groups(names, ({ scenario }) => scenario, from);
    const parts: Record<string, Summary> = {};
    for (const scenario of names) {
      const own = times.filter(each => each.scenario === scenario);
      if (own.length > 0) {
        parts[scenarios[scenario]] = summarize(own.map(({ milliseconds }) => milliseconds));
      }
    }
    for (const zone of zones) {
      parts[`typing at the ${zone}`] = summarizeEvenly(byScenario(typing.filter(each => each.zone === zone)));
    }
    return { ours: summarizeEvenly(byScenario(typing)), parts, heapMegabytes };
  };
  return {
    ...await type(kinds[0]!),
    peers: Object.fromEntries(Object.entries(peers).filter(([name]) => name.startsWith('yaml-language-server'))),
    registers: await forOthers(circumstances, async kind => {
      const { ours, parts } = await type(kind);
      return { ours, parts };
    }),
  };
}

async function measureMemory(files: RegisterFiles, { heaps }: Warm, heapAfterEdits: number | undefined, circumstances: Circumstances): Promise<Measurement> {
  const { bundles, kinds } = circumstances;
  const weigh = async (kind: RegisterKind, runs: number) => {
    const request: CheckRequest = { bundle: bundles.core, file: files.text(kind) };
    const figures = await repeat(runs, () => callOnce<MemoryFigures>(bundles.coreWorker, 'memory', request));
    return {
      ours: summarize(figures.map(({ heapMegabytes }) => heapMegabytes)),
      parts: { 'peak of the process': summarize(figures.map(({ peakMegabytes }) => peakMegabytes)) },
    };
  };
  const { ours, parts } = await weigh(kinds[0]!, 3);
  return {
    ours,
    parts: { ...parts, ...(heapAfterEdits !== undefined && { 'heap after many edits': summarize([heapAfterEdits]) }) },
    peers: Object.fromEntries(Object.entries(heaps).map(([name, { heapMegabytes: heap }]) => [name, summarize([heap])])),
    registers: await forOthers(circumstances, kind => weigh(kind, 1)),
  };
}

/** The extension without a register, in processes that have done nothing yet. */
export async function measureActivation({ bundles, notes }: Circumstances): Promise<Measurement | undefined> {
  return await attempt('activation', undefined, notes, async () => {
    const request: ActivationRequest = { bundle: nodeEntry };
    const times = await repeat(10, () => callOnce<number>(bundles.activationWorker, 'activate', request));
    return { ours: summarize(times), parts: {}, peers: {}, registers: {} };
  });
}

export async function measureBundles({ notes }: Circumstances): Promise<Measurement | undefined> {
  const weighAll = (files: readonly string[]) => summarize([files.reduce((sum, file) => sum + kilobytesOf(path.resolve(root, file)), 0)]);
  return await attempt('bundleKB', undefined, notes, () =>
    Promise.resolve({
      ours: weighAll(loadedWith(nodeEntry)),
      parts: {
        'with a register open': weighAll(loadedWith(nodeEntry, nodeFileOf('core'), nodeFileOf('features'))),
        'in a browser': weighAll(['dist/extension.js']),
        'command line': weighAll(['dist/cli.js']),
      },
      peers: {},
      registers: {},
    }));
}
