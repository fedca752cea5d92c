import { parseDay } from '../../../src/core/calendar';
import { RegisterCheck } from '../../../src/core/check';
import type { ReportedEdit } from '../../../src/core/fixes/context';
import { mainPath } from '../../../src/core/register/inclusion';
import { pathOf, rangeOf } from '../../../src/core/document/range-of';
import type { Place } from '../../../src/core/document/segment';
import type { Spot } from '../../../src/core/spot';
import { lineStartsOf, positionAt } from '../../../src/core/text/text';
import { withEdits } from '../helpers/fixing';

const today = parseDay('2026-11-24')!;

/** A checked register with the place that `|` marks in one of its files. */
export interface MarkedRegister {
  readonly check: RegisterCheck;
  readonly spot: Spot;
  /** The file in which the mark is. */
  readonly path: string;
  /** The texts of its files without the mark, by their paths. */
  readonly texts: Readonly<Record<string, string>>;
}

/** @param included the texts of the files that it includes, by their paths; each glob is a path */
export function markedRegister(text: string, included: Readonly<Record<string, string>> = {}): MarkedRegister {
  const all = Object.entries({ [mainPath]: text, ...included });
  const [path, marked] = all.find(([, each]) => each.includes('|'))!;
  const texts = Object.fromEntries(all.map(([name, each]) => [name, each.replace('|', '')]));
  const check = checkedRegister(texts[mainPath]!, Object.fromEntries(Object.keys(included).map(name => [name, texts[name]!])));
  return { check, spot: check.spotAt(positionAt(lineStartsOf(marked), marked.indexOf('|')), path)!, path, texts };
}

/** A register that is checked with the files that it includes. */
export function checkedRegister(text: string, included: Readonly<Record<string, string>> = {}): RegisterCheck {
  const check = new RegisterCheck(text, { today });
  check.work();
  check.include(Object.keys(included).map(glob => ({ path: mainPath, glob, outcome: 'found', files: [glob], unreadable: [] })), new Map(Object.entries(included)));
  check.work();
  return check;
}

/** What stands at a place, with its file and its line from 1: `people.yaml 3: PO-1`. */
export function told(place: Place): string {
  const { line } = rangeOf(place).start;
  return `${pathOf(place)} ${line + 1}: ${place.segment.text.slice(place.start, place.end)}`.trim();
}

/** The texts of a register's files after edits. */
export function edited({ texts }: MarkedRegister, edits: readonly ReportedEdit[]): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([path, text]) =>
    [path, withEdits(text, edits.filter(({ at }) => pathOf(at) === path).map(({ at, newText }) => ({ range: rangeOf(at), newText })))]));
}
