import { safeEdits } from '../core/fixes/safe-edits';
import { withEditsFromEnd } from '../core/text/text';
import type { Dependencies } from './dependencies';

/** A fix may bring up what another mends, but not without end. */
const mostRounds = 10;

/**
 * Makes all safe fixes in the files of a register, again until none is left.
 * @param texts of the files by their paths; they are replaced
 * @param checkAgain brings the check up to date
 * @returns how many fixes were made in each file that has any
 */
export async function fixAll(
  check: ReturnType<Dependencies['createCheck']>,
  texts: Map<string, string>,
  checkAgain: () => Promise<unknown>,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (let round = 0; round < mostRounds; round++) {
    const found = check
      .paths()
      .map(path => ({ path, ...safeEdits(check.findings(path), finding => check.safeFixes(finding)) }))
      .filter(({ fixes }) => fixes > 0);
    if (found.length === 0) {
      break;
    }
    for (const { path, edits, fixes } of found) {
      check.update(edits, path);
      texts.set(path, withEditsFromEnd(texts.get(path)!, edits));
      counts.set(path, (counts.get(path) ?? 0) + fixes);
    }
    await checkAgain();
  }
  return counts;
}
