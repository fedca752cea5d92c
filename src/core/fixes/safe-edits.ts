import type { Finding, Fix } from '../findings/finding';
import type { Position, TextEdit } from '../text/text';

/** What mends findings of a file unasked. */
export interface SafeEdits {
  /** From the end of the text to its start, so that each holds in the text after the ones before it. */
  readonly edits: readonly TextEdit[];
  /** How many fixes they are. */
  readonly fixes: number;
}

/**
 * The edits of all safe fixes of findings. Of fixes that meet only the first is in it: the others hold no more once
 * it is made, and come again with the next check.
 */
export function safeEdits(findings: readonly Finding[], safeFixesOf: (finding: Finding) => readonly Fix[]): SafeEdits {
  const spans = findings
    .flatMap(finding => safeFixesOf(finding)[0] ?? [])
    .map(({ edits }) => edits.toSorted((a, b) => compare(a.range.start, b.range.start)))
    .filter(edits => edits.length > 0)
    .sort(([a], [b]) => compare(a!.range.start, b!.range.start));
  const accepted: (readonly TextEdit[])[] = [];
  let last: readonly TextEdit[] | undefined;
  for (const edits of spans) {
    if (!last || isBehind(edits, last)) {
      accepted.push(edits);
      last = edits;
    }
  }
  return { edits: accepted.flat().reverse(), fixes: accepted.length };
}

/** Whether edits start where the others have ended; one that only inserts may not touch them either. */
function isBehind([first]: readonly TextEdit[], others: readonly TextEdit[]): boolean {
  const { range } = others.at(-1)!;
  const distance = compare(first!.range.start, range.end);
  const isInsertion = ({ start, end }: TextEdit['range']) => compare(start, end) === 0;
  return distance > 0 || (distance === 0 && !isInsertion(first!.range) && !isInsertion(range));
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
