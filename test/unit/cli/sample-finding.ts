import type { CheckedFinding } from '../../../src/cli/formats/format';
import type { Range } from '../../../src/core/text/text';

/** A finding with what a test doesn't care about filled in. */
export function finding(parts: Partial<CheckedFinding> = {}): CheckedFinding {
  const message = parts.message ?? 'Something is wrong.';
  return {
    rule: 'sample-rule',
    severity: 'error',
    message,
    template: message,
    arguments: [],
    range: range(0, 0, 0, 1),
    related: [],
    fixes: () => [],
    tags: [],
    ...parts,
  };
}

/** Lines and characters from 0, as the core counts. */
export function range(startLine: number, startCharacter: number, endLine: number, endCharacter: number): Range {
  return {
    start: { line: startLine, character: startCharacter },
    end: { line: endLine, character: endCharacter },
  };
}
