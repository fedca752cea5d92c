import type { Entry } from '../register/model';
import type { RootKey } from './read-segment';
import type { Place, Segment } from '../document/segment';

/** What was read of a segment, with where it stands in its file. */
export interface FileReading {
  readonly segment: Segment;
  /** The line of the file, from 0, on which the segment starts. */
  readonly line: number;
  /** The register's own keys in it, in order. */
  readonly keys: readonly RootKey[];
  /** The entries in it that count, in order. */
  readonly entries: readonly Entry[];
}

/** Where a register names other files. */
export type NamedFiles =
  /** One export of Exchange, by a path from the register's folder on. */
  | { readonly under: 'exports'; readonly value: string; readonly at: Place }
  /** A glob, with the paths of the files that it is known to match. */
  | { readonly under: 'include'; readonly value: string; readonly at: Place; readonly files: readonly string[] };
