import { quote } from '../text/sentence';
import type { Place } from '../document/segment';
import type { ReportedFix } from './context';
import { textAt } from './yaml-text';

/** Puts a plain text in quotes as it stands, so that every program reads it as text. */
export function quoteScalar(at: Place, source: string): ReportedFix[] {
  // An alias stands for a text that is written elsewhere.
  return textAt(at) === source ? [{ title: `Put ${quote(source)} in quotes`, edits: [{ at, newText: `"${source}"` }], safe: true }] : [];
}
