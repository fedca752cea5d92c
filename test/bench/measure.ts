import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache, root, type Bundles } from './bundles';
import type { Contender } from './contenders';
import { planEdits, scenarios, zones, type Scenario } from './edits';
import { callOnce, timeProgram, Worker } from './processes';
import { makeRegister, registerKinds, type Register, type RegisterKind } from './registers';
import type { Measure, Measurement, Measurements } from './report';
import { summarize, summarizeEvenly, type Summary } from './statistics';
import type { ActivationRequest } from './workers/activation';
import type { CheckRequest, KeystrokeFigures, KeystrokeRequest, MemoryFigures, OpenFigures } from './workers/core';
import type { LoadRequest } from './workers/peer';

export const longestStretch = 'longest slice';
export const freshCore = 'core in a fresh process, with loading it';
export const freshCli = 'command line, with the start of Node';

/** How long one subject may be measured at one size; at least one run is done. */
const millisecondsEach = 8000;

export interface Circumstances {
  readonly bundles: Bundles;
  readonly contenders: readonly Contender[];
  readonly kinds: readonly RegisterKind[];
  readonly seed: number;
  readonly notes: string[];
}

/** Registers of one size, written to files when they are first needed. */
export class RegisterFiles {
  readonly #made = new Map<RegisterKind, Register>();

  constructor(readonly size: number, private readonly seed: number) {}

  get(kind: RegisterKind): Register {
    let register = this.#made.get(kind);
    if (!register) {
      register = makeRegister(kind, this.size, this.seed);
      writeFileSync(this.file(kind), register.text);
      writeFileSync(this.jsonFile(kind), register.json);
      this.#made.set(kind, register);
    }
    return register;
  }

  /** The file that `get` writes. */
  file(kind: RegisterKind): string {
    return path.join(cache, `${kind}-${this.size}.license-register.yaml`);
  }

  jsonFile(kind: RegisterKind): string {
    return path.join(cache, `${kind}-${this.size}.json`);
  }
}

/** Takes the measures of one size. What fails is left out, with a sentence. */
export async function measureSize(files: RegisterFiles, wanted: ReadonlySet<Measure>, circumstances: Circumstances): Promise<Measurements> {
  const measurements: Measurements = {};
  const take = async (measure: Measure, work: () => Promise<Measurement>) => {
    if (wanted.has(measure)) {
      console.error(`${measure}, ${files.size} entries …`);
      try {
        measurements[measure] = await work();
      } catch (error) {
        circumstances.notes.push(`${measure} at ${files.size} entries could not be measured: ${String(error)}`);
      }
    }
  };
  for (const kind of circumstances.kinds) {
    files.get(kind);
  }
  await take('open', () => measureOpen(files, circumstances));
  const peers = wanted.has('wholeCheck') || wanted.has('memoryMB') || wanted.has('keystroke')
    ? await measureWholeChecks(files, wanted.has('wholeCheck'), circumstances)
    : undefined;
  await take('wholeCheck', () => Promise.resolve({ ...peers!.wholeCheck!, peers: peers!.times }));
  await take('keystroke', () => measureKeystrokes(files, circumstances, peers!.times));
  await take('memoryMB', () => measureMemory(files, circumstances, peers!.heaps, measurements.keystroke));
  return measurements;
}
