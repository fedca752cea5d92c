import path from 'node:path';
import esbuild from 'esbuild';
import { globSync } from 'tinyglobby';
import { root } from '../../scripts/support/run.mjs';

/** Bundles the tests that run inside VS Code into out/test/vscode/, whose folders are those of test/vscode/. */
export async function bundleTests() {
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: globSync(['test/vscode/**/index.ts', 'test/vscode/**/*.test.ts'], { cwd: root }),
    outbase: 'test/vscode',
    outdir: 'out/test/vscode',
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}

/** The bundled entry of a suite: `main` runs in a trusted workspace, `restricted` in Restricted Mode, `beside` with the YAML extension. */
export function entryOf(suite) {
  return path.join(root, 'out/test/vscode', suite === 'main' ? '' : suite, 'index.js');
}

/** The folder that the tests open, or rather a copy of it. */
export const workspace = path.join(root, 'test/vscode/workspace');

/** What stands in for the YAML extension. */
export const yamlExtension = path.join(root, 'test/vscode/beside/yaml-extension');
