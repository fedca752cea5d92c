import { scalarsIn } from '../reading/node';
import { placeIn, type Noted } from '../rule';
import type { Segment } from '../document/segment';
import { suppressionsIn } from '../findings/suppressions';
import type { Span } from '../text/text';
import { addSetting } from './add-setting';
import type { FixContext, ReportedEdit, ReportedFix } from './context';
import { contentOf } from './mapping-text';
import { placeholder } from './snippet';
import { lineEndOf } from './yaml-text';
import { endOfLine, startOfLine } from '../text/lines';

/** Rules about suppressions can't be suppressed, and what isn't YAML can't be commented either. */
export const unsuppressible: readonly string[] = ['suppression-without-reason', 'unused-suppression', 'too-many-findings', 'yaml-syntax', 'several-documents'];

/** Silences a finding where it stands, with a reason to fill in, or its rule in the whole register. */
export function silence({ rule, at }: Noted, context: FixContext): ReportedFix[] {
  const suppression = unsuppressible.includes(rule) ? undefined : suppress(rule, at.segment, at.start);
  return [
    ...suppression ? [{ title: `Suppress "${rule}" here, with a reason`, edits: [suppression], safe: false }] : [],
    ...addSetting(`Turn "${rule}" off in this register`, 'severities', [rule, 'off'], context),
  ];
}

/** A comment that suppresses a rule on the line of an offset; undefined where none can stand there. */
function suppress(rule: string, segment: Segment, offset: number): ReportedEdit | undefined {
  const { text } = segment;
  const { line } = segment.positionAt(offset);
  const existing = suppressionsIn(segment).find(each => (each.scope === 'line' && each.line === line) || (each.scope === 'next-line' && each.line === line - 1));
  if (existing) {
    const names = /^#[ \t]*license-register-disable-(?:next-)?line/.exec(text.slice(existing.start))![0];
    const at = placeIn(segment, { start: existing.start + names.length, end: existing.start + names.length });
    return { at, newText: existing.rules.length > 0 ? ` ${rule},` : ` ${rule}` };
  }
  const scalars = scalarsIn(contentOf(segment));
  const holds = (place: number) => scalars.some(({ start, end }) => start < place && place < end);
  const start = startOfLine(text, offset);
  const end = endOfLine(text, offset);
  const isCommented = hasComment(text, start, end, scalars);
  const reason = `${rule} -- ${placeholder(1, 'reason')}`;
  if (!isCommented && !holds(end)) {
    return { at: placeIn(segment, { start: end, end }), newText: ` # license-register-disable-line ${reason}`, isSnippet: true };
  }
  if (holds(start) || (start === 0 && segment.kind === 'head')) {
    return undefined;
  }
  const indentation = /^[ \t]*/.exec(text.slice(start, end))![0];
  return { at: placeIn(segment, { start, end: start }), newText: `${indentation}# license-register-disable-next-line ${reason}${lineEndOf(segment)}`, isSnippet: true };
}

function hasComment(text: string, start: number, end: number, scalars: readonly Span[]): boolean {
  for (const { index } of text.slice(start, end).matchAll(/(?<=^|[ \t])#/g)) {
    const place = start + index;
    if (!scalars.some(scalar => scalar.start <= place && place < scalar.end)) {
      return true;
    }
  }
  return false;
}
