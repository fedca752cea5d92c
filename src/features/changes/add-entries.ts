import { entryFields, sectionKinds, type SectionKey } from '../../core/register/fields';
import { appendEntries, type NewEntry } from '../../core/fixes/append-entries';
import type { FixContext } from '../../core/fixes/context';
import type { RegisterFile } from '../../core/register/register-file';
import { say } from '../../core/text/sentence';
import type { Change } from './change';

/**
 * Appends entries to a section, in the file from which that is asked for if it has the section, else in the main
 * file, else in the last one that has it. Where none has, the section begins in the main file.
 */
export function addEntries<Key extends SectionKey>(section: Key, entries: readonly NewEntry<Key>[], { files, here }: Pick<FixContext, 'files' | 'here'>): Change {
  const [main] = files;
  const file = [here, main!, ...files.toReversed()].find(each => hasSection(each, section)) ?? main!;
  const edit = appendEntries(section, entries.map(entry => inOrder(section, entry)), file);
  return 'problem' in edit ? { problem: say`The ${file === main ? 'register' : 'included file'} ${edit.problem}` } : { edits: [edit] };
}

function hasSection(file: RegisterFile, section: SectionKey): boolean {
  if (file.head?.sections.has(section)) {
    return true;
  }
  for (const segment of section === 'assignments' ? file.document.segments : []) {
    if (segment.kind === 'item' && segment.section?.key === undefined) {
      return true;
    }
  }
  return file.keys().some(({ key }) => key.source === section);
}

function inOrder<Key extends SectionKey>(section: Key, entry: NewEntry<Key>): NewEntry<Key> {
  const keys = Object.keys(entryFields[sectionKinds[section]]) as (keyof NewEntry<Key>)[];
  return Object.fromEntries(keys.map(key => [key, entry[key]])) as unknown as NewEntry<Key>;
}
