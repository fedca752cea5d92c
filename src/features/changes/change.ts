import type { RegisterCheck } from '../../core/check';
import type { Fix } from '../../core/finding';
import type { FixContext, ReportedEdit, ReportedFix } from '../../core/fixes/context';
import { say, type Sentence } from '../../core/sentence';

/** Why a change can't be made, in a sentence. */
export interface Refusal {
  readonly problem: Sentence;
}

/** A change of a register that somebody asks for: all of its edits belong together. Or why it can't be made. */
export type Change = ReportedFix | Refusal;

/**
 * Makes a change of a register as it stands.
 * @param path the file from which it is asked for: edits without a path are in it
 */
export function makeChange(check: Pick<RegisterCheck, 'changes'>, change: (context: FixContext) => Change, path?: string): Fix | Refusal {
  let refusal: Refusal = { problem: say`The register has changed meanwhile, so nothing was written: try it again.` };
  const [fix] = check.changes(context => {
    const made = change(context);
    if ('problem' in made) {
      refusal = made;
      return [];
    }
    return [made];
  }, path);
  return fix ?? refusal;
}

/** Several changes as one; what the first of them that can't be made says, if there is one. */
export function together(title: string, changes: readonly Change[]): Change {
  const edits: ReportedEdit[] = [];
  for (const change of changes) {
    if ('problem' in change) {
      return change;
    }
    for (const edit of change.edits) {
      addTo(edits, edit);
    }
  }
  return { title, edits, safe: false };
}

/** Adds an edit; behind one that inserts at the same place, so that nobody has to know which comes first. */
function addTo(edits: ReportedEdit[], { at, newText }: ReportedEdit): void {
  const same = at.start === at.end ? edits.findIndex(each => each.at.segment === at.segment && each.at.start === at.start && each.at.end === at.end) : -1;
  if (same < 0) {
    edits.push({ at, newText });
  } else {
    edits[same] = { at, newText: edits[same]!.newText + newText };
  }
}
