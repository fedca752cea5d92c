import type { NamedFiles } from '../core/reading/file-reading';
import type { Place } from '../core/document/segment';
import { withinQuotes } from './mentions';

/** A value that leads to another file. */
export interface FileLink {
  readonly at: Place;
  /** The path of a file of the register, or what is written of one that is found from the naming file's folder on. */
  readonly target: { readonly path: string } | { readonly written: string };
}

/** What leads to one file each: exports, whether they are there or not, and globs that match a single file. */
export function fileLinks(named: readonly NamedFiles[]): FileLink[] {
  return named.flatMap((each): FileLink[] => {
    const at = withinQuotes(each.at);
    if (each.under === 'exports') {
      return [{ at, target: { written: each.value } }];
    }
    const [path, ...more] = each.files;
    return path !== undefined && more.length === 0 ? [{ at, target: { path } }] : [];
  });
}
