import type { RegisterCheck } from '../check';

/** The path of the file with which a register begins. */
export const mainPath = '';

/** What came of one glob under `include`. */
export interface Inclusion {
  /** The file that includes, as the caller of the check names it. */
  readonly path: string;
  readonly glob: string;
  /** `outside` where it leaves the folder that it may not leave. */
  readonly outcome: 'found' | 'nothing' | 'outside';
  /** The paths of the files that it matches. */
  readonly files: readonly string[];
  /** Files that it matches and that can't be read. */
  readonly unreadable: readonly UnreadableFile[];
}

/** A file that can't be read, and why, as the end of a sentence about it: `is not UTF-8: …`. */
export interface UnreadableFile {
  readonly name: string;
  readonly reason: string;
}

/** Where included files are found. Paths are names that it chooses; the main file's is `mainPath`. */
export interface IncludedFiles {
  /** The files that a glob of a file matches, but for that file, in a fixed order. */
  find(from: string, glob: string): Promise<readonly string[] | 'outside'>;
  read(path: string): Promise<string | UnreadableFile>;
}

/**
 * Brings the files into a check that its files include, as far as it knows them by now.
 * @returns whether that brought anything new, so that `work` is to be called, and then this again: what was brought
 *   in may include more
 */
export async function bringIn(check: Pick<RegisterCheck, 'wanted' | 'include'>, files: IncludedFiles): Promise<boolean> {
  const inclusions: Inclusion[] = [];
  const contents = new Map<string, string | UnreadableFile>();
  for (const { path, globs } of check.wanted()) {
    for (const glob of globs) {
      const found = await files.find(path, glob);
      const matched = found === 'outside' ? [] : found;
      for (const each of matched) {
        if (!contents.has(each)) {
          contents.set(each, await files.read(each));
        }
      }
      const unreadable = matched.map(each => contents.get(each)!).filter(content => typeof content !== 'string');
      inclusions.push({ path, glob, outcome: outcomeOf(found), files: matched, unreadable });
    }
  }
  const texts = [...contents].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return check.include(inclusions, new Map(texts));
}

function outcomeOf(found: readonly string[] | 'outside'): Inclusion['outcome'] {
  if (found === 'outside') {
    return 'outside';
  }
  return found.length > 0 ? 'found' : 'nothing';
}

/** Checks a register with all that its files include. */
export async function checkWithIncluded(check: Pick<RegisterCheck, 'work' | 'wanted' | 'include'>, files: IncludedFiles): Promise<void> {
  do {
    check.work();
  } while (await bringIn(check, files));
}

/**
 * How many folders above the one it starts from a glob leads, at most; Infinity where it names a place on its own,
 * such as a drive or the root. Backslashes separate too, as on Windows.
 */
export function foldersAbove(glob: string): number {
  const parts = glob.split(/[\\/]/);
  if (parts[0] === '' || /^(?:[a-z][a-z0-9+.-]*:|~)/i.test(glob)) {
    return Infinity;
  }
  let depth = 0;
  let highest = 0;
  for (const part of parts) {
    if (part === '..') {
      depth--;
    } else if (part !== '.' && part !== '**') {
      // `**` may match no folder at all.
      depth++;
    }
    highest = Math.max(highest, -depth);
  }
  return highest;
}
