import type { Assignment } from '../model';
import type { RootKey } from '../read-segment';
import type { RunContext } from '../rule-runner';
import type { Pool } from '../pool';
import type { RegisterFile } from '../register-file';
import type { Subjects } from '../subjects';
import type { Place, Segment } from '../segment';

/** What a fix may know beside what its rule saw: it is made when somebody asks for it, so it may look at everything. */
export interface FixContext extends RunContext {
  /** All pools of the register. */
  readonly pools: readonly Pool[];
  /** The assignments that can take part in rules across entries, in order. */
  readonly assignments: readonly Assignment[];
  /** The files of the register, the main one first. */
  readonly files: readonly RegisterFile[];
  /** The file from which the fix is asked for. */
  readonly here: RegisterFile;
  /** The keys of the register's main file in order, and whether a list stands below each in segments of its own; none in a plain list. */
  readonly keys: readonly (RootKey & { readonly segment: Segment; readonly hasItems: boolean })[];
}

/** What fixes know of a register that has been checked, put in order when it is first needed. */
export function makeFixContext(context: RunContext, subjects: Subjects, files: readonly RegisterFile[], here: RegisterFile): FixContext {
  let pools: readonly Pool[] | undefined;
  let assignments: readonly Assignment[] | undefined;
  let keys: FixContext['keys'] | undefined;
  return {
    ...context,
    files,
    here,
    get pools() {
      return pools ??= subjects.pools;
    },
    get assignments() {
      return assignments ??= context.inOrder([...subjects.licenseTypes].flatMap(({ pools: ofType, outsidePools }) => [...[...ofType].flatMap(pool => [...pool.seats.holders]), ...outsidePools]));
    },
    get keys() {
      return keys ??= files[0]!.keys();
    },
  };
}

/** One replacement. */
export interface ReportedEdit {
  readonly at: Place;
  readonly newText: string;
  /** Whether the new text is a snippet with places to fill in. */
  readonly isSnippet?: boolean;
}

/** A repair as a rule gives it; see `Fix`. */
export interface ReportedFix {
  readonly title: string;
  readonly edits: readonly ReportedEdit[];
  readonly safe: boolean;
}

/** Makes the fixes of one finding. */
export type FixMaker = (context: FixContext) => readonly ReportedFix[];
