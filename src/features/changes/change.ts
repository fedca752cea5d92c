import type { RegisterCheck } from '../../core/check';
import type { Fix } from '../../core/findings/finding';
import type { FixContext, ReportedEdit, ReportedFix } from '../../core/fixes/context';
import { groupBy } from '../../core/collections/group-by';
import { say, type Sentence } from '../../core/text/sentence';

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

/** What is known of a register as it stands, for the questions before a change. It holds until the next edit. */
export function knownOf(check: Pick<RegisterCheck, 'changes'>, path?: string): FixContext | undefined {
  let known: FixContext | undefined;
  check.changes(context => {
    known = context;
    return [];
  }, path);
  return known;
}

/** Several changes as one; what the first of them that can't be made says, if there is one. */
export function together(title: string, changes: readonly Change[]): Change {
  const refused = changes.find(change => 'problem' in change);
  const edits = changes.flatMap(change => 'problem' in change ? [] : change.edits);
  return refused ?? { title, edits: [...groupBy(edits, ({ at }) => at.segment).values()].flatMap(joined), safe: false };
}

/** Edits of one segment, with what is inserted at one place as one edit: nobody else has to know which comes first. */
function joined(edits: readonly ReportedEdit[]): ReportedEdit[] {
  const insertions = groupBy(edits, ({ at }) => at.start === at.end ? at.start : undefined);
  return [
    ...edits.filter(({ at }) => at.start < at.end),
    ...[...insertions.values()].map(each => ({ at: each[0]!.at, newText: each.map(({ newText }) => newText).join('') })),
  ];
}
