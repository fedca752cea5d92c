/** Work in small steps, so that whoever waits for it can do other things in between. */
export type Steps<Result> = Generator<void, Result>;

/** So many rows are read in one step. */
export const stepRows = 256;

/** Does all steps in one go. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) {
      return step.value;
    }
  }
}

/** After how long steps give way, in milliseconds: one may take as long again, and so may collecting garbage. */
const longestSlice = 10;

/**
 * Does all steps in slices.
 * @param breathe lets others work; awaited between two slices
 */
export async function finishInSlices<Result>(steps: Steps<Result>, breathe: () => Promise<void>): Promise<Result> {
  for (;;) {
    const until = performance.now() + longestSlice;
    do {
      const step = steps.next();
      if (step.done) {
        return step.value;
      }
    } while (performance.now() < until);
    await breathe();
  }
}
