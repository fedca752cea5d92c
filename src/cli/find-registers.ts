import { readdir, type Dirent } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';

import type { FileSystemAdapter } from 'tinyglobby';
// Its module form asks for `import.meta.url`, which a bundle in CommonJS does not have.
// eslint-disable-next-line @typescript-eslint/no-require-imports
import tinyglobby = require('tinyglobby');

import { registerFileGlobs } from '../core/register/register-files';
import { byPath } from './by-path';
import { reasonOf } from './read-text';
import { quoted } from './wording';

/** A register to check. */
export interface FoundRegister {
  /** As it is shown: relative to the current folder, with forward slashes. */
  readonly path: string;
  /** Where it lies; undefined when it comes from standard input. */
  readonly location: string | undefined;
}

/** What the paths of the command line lead to. */
export interface SearchResult {
  /** In the order of their paths, each once. */
  readonly registers: readonly FoundRegister[];
  /** What is worth knowing but no failure: folders without registers. */
  readonly notices: readonly string[];
  /** What could not be found or searched. */
  readonly problems: readonly string[];
}

/** How standard input is shown when it has no name. */
export const stdinPath = '<stdin>';

const neverSearched = ['**/.git/**', '**/node_modules/**'];

/**
 * The registers that `paths` name: files, folders, globs, and `-` for standard input, which is shown as
 * `stdinFilename`. Without paths, those below the current folder.
 */
export async function findRegisters(
  paths: readonly string[],
  cwd: string,
  stdinFilename: string | undefined,
): Promise<SearchResult> {
  const search = new Search(cwd);
  if (paths.includes('-')) {
    await search.addStdin(stdinFilename);
  }
  for (const named of paths.length === 0 ? ['.'] : new Set(paths)) {
    if (named !== '-') {
      await search.addNamed(named);
    }
  }
  return search.result();
}

class Search {
  // By the file itself, so that one that is reached by two ways or through a link is checked once.
  private readonly registers = new Map<string, FoundRegister>();
  private readonly notices: string[] = [];
  private readonly problems = new Set<string>();

  constructor(private readonly cwd: string) {}

  /** Has to come first: what an editor holds of a file stands for what the disk has of it. */
  async addStdin(filename: string | undefined): Promise<void> {
    if (filename === undefined) {
      this.registers.set('-', { path: stdinPath, location: undefined });
    } else {
      const location = path.resolve(this.cwd, filename);
      this.registers.set(await fileItself(location), { path: this.shown(location), location: undefined });
    }
  }

  async addNamed(named: string): Promise<void> {
    const location = path.resolve(this.cwd, named);
    let isDirectory: boolean;
    try {
      isDirectory = (await stat(location)).isDirectory();
    } catch (error) {
      // What exists under this very name is meant, even where the name looks like a pattern.
      if (tinyglobby.isDynamicPattern(withForwardSlashes(named))) {
        return this.addMatches(named);
      }
      this.problems.add(`${quoted(named)} ${reasonOf(error)}`);
      return;
    }
    await (isDirectory ? this.addFolder(location) : this.addFile(location));
  }

  result(): SearchResult {
    const registers = [...this.registers.values()].sort(byPath);
    return { registers, notices: this.notices, problems: [...this.problems] };
  }

  private async addFolder(folder: string): Promise<void> {
    if (!(await this.addFilesBelow(folder, registerFileGlobs))) {
      const where = folder === this.cwd ? 'the current folder' : quoted(this.shown(folder));
      this.notices.push(
        `There are no registers below ${where}: they are named license-register.yaml or *.license-register.yaml ` +
          '(or .yml). To check a file of another name, name it.',
      );
    }
  }

  private async addMatches(pattern: string): Promise<void> {
    const { folder, rest } = await splitPattern(this.cwd, pattern);
    if (!(await this.addFilesBelow(folder, [rest]))) {
      this.problems.add(
        `${quoted(pattern)} matches no file. Check how it is written, and the folder that you start from.`,
      );
    }
  }

  /** Whether there is anything to tell: files, or folders that can't be read. */
  private async addFilesBelow(folder: string, patterns: readonly string[]): Promise<boolean> {
    let told = false;
    const files = await tinyglobby.glob(patterns, {
      cwd: folder,
      dot: true,
      expandDirectories: false,
      followSymbolicLinks: false,
      ignore: neverSearched,
      fs: readingFolders((unreadable, error) => {
        told = true;
        this.problems.add(`The folder ${quoted(this.shown(unreadable))} ${reasonOf(error)}`);
      }),
    });
    for (const file of files) {
      await this.addFile(path.join(folder, file));
    }
    return told || files.length > 0;
  }

  private async addFile(location: string): Promise<void> {
    const itself = await fileItself(location);
    if (!this.registers.has(itself)) {
      this.registers.set(itself, { path: this.shown(location), location });
    }
  }

  private shown(location: string): string {
    return shownPath(this.cwd, location);
  }
}

/** How a file or folder is shown: relative to the current folder, with forward slashes. */
export function shownPath(cwd: string, location: string): string {
  return withForwardSlashes(path.relative(cwd, location)) || '.';
}

/** Tells of folders that can't be read; left to itself, the search would pass over them in silence. */
function readingFolders(tell: (folder: string, error: Error) => void): FileSystemAdapter {
  const reading = (
    folder: string,
    options: { withFileTypes: true },
    done: (error: Error | null, entries: Dirent[]) => void,
  ): void =>
    readdir(folder, options, (error, entries) => {
      // A folder that is gone by now, or that a pattern guessed at, holds no register.
      if (error && error.code !== 'ENOENT') {
        tell(folder, error);
      }
      done(error, entries);
    });
  return { readdir: reading as typeof readdir };
}

/** Where the file lies behind all links; a file that does not exist stands for itself. */
function fileItself(location: string): Promise<string> {
  return realpath(location).catch(() => location);
}

// Where the system separates with backslashes, they separate in patterns too and escape nothing.
function withForwardSlashes(text: string): string {
  return path.sep === '\\' ? text.replaceAll('\\', '/') : text;
}

/**
 * Splits a pattern into the folder it starts from and what is searched there, so that folders outside the
 * current one, drives, and folders with brackets in their names need no care further on.
 */
async function splitPattern(cwd: string, pattern: string): Promise<{ folder: string; rest: string }> {
  const slashed = withForwardSlashes(pattern);
  const root = path.isAbsolute(slashed) ? path.parse(slashed).root : '';
  const parts = slashed.slice(root.length).split('/');
  let folder = root || cwd;
  while (parts.length > 1 && !/[*?]/.test(parts[0]!) && (await isFolder(path.join(folder, parts[0]!)))) {
    folder = path.join(folder, parts.shift()!);
  }
  return { folder, rest: parts.join('/') };
}

function isFolder(location: string): Promise<boolean> {
  return stat(location).then(
    found => found.isDirectory(),
    () => false,
  );
}
