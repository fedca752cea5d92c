import { RegisterDocument } from '../core/document/document';
import type { Segment } from '../core/document/segment';
import { lineEndOf } from '../core/fixes/yaml-text';
import type { Position } from '../core/text/text';
import { openLevel, type Level } from './cursor';

/** Where something is asked for: some lines of a file, cut as the check cuts them, with what the others say of them. */
export interface TextPlace {
  readonly text: string;
  /** Of the cursor in the text. */
  readonly offset: number;
  /** The register's mapping where the lines stand in it; undefined in a plain list, and where nothing decides that yet. */
  readonly around: Level | undefined;
  /** Whether the register is a list of assignments. */
  readonly isList: boolean;
  /** Whether nothing but comments is there. */
  readonly isEmpty: boolean;
  /** Whether the lines are those above all content. */
  readonly isHead: boolean;
  /** Whether they are a section's key, with its entries below. */
  readonly isAboveEntries: boolean;
  /** The column of the dashes of the section's entries, or of another's; undefined where there are none. */
  readonly dashes: number | undefined;
  /** Whether the entry is written in braces, or the one before it, as a new one then is. */
  readonly isInBraces: boolean;
  readonly lineEnd: string;
  /** The keys that the register has, in all its lines. Walks over all of them. */
  readonly rootKeys: () => ReadonlySet<string>;
}

/**
 * The place of a position in a checked file.
 * @param segment in which it lies, by a check of the text as it stands
 * @param offset from the segment's start
 */
export function placeIn(segment: Segment, offset: number): TextPlace {
  const { list } = segment.slot!.chunk;
  const [before, next] = ([-1, 1] as const).map(steps => {
    const location = list.step(list.locate(segment), steps);
    return location && list.at(location);
  });
  const { shape } = segment.kind === 'head' && next ? next.after : segment.after;
  const isMapping = shape === 'mapping' || (segment.kind === 'head' && next?.kind === 'key');
  const around = isMapping ? openLevel('map', [], 0) : undefined;
  if (around && segment.kind === 'item') {
    around.key = segment.section?.key;
  }
  const indents = [segment, next].map(each => each?.after.indent);
  return {
    text: segment.text,
    offset,
    around,
    isList: shape === 'list',
    isEmpty: segment.kind === 'head' && !next,
    isHead: segment.kind === 'head',
    isAboveEntries: segment.kind === 'key' && next?.kind === 'item',
    dashes: indents.find(indent => typeof indent === 'number'),
    isInBraces: [segment, before].map(firstOfItem).find(Boolean) === '{',
    lineEnd: lineEndOf(segment),
    rootKeys: () => {
      const keys = new Set<string>();
      for (const { kind, text } of list) {
        const key = kind === 'key' ? /^["']?([^"':\s]+)["']?\s*:/m.exec(text)?.[1] : undefined;
        if (key !== undefined) {
          keys.add(key);
        }
      }
      return keys;
    },
  };
}

/** The character with which an entry begins behind its dash; empty where nothing stands there. */
function firstOfItem(segment: Segment | undefined): string {
  return segment?.kind === 'item' ? /^[ \t]*-[ \t]*(\S?)/.exec(segment.text)?.[1] ?? '' : '';
}

/** The place of a position in a text that isn't checked (yet): it is cut for that, all of it. */
export function placeInText(text: string, position: Position): TextPlace {
  const { segment, position: within } = find(cutAll(text === '' ? '\n' : text), position);
  return { ...placeIn(segment, segment.offsetAt(within)), ...(text === '' ? { text } : {}) };
}

function cutAll(text: string): RegisterDocument {
  const document = new RegisterDocument(text);
  while (document.loadMore()) {
    // All lines are needed: those before it tell what a line is.
  }
  return document;
}

function find({ segments }: RegisterDocument, position: Position): { readonly segment: Segment; readonly position: Position } {
  const found = segments.find(position)!;
  return { segment: segments.at(found.location)!, position: found.position };
}
