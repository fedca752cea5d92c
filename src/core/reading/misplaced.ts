import { entryFields, sectionKinds, type EntryKind, type SectionKey } from '../register/fields';
import type { MapNode } from './node';
import type { Span } from '../text/text';

/** An entry that can't be meant for its section: all its keys are those of another kind of entry. */
export interface Misplaced extends Span {
  /** Where it belongs. */
  readonly section: SectionKey;
  /** A key that its section doesn't know. */
  readonly key: string;
}

/** What an entry certainly has, if only half of it is written. */
const certainKeys: Readonly<Record<EntryKind, readonly string[]>> = {
  purchase: ['id', 'quantity'], server: ['name', 'version'], device: ['name', 'users'], mailbox: ['email', 'kind'], noCal: ['reason'], assignment: ['assigned'],
};

const sections = Object.entries(sectionKinds) as [SectionKey, EntryKind][];

/** Tells of an entry of a kind that has a key which the kind doesn't know, whether it belongs elsewhere: undefined where that isn't certain. */
export function misplaced(kind: EntryKind, { pairs }: MapNode): Misplaced | undefined {
  const keys = pairs.map(({ key }) => key).filter(({ source }) => !source.startsWith('x-'));
  const foreign = keys.find(({ source }) => !isOf(kind, source));
  if (!foreign) {
    return undefined;
  }
  const fitting = sections.filter(([, other]) =>
    keys.every(({ source }) => isOf(other, source)) && certainKeys[other].every(certain => keys.some(({ source }) => source === certain)));
  const { start, end } = keys[0]!;
  return fitting.length === 1 ? { section: fitting[0]![0], key: foreign.source, start, end } : undefined;
}

function isOf(kind: EntryKind, key: string): boolean {
  return Object.hasOwn(entryFields[kind], key);
}
