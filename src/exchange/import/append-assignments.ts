import { appendEntries, type Unwritable } from '../../core/fixes/append-entries';
import { editsOf } from '../../core/findings/findings';
import { readRegisterFile } from '../../core/reading/read-register';
import type { TextEdit } from '../../core/text/text';
import { writtenKeys, type AssignmentValues } from './plan-import';

/**
 * The one edit that appends assignments to a register, written as it writes its own.
 * @returns a predicate that follows the register's name in a sentence where there is no safe place
 */
export function appendAssignments(register: string, assignments: readonly AssignmentValues[]): TextEdit | Unwritable {
  const file = readRegisterFile(register);
  const edit = appendEntries('assignments', assignments.map(values => Object.fromEntries(writtenKeys.map(key => [key, values[key]]))), file);
  return 'problem' in edit ? edit : editsOf([edit], file.document.segments)![0]!;
}
