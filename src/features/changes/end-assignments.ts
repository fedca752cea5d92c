import { formatDay, type Day } from '../../core/calendar';
import { entryFields } from '../../core/register/fields';
import type { ReportedEdit } from '../../core/fixes/context';
import { mappingWithKeyAt, writeKeys } from '../../core/fixes/mapping-text';
import { replaceScalar, textAt } from '../../core/fixes/yaml-text';
import { isGiven, type Assignment } from '../../core/register/model';
import { isBlank, pairOf } from '../../core/reading/node';
import { placeIn } from '../../core/rule';
import { quote, say, type Sentence } from '../../core/text/sentence';
import { together, type Change } from './change';

/** The end of an assignment. */
export interface End {
  readonly assignment: Assignment;
  /** The last day on which its holder is covered; its seat is free on it already. */
  readonly ended: Day;
  /** One of the words for `reason`. */
  readonly reason: string;
}

/** Ends assignments, each on its day and for its reason: all of them or none. */
export function endAssignments(ends: readonly End[]): Change {
  return together(ends.map(end));
}

function end({ assignment, ended, reason }: End): Change {
  const { segment, head } = assignment;
  if (isGiven(assignment, 'ended')) {
    return { problem: say`${faceOf(assignment)} has an end already: change it there.` };
  }
  const mapping = mappingWithKeyAt(segment, head.start);
  const edits: ReportedEdit[] = [];
  if (mapping) {
    const given = pairOf(mapping, 'reason')?.value;
    if (given?.kind === 'scalar' && !isBlank(given)) {
      edits.push(replaceScalar(placeIn(segment, given), reason));
    }
    edits.push(...writeKeys(segment, mapping, [['ended', formatDay(ended)], ['reason', reason]], Object.keys(entryFields.assignment)) ?? []);
  }
  return edits.some(({ newText }) => newText.includes(formatDay(ended)))
    ? { edits }
    : { problem: say`${faceOf(assignment)} is written in a way that leaves no place for its end, such as by an alias: write it out first.` };
}

/** An assignment as a sentence begins with it. */
function faceOf({ face }: Assignment): Sentence {
  return say`The assignment of ${quote(textAt(face))}`;
}
