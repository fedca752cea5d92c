import type { SectionKey } from '../register/fields';
import { appendWritten } from './append-entries';
import type { FixContext, ReportedFix } from './context';
import type { NewPair } from './mapping-text';
import { literal } from './snippet';

/**
 * Adds an entry behind those of a section in the register's main file, in a section of its own where there is none.
 * @param pairs its keys with their values, parts of a snippet
 * @returns no fix where the register is a plain list, or the section is written in a form that leaves no place
 */
export function addEntry(title: string, section: SectionKey, pairs: readonly NewPair[], { files }: FixContext): ReportedFix[] {
  const edit = appendWritten(section, files[0]!, () => [pairs], literal);
  return 'problem' in edit ? [] : [{ title, edits: [{ ...edit, isSnippet: true }], safe: false }];
}
