import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { cache, root } from './bundles';
import type { Peer } from './workers/peer';

/** What is compared with but isn't needed to build or test, in exact versions. */
const packages = { 'yaml-language-server': '2.0.0', 'js-yaml': '4.3.2' } as const;

/** A program that is compared with. */
export interface Contender {
  readonly peer: Peer;
  /** Its name in the report. */
  readonly name: string;
  readonly location: string;
}

interface Programs {
  readonly runNpm: (args: readonly string[], options: { readonly cwd?: string; readonly quiet?: boolean }) => Promise<void>;
  readonly runNode: (args: readonly string[], options: { readonly quiet?: boolean }) => Promise<void>;
}

async function programs(): Promise<Programs> {
  return await import(pathToFileURL(path.join(root, 'scripts/support/run.mjs')).href) as Programs;
}

/** Builds dist/ anew. */
export async function buildExtension(): Promise<void> {
  const { runNode } = await programs();
  await runNode(['scripts/build.mjs'], { quiet: true });
}

/** What can be compared with here; what can't be installed is left out, with a sentence. */
export async function contenders(yamlBundle: string, notes: string[]): Promise<Contender[]> {
  const project = path.join(root, 'package.json');
  const yamlVersion = versionOf(path.join(root, 'node_modules/yaml'))!;
  const found: Contender[] = [
    { peer: 'yaml', name: `yaml ${yamlVersion} parseDocument`, location: project },
    { peer: 'yaml browser', name: `yaml ${yamlVersion}, browser build, unique keys unchecked`, location: yamlBundle },
    { peer: 'JSON.parse', name: 'JSON.parse of the same data', location: project },
  ];
  const folder = path.join(cache, 'peers');
  try {
    await install(folder);
    const location = path.join(folder, 'package.json');
    return [
      { peer: 'yaml-language-server', name: `yaml-language-server ${packages['yaml-language-server']}`, location },
      ...found,
      { peer: 'js-yaml', name: `js-yaml ${packages['js-yaml']} load`, location },
    ];
  } catch {
    notes.push('yaml-language-server and js-yaml could not be installed by npm, so they are left out.');
    return found;
  }
}

async function install(folder: string): Promise<void> {
  if (Object.entries(packages).every(([name, version]) => versionOf(path.join(folder, 'node_modules', name)) === version)) {
    return;
  }
  console.error('Installing what is compared with …');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: packages }));
  const { runNpm } = await programs();
  await runNpm([
    'install', '--prefix', folder, '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error',
    // Without a network it should say so soon.
    '--fetch-retries=1', '--fetch-timeout=60000',
  ], { cwd: folder, quiet: true });
}

function versionOf(folder: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }).version;
  } catch {
    return undefined;
  }
}
