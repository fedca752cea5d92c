import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { CheckOptions } from '../core/check';
import { checkWithIncluded, mainPath, type IncludedFiles } from '../core/register/inclusion';
import { checkWithExports } from '../exchange/exports/bring-exports';
import type { Dependencies } from './dependencies';
import { exportFilesOf } from './export-files';
import { faultSentence } from './fault-sentence';
import { shownPath, stdinPath, type FoundRegister } from './find-registers';
import { includedFilesOf } from './included-files';
import type { Io } from './io';
import { decodeText, reasonOf } from './read-text';
import { quoted } from './wording';

/** A register that was read and checked, with the files that it includes and the exports that it names. */
export interface OpenedRegister {
  readonly check: ReturnType<Dependencies['createCheck']>;
  /** The text of each file by its path in the check. */
  readonly texts: Map<string, string>;
  /** Checks again what was edited, with the texts of files as they are in `texts`. */
  readonly checkAgain: () => Promise<void>;
  /** Where a file lies; undefined for standard input. */
  readonly locationOf: (path: string) => string | undefined;
  /** The name under which a file is shown: relative to the current folder, with forward slashes. */
  readonly shownAs: (path: string) => string;
}

/** Reads a register with what it includes, checks it and gives what `use` makes of it, or says in a sentence why that can't be done. */
export async function openRegister<Result extends object>(
  register: FoundRegister,
  options: CheckOptions,
  io: Io,
  dependencies: Dependencies,
  use: (opened: OpenedRegister) => Result | Promise<Result>,
): Promise<Result | { readonly problem: string }> {
  const name = register.path === stdinPath ? 'Standard input' : quoted(register.path);
  let bytes: Uint8Array;
  try {
    bytes = await (register.location === undefined ? io.readStdin() : readFile(register.location));
  } catch (error) {
    return { problem: `${name} ${reasonOf(error)}` };
  }
  const decoded = decodeText(bytes);
  if ('problem' in decoded) {
    return { problem: `${name} ${decoded.problem}` };
  }
  try {
    return await use(await checkText(register, decoded.text, options, io.cwd, dependencies));
  } catch (error) {
    return { problem: faultSentence(`${name} could not be checked`, error, io.env) };
  }
}

async function checkText(
  { path: shown, location }: FoundRegister,
  text: string,
  options: CheckOptions,
  cwd: string,
  dependencies: Dependencies,
): Promise<OpenedRegister> {
  const check = dependencies.createCheck(text, options);
  const texts = new Map([[mainPath, text]]);
  const main = location ?? path.resolve(cwd, shown);
  const files = includedFilesOf(main);
  const known: IncludedFiles = {
    find: (from, glob) => files.find(from, glob),
    read: async included => {
      const read = texts.get(included) ?? (await files.read(included));
      if (typeof read === 'string') {
        texts.set(included, read);
      }
      return read;
    },
  };
  const checkAgain = async () => {
    await checkWithIncluded(check, known);
    await checkWithExports(check, exportFilesOf(main));
  };
  await checkAgain();
  return {
    check,
    texts,
    checkAgain,
    locationOf: each => (each === mainPath ? location : each),
    shownAs: each => (each === mainPath ? shown : shownPath(cwd, each)),
  };
}
