#!/usr/bin/env node
// node scripts/build.mjs [--dev] [--watch]: bundles the extension and the command line into dist/.
import { chmodSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';
import { root, runNode } from './support/run.mjs';

const { values: options } = parseArgs({
  options: { dev: { type: 'boolean', default: false }, watch: { type: 'boolean', default: false } },
});
const dev = options.dev || options.watch;
const splitFolder = path.join(root, 'dist/node');

/** @type {esbuild.BuildOptions} */
const shared = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  minify: !dev,
  sourcemap: dev,
  metafile: true,
  logLevel: 'warning',
};

/** @type {esbuild.BuildOptions} */
const extension = {
  ...shared,
  entryPoints: ['src/extension.ts'],
  external: ['vscode'],
  // For browsers although Node loads it too: a module of Node that slips into the extension fails the build.
  platform: 'browser',
};

// esbuild splits modules alone, but VS Code loads them in another way than all else it loads: each becomes CommonJS.
/** @type {esbuild.Plugin} */
const asCommonJS = {
  name: 'as CommonJS',
  setup(build) {
    build.onEnd(async ({ outputFiles = [], errors }) => {
      if (errors.length > 0) {
        return;
      }
      const files = await Promise.all(outputFiles.map(async ({ path: file, text }) => {
        const { code } = await esbuild.transform(text, {
          format: 'cjs',
          target: shared.target,
          supported: { 'dynamic-import': false },
          minify: shared.minify,
          sourcemap: dev && 'inline',
          sourcefile: file,
          // Getters, by which esbuild exports, cost a whole check about a tenth of its time; no export changes.
          footer: 'module.exports={...module.exports};',
        });
        return { file, code };
      }));
      // Names tell what files are made of: those of former builds would stay.
      rmSync(splitFolder, { recursive: true, force: true });
      mkdirSync(splitFolder, { recursive: true });
      for (const { file, code } of files) {
        writeFileSync(file, code);
      }
    });
  },
};

/** @type {esbuild.BuildOptions[]} */
const bundles = [
  // VS Code in a browser loads one file.
  { ...extension, outfile: 'dist/extension.js' },
  // Node loads what is needed, when it is.
  { ...extension, format: 'esm', splitting: true, outdir: splitFolder, chunkNames: '[name]-[hash]', sourcemap: dev && 'inline', write: false, plugins: [asCommonJS] },
  {
    ...shared,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    platform: 'node',
    // The package's build for Node reads process.env for every token.
    alias: { yaml: path.join(path.dirname(createRequire(import.meta.url).resolve('yaml/package.json')), 'browser/index.js') },
  },
];

await runNode(['scripts/compile-schema.mjs']);

if (options.watch) {
  let running = 0;
  // .vscode/tasks.json waits for these lines.
  const announcements = {
    name: 'announcements',
    setup(build) {
      build.onStart(() => {
        if (running === 0) {
          console.log('Build started.');
        }
        running += 1;
      });
      build.onEnd(() => {
        running -= 1;
        if (running === 0) {
          console.log('Build finished.');
        }
      });
    },
  };
  const contexts = await Promise.all(bundles.map(bundle => esbuild.context({ ...bundle, plugins: [...bundle.plugins ?? [], announcements] })));
  await Promise.all(contexts.map(context => context.watch()));
} else {
  await buildOnce();
}

async function buildOnce() {
  const results = await Promise.all(bundles.map(bundle => esbuild.build(bundle).catch(() => undefined)));
  if (results.includes(undefined)) {
    // esbuild has printed what is wrong, and where.
    process.exitCode = 1;
    return;
  }
  chmodSync(path.join(root, 'dist/cli.js'), 0o755);
  writeNotices(results.flatMap(({ metafile }) => Object.keys(metafile.inputs)));
  for (const file of ['dist/extension.js', 'dist/node/extension.js', 'dist/cli.js']) {
    console.log(`${file}: ${(statSync(path.join(root, file)).size / 1000).toFixed(1)} kB`);
  }
}

/** Writes the licenses of the bundled packages beside the bundles: they must go wherever the code goes. */
function writeNotices(inputs) {
  const folders = new Set(inputs.map(input => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]).filter(Boolean));
  const notices = [...folders].sort().map(folder => {
    const { name, version } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    const license = readdirSync(path.join(root, folder)).find(file => /^licen[cs]e/i.test(file));
    if (!license) {
      throw new Error(`The package ${name} is bundled but has no license file to pass on.`);
    }
    return `${name} ${version}\n\n${readFileSync(path.join(root, folder, license), 'utf8').trim()}\n`;
  });
  writeFileSync(path.join(root, 'dist/third-party-notices.txt'), [...notices, cmdletIndexNotice()].join('\n----\n\n'));
}

function cmdletIndexNotice() {
  const { source } = JSON.parse(readFileSync(path.join(root, 'data/exchange-cmdlets.json'), 'utf8'));
  return `data/exchange-cmdlets.json\n\nNames, versions and values of cmdlets and parameters, taken from the ${source.title} (${source.place}, ${source.date}) by Microsoft and contributors, licensed under ${source.license}.\n`;
}
