import type { Day } from '../../../src/core/calendar';
import type { Assignment } from '../../../src/core/register/model';

export interface AssignmentParts {
  readonly holder: string;
  readonly assigned: Day;
  readonly ended?: Day | undefined;
  readonly reason?: string | undefined;
  readonly seat?: string | undefined;
  readonly temporaryFor?: string | undefined;
}

/** An assignment with nothing but what says who holds it, and when. */
export function assignmentOf({ holder, ...parts }: AssignmentParts): Assignment {
  const leaves = Object.entries({ email: holder, ...parts }).filter(([, value]) => value !== undefined).map(([key, value]) => [key, { value }]);
  return { entryKind: 'assignment', unusable: [], ...Object.fromEntries(leaves) as object } as unknown as Assignment;
}
