import { isGiven, type Assignment } from '../register/model';
import { addBlanks } from './add-keys';
import type { ReportedFix } from './context';

/** Ends an assignment, on a day and for a reason to fill in. @param who of whom the title speaks, where the finding stands elsewhere */
export function endAssignment(assignment: Assignment, who?: string): ReportedFix[] {
  if (isGiven(assignment, 'ended')) {
    return [];
  }
  const keys = isGiven(assignment, 'reason') ? ['ended'] : ['ended', 'reason'];
  return addBlanks(assignment, keys, who === undefined ? 'End this assignment' : `End the assignment of${who}`);
}
