import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { nodeFileOf } from './node-bundle';

export const root = path.resolve(__dirname, '../..');
/** Git ignores it, and `npm ci` clears it. */
export const cache = path.join(root, 'node_modules/.cache/exchange-license-register-bench');

export interface Bundles {
  /** The core as Node loads it when a register opens. */
  readonly core: string;
  /** The same with names that a profile can show. */
  readonly readableCore: string;
  readonly yaml: string;
  readonly coreWorker: string;
  readonly peerWorker: string;
  readonly activationWorker: string;
  readonly reportCpu: string;
}

/** Names what is measured of what scripts/build.mjs has built, and bundles what is measured beside it and what measures. */
export async function makeBundles(): Promise<Bundles> {
  mkdirSync(cache, { recursive: true });
  const shared: BuildOptions = { absWorkingDir: root, bundle: true, format: 'cjs', target: 'es2022', logLevel: 'warning' };
  const make = async (name: string, options: BuildOptions) => {
    const outfile = path.join(cache, `${name}.cjs`);
    await build({ ...shared, ...options, outfile });
    return outfile;
  };
  const stdin = (contents: string) => ({ contents, resolveDir: root, loader: 'ts' as const });
  const worker = (name: string) => make(name, { entryPoints: [`test/bench/workers/${name}.ts`], platform: 'node' });
  return {
    core: nodeFileOf('core'),
    readableCore: await make('bundled-core-readable', { entryPoints: ['src/core/index.ts'], platform: 'browser', sourcemap: 'inline' }),
    yaml: await make('bundled-yaml', { stdin: stdin("export * from 'yaml';"), platform: 'browser', minify: true }),
    coreWorker: await worker('core'),
    peerWorker: await worker('peer'),
    activationWorker: await worker('activation'),
    reportCpu: await worker('report-cpu'),
  };
}
