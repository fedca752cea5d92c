import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { build, type BuildOptions } from 'esbuild';

export const root = path.resolve(__dirname, '../..');
/** Git ignores it, and `npm ci` clears it. */
export const cache = path.join(root, 'node_modules/.cache/exchange-license-register-bench');

export interface Bundles {
  readonly core: string;
  /** The same with names that a profile can show. */
  readonly readableCore: string;
  readonly yaml: string;
  readonly coreWorker: string;
  readonly peerWorker: string;
  readonly activationWorker: string;
  readonly reportCpu: string;
}

/** Bundles what is measured as scripts/build.mjs bundles the extension, and what measures. */
export async function makeBundles(): Promise<Bundles> {
  mkdirSync(cache, { recursive: true });
  const shared: BuildOptions = { absWorkingDir: root, bundle: true, format: 'cjs', target: 'es2022', logLevel: 'warning' };
  const make = async (name: string, options: BuildOptions) => {
    const outfile = path.join(cache, `${name}.cjs`);
    await build({ ...shared, ...options, outfile });
    return outfile;
  };
  const stdin = (contents: string) => ({ contents, resolveDir: root, loader: 'ts' as const });
  // The extension loads the core when it is needed, which makes other code of it.
  const core = stdin("export const load = () => import('./src/core/check');");
  const worker = (name: string) => make(name, { entryPoints: [`test/bench/workers/${name}.ts`], platform: 'node' });
  return {
    core: await make('bundled-core', { stdin: core, platform: 'browser', minify: true }),
    readableCore: await make('bundled-core-readable', { stdin: core, platform: 'browser', sourcemap: 'inline' }),
    yaml: await make('bundled-yaml', { stdin: stdin("export * from 'yaml';"), platform: 'browser', minify: true }),
    coreWorker: await worker('core'),
    peerWorker: await worker('peer'),
    activationWorker: await worker('activation'),
    reportCpu: await worker('report-cpu'),
  };
}
