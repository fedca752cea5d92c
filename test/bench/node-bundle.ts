import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(__dirname, '../../dist/node');

/** The file of the extension that Node loads first. */
export const nodeEntry = path.join(folder, 'extension.js');

/** The files of the extension that Node may load. */
export function nodeFiles(): string[] {
  return readdirSync(folder).filter(file => file.endsWith('.js')).map(file => path.join(folder, file));
}

/** The file that is loaded for what `src` imports only when it is needed, such as `core`. */
export function nodeFileOf(name: string): string {
  const file = nodeFiles().find(each => path.basename(each).startsWith(`${name}-`));
  if (!file) {
    throw new Error(`dist/node has no file for "${name}". Build the extension, or see where it is imported now.`);
  }
  return file;
}

/** These files and all that Node loads with them, in a process of its own. */
export function loadedWith(...files: readonly string[]): string[] {
  const load = `
    const Module = require('node:module');
    const load = Module._load;
    const vscode = new Proxy(function () {}, { get: (target, key) => key === 'prototype' ? target.prototype : vscode, apply: () => vscode });
    Module._load = (name, ...rest) => name === 'vscode' ? vscode : load(name, ...rest);
    process.argv.slice(1).forEach((file) => require(file));
    console.log(JSON.stringify(Object.keys(require.cache)));`;
  return JSON.parse(execFileSync(process.execPath, ['-e', load, ...files], { encoding: 'utf8' })) as string[];
}

export function kilobytesOf(file: string): number {
  return statSync(file).size / 1000;
}
