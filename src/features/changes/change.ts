import type { RegisterCheck } from '../../core/check';
import type { FixEdit } from '../../core/findings/finding';
import type { FixContext, ReportedEdit } from '../../core/fixes/context';
import { groupBy } from '../../core/collections/group-by';
import { say, type Sentence } from '../../core/text/sentence';

/** Why a change can't be made, in a sentence. */
export interface Refusal {
  readonly problem: Sentence;
}

/** A change of a register that somebody asks for: all of its edits belong together. Or why it can't be made. */
export type Change = { readonly edits: readonly ReportedEdit[] } | Refusal;

/** The edits of a change, in the coordinates of the register as it stands. */
export interface Edits {
  readonly edits: readonly FixEdit[];
}

/**
 * Makes a change of a register as it stands.
 * @param path the file from which it is asked for: edits without a path are in it
 */
export function makeChange(check: Pick<RegisterCheck, 'change'>, change: (context: FixContext) => Change, path?: string): Edits | Refusal {
  let refusal: Refusal = { problem: say`The register has changed meanwhile, so nothing was written: try it again.` };
  const edits = check.change(context => {
    const made = change(context);
    if ('problem' in made) {
      refusal = made;
      return undefined;
    }
    return made.edits;
  }, path);
  return edits ? { edits } : refusal;
}

/** What is known of a register as it stands, for the questions before a change. It holds until the next edit. */
export function knownOf(check: Pick<RegisterCheck, 'change'>, path?: string): FixContext | undefined {
  let known: FixContext | undefined;
  check.change(context => {
    known = context;
    return undefined;
  }, path);
  return known;
}

/** Several changes as one; what the first of them that can't be made says, if there is one. */
export function together(changes: readonly Change[]): Change {
  const refused = changes.find(change => 'problem' in change);
  const edits = changes.flatMap(change => 'problem' in change ? [] : change.edits);
  return refused ?? { edits: [...groupBy(edits, ({ at }) => at.segment).values()].flatMap(joined) };
}

/** Edits of one segment, with what is inserted at one place as one edit: nobody else has to know which comes first. */
function joined(edits: readonly ReportedEdit[]): ReportedEdit[] {
  const insertions = groupBy(edits, ({ at }) => at.start === at.end ? at.start : undefined);
  return [
    ...edits.filter(({ at }) => at.start < at.end),
    ...[...insertions.values()].map(each => ({ at: each[0]!.at, newText: each.map(({ newText }) => newText).join('') })),
  ];
}
