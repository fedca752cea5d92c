import { RegisterCheck, type CheckOptions } from '../../../src/core/check';
import type { Finding, Fix } from '../../../src/core/findings/finding';
import { lineStartsOf, type TextEdit } from '../../../src/core/text/text';

/** A check that is done. */
export function checked(text: string, options: CheckOptions): RegisterCheck {
  const check = new RegisterCheck(text, options);
  check.work();
  return check;
}

/** A text after edits that all speak of it as it is, placeholders left as they are. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = lineStartsOf(text);
  const offset = ({ line, character }: TextEdit['range']['start']) => starts[line]! + character;
  return edits
    .toSorted((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce((changed, { range, newText }) => changed.slice(0, offset(range.start)) + newText + changed.slice(offset(range.end)), text);
}

/** A text after a fix, with the placeholders as they are shown. */
export function withFix(text: string, { edits }: Fix): string {
  return withEdits(text, edits.map(edit => edit.isSnippet ? { ...edit, newText: filledIn(edit.newText) } : edit));
}

/** The text of a snippet when nothing is filled in. */
export function filledIn(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:\\.|[^,|\\])*)(?:,(?:\\.|[^|\\])*)?\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\\([\\$},|])/g, '$1');
}

/** What a finding says, without where. */
export function sayingOf({ rule, message }: Finding): string {
  return `${rule}: ${message}`;
}
