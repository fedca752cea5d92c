import { normalize } from '../register/identifier';
import type { Assignment } from '../register/model';
import { Multimap } from '../collections/multimap';
import type { RootKey } from '../reading/read-segment';
import type { RunContext } from '../rule-runner';
import type { Pool } from '../subjects/pool';
import type { RegisterFile } from '../register/register-file';
import type { Subjects } from '../subjects/subjects';
import type { Place, Segment } from '../document/segment';
import { nameFormsOf } from './name-forms';

/** What a fix may know beside what its rule saw: it is made when somebody asks for it, so it may look at everything. */
export interface FixContext extends RunContext {
  /** All pools of the register. */
  readonly pools: readonly Pool[];
  /** The files of the register, the main one first. */
  readonly files: readonly RegisterFile[];
  /** The file from which the fix is asked for. */
  readonly here: RegisterFile;
  /** The ids of all pools as they are written, by what they are compared by. */
  readonly poolIds: ReadonlyMap<string, string>;
  /** The assignments that can take part in rules across entries, in order, by what addresses their names may give. */
  readonly assignmentsByNameForm: Pick<Multimap<string, Assignment>, 'get'>;
  /** The keys of the register's main file in order, and whether a list stands below each in segments of its own; none in a plain list. */
  readonly keys: readonly (RootKey & { readonly segment: Segment; readonly hasItems: boolean })[];
}

/** What fixes know of a register that has been checked, put in order when it is first needed. */
export function makeFixContext(context: RunContext, subjects: Subjects, files: readonly RegisterFile[], here: RegisterFile): FixContext {
  let pools: readonly Pool[] | undefined;
  let poolIds: FixContext['poolIds'] | undefined;
  let assignmentsByNameForm: FixContext['assignmentsByNameForm'] | undefined;
  let keys: FixContext['keys'] | undefined;
  return {
    ...context,
    files,
    here,
    get pools() {
      return pools ??= subjects.pools;
    },
    get poolIds() {
      return poolIds ??= new Map(this.pools.map(({ id }) => [normalize(id), id]));
    },
    get assignmentsByNameForm() {
      return assignmentsByNameForm ??= byNameForm(context.inOrder([...subjects.licenseTypes].flatMap(({ pools: ofType, outsidePools }) => [...[...ofType].flatMap(pool => [...pool.seats.holders]), ...outsidePools])));
    },
    get keys() {
      return keys ??= files[0]!.keys();
    },
  };
}

function byNameForm(assignments: readonly Assignment[]): Multimap<string, Assignment> {
  const index = new Multimap<string, Assignment>();
  for (const assignment of assignments) {
    nameFormsOf(assignment).forEach(form => index.add(form, assignment));
  }
  return index;
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
