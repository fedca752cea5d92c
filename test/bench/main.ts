import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { cache, makeBundles, type Bundles } from './bundles';
import { buildExtension, contenders } from './contenders';
import { renderHotSpots } from './hot-spots';
import { keystrokeRequest, measureActivation, measureBundles, measureSize, type Circumstances } from './measure';
import { readOptions, usage, type Options } from './options';
import { callOnce, Worker } from './processes';
import { renderReadmeTable } from './readme-table';
import { RegisterFiles } from './register-files';
import type { Measurements, RegisterFacts, Report } from './report';
import { clockName } from './stopwatch';
import { renderTable } from './table';
import { compareWithTargets } from './targets';
import type { WorkProfile } from './workers/profile';

void main();

async function main(): Promise<void> {
  let options: Options;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  if (options.help) {
    console.log(usage);
    return;
  }
  console.error('Building …');
  if (options.build) {
    await buildExtension();
  }
  const bundles = await makeBundles();
  if (options.profile) {
    console.log(await profile(options, bundles));
    return;
  }
  const report = await measureAll(options, bundles);
  console.log(options.json ? JSON.stringify(report, undefined, 1) : options.readme ? renderReadmeTable(report) : `\n${renderTable(report)}`);
}

async function measureAll({ sizes, wanted, kinds, seed, peers }: Options, bundles: Bundles): Promise<Report> {
  const notes: string[] = [];
  const load = loadavg()[0]!;
  const isCompared = peers && ['keystroke', 'wholeCheck', 'memoryMB'].some(measure => wanted.has(measure as 'keystroke'));
  const circumstances: Circumstances = { bundles, kinds, seed, notes, contenders: isCompared ? await contenders(bundles.yaml, notes) : [] };
  const activation = wanted.has('activation') ? await measureActivation(circumstances) : undefined;
  const bundleKB = wanted.has('bundleKB') ? await measureBundles(circumstances) : undefined;
  const measured: Record<string, Measurements> = {};
  const registers: Record<string, RegisterFacts> = {};
  for (const size of sizes) {
    const files = new RegisterFiles(size, seed);
    registers[size] = files.facts(kinds[0]!);
    measured[size] = await measureSize(files, wanted, circumstances);
  }
  const processors = cpus();
  return {
    version: 1,
    environment: { node: process.versions.node, processors: `${processors.length} × ${processors[0]?.model.trim() ?? 'processor'}`, clock: clockName, seed, load },
    registers,
    sizes: measured,
    activation,
    bundleKB,
    targets: compareWithTargets({ sizes: measured, activation, bundleKB }),
    notes,
  };
}

/** Shows where the time of one measure goes, and leaves the profile in a file that VS Code opens. */
async function profile({ profile: measure, scenario, sizes, kinds, seed }: Options, { readableCore: bundle, coreWorker }: Bundles): Promise<string> {
  const files = new RegisterFiles(sizes[0]!, seed);
  const [kind] = kinds;
  const file = path.join(cache, `${measure}.cpuprofile`);
  const request = { bundle, file: files.text(kind!), profile: file };
  if (measure === 'open') {
    await callOnce(coreWorker, 'open', request);
  } else if (measure === 'wholeCheck') {
    const worker = new Worker(coreWorker);
    await worker.call('check', { ...request, profile: undefined, runs: 3 });
    await worker.call('check', { ...request, runs: 10 });
    worker.stop();
  } else {
    const { sequences, ...rest } = keystrokeRequest(files, kind!, bundle, seed);
    await callOnce(coreWorker, 'keystrokes', { ...rest, profile: file, sequences: sequences.filter(each => !scenario || each.scenario === scenario) });
  }
  const hotSpots = renderHotSpots(JSON.parse(readFileSync(`${file}.json`, 'utf8')) as WorkProfile);
  return `${hotSpots}\n\n${file}`;
}
