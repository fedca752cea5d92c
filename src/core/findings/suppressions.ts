import { parseDay, type Day } from '../calendar';
import { scalarsIn } from '../reading/node';
import { readYaml } from '../reading/read-yaml';
import type { Segment } from '../document/segment';
import type { Span } from '../text/text';

/** A comment that silences findings. */
export interface Suppression extends Span {
  readonly scope: 'line' | 'next-line' | 'file';
  readonly rules: readonly string[];
  /** The last day on which it works; undefined for always, null where the day can't be read. */
  readonly until: Day | null | undefined;
  readonly reason: string;
  /** Its line, counted from the segment's start. */
  readonly line: number;
}

const mark = 'license-register-disable-';
const comment = /(?<=^|[ \t])#[ \t]*license-register-disable-(line|next-line|file)(?![\w-])([^\r\n]*)/gm;
const none: readonly never[] = [];

/** The suppressions in a segment's comments. */
export function suppressionsIn(segment: Segment): readonly Suppression[] {
  const text = segment.kind === 'tail' ? markerOf(segment.text) : segment.text;
  if (!text.includes(mark)) {
    return none;
  }
  const scalars = scalarsIn(readYaml(text).root);
  return likelySuppressionsIn(text)
    .filter(({ start }) => !scalars.some(span => span.start < start && start < span.end))
    .map(suppression => ({ ...suppression, line: segment.positionAt(suppression.start).line }));
}

/** What looks like comments that silence findings, in a text of any language with comments behind `#`; it may be part of a string. */
export function likelySuppressionsIn(text: string): Omit<Suppression, 'line'>[] {
  return text.includes(mark)
    ? [...text.matchAll(comment)].map(({ 0: whole, 1: scope, 2: terms, index }) => ({ start: index, end: index + whole.trimEnd().length, scope: scope as Suppression['scope'], ...readTerms(terms!) }))
    : [];
}

/** Of the end of a document the part that may still speak of it: up to the line on which a further one starts. */
function markerOf(text: string): string {
  return /^(?:(?:\.\.\.|[ \t]*(?:#|\r?$)|%).*\r?\n)*.*/m.exec(text)![0];
}

/** Reads `RULE[, RULE] [until YYYY-MM-DD] -- reason`. */
function readTerms(text: string): Pick<Suppression, 'rules' | 'until' | 'reason'> {
  const dashes = /(?:^|\s)--(?=\s|$)/.exec(text);
  const words = text.slice(0, dashes?.index).split(/[\s,]+/).filter(Boolean);
  const until = words.indexOf('until');
  return {
    rules: until < 0 ? words : words.slice(0, until),
    until: until < 0 ? undefined : parseDay(words[until + 1] ?? '') ?? null,
    reason: dashes ? text.slice(dashes.index + dashes[0].length).trim() : '',
  };
}

/** Whether a suppression still works on a day. */
export function worksOn({ until }: Pick<Suppression, 'until'>, today: Day): boolean {
  return until === undefined || (until !== null && today <= until);
}
