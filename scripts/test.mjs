#!/usr/bin/env node
// node scripts/test.mjs: installs what the tests need, runs all of them, and ends with the line "N passed, N failed".
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { hostRunsHere } from '../test/vscode/host/install.mjs';
import { installModules } from './support/modules.mjs';
import { exitCodeOf, root } from './support/run.mjs';

const mocha = ['node_modules/mocha/bin/mocha.js', '--forbid-only'];
const vscode = 'test/vscode/host/run.mjs';

/** What is run, each with Node's arguments. */
const steps = [
  { name: 'build', args: ['scripts/build.mjs'] },
  { name: 'lint', args: ['node_modules/eslint/bin/eslint.js', '.'] },
  { name: 'types', args: ['node_modules/typescript/bin/tsc'] },
  { name: 'unit tests', args: [...mocha, 'test/unit/**/*.test.ts'] },
  { name: 'contract tests', args: [...mocha, 'test/contract/**/*.test.ts'] },
  { name: 'fuzzing', args: [...mocha, 'test/fuzz/**/*.test.ts'] },
  ...(hostRunsHere
    ? [
        { name: 'tests in VS Code', args: [vscode, 'main'] },
        { name: 'tests in VS Code, Restricted Mode', args: [vscode, 'restricted'] },
        { name: 'tests in VS Code, beside the YAML extension', args: [vscode, 'beside'] },
        { name: 'tests in VS Code by mouse', args: [...mocha, 'test/vscode/clicks/**/*.test.mjs'] },
      ]
    : [{ name: 'tests in desktop VS Code', args: ['test/vscode/desktop.mjs'] }]),
];

const countsFile = path.join(root, 'out/test-counts.json');
const failures = [];
let passed = 0;
let failed = 0;
try {
  await installModules();
  for (const step of steps) {
    const counts = await runStep(step);
    passed += counts.passed;
    failed += counts.failed;
    if (counts.failed > 0) {
      failures.push(step.name);
    }
  }
} catch (error) {
  console.error(error.message);
  failed += 1;
}
if (failures.length > 0) {
  console.log(`\nWhat failed: ${failures.join(', ')}.`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/** Runs a step and counts its tests; one that fails in another way than by a test counts as one failure. */
async function runStep({ name, args }) {
  console.log(`\n=== ${name}`);
  rmSync(countsFile, { force: true });
  mkdirSync(path.dirname(countsFile), { recursive: true });
  const start = Date.now();
  const exitCode = await exitCodeOf(process.execPath, args, { env: { ...process.env, TEST_COUNTS: countsFile } });
  const counts = existsSync(countsFile) ? JSON.parse(readFileSync(countsFile, 'utf8')) : { passed: 0, failed: 0 };
  console.log(`=== ${name}: ${exitCode === 0 ? 'done' : 'failed'} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
  return exitCode === 0 ? counts : { ...counts, failed: Math.max(counts.failed, 1) };
}
