import type { Place } from '../document/segment';
import type { ReportedFix } from './context';
import { textAt } from './yaml-text';

/** Takes a whole number out of its quotes. */
export function unquoteNumber(at: Place, key: string, least: number): ReportedFix[] {
  const digits = /^(["'])\s*(\d+)\s*\1$/.exec(textAt(at))?.[2];
  return digits !== undefined && Number(digits) >= least && Number.isSafeInteger(Number(digits))
    ? [{ title: `Write \`${key}\` without quotes`, edits: [{ at, newText: digits }], safe: true }]
    : [];
}
