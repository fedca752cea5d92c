import { readAsOther } from '../reading/node';
import { plainValue } from '../reading/plain-value';
import type { Place, Segment } from '../document/segment';
import type { ReportedEdit } from './context';

/** Texts that need no quotes wherever they stand; others may not either, but are quoted to be sure. */
const surelyPlain = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._@/\\()+&-]*[\p{L}\p{N}._@/)+])?$/u;

/** What a scalar stands in. */
export type Quote = '"' | "'" | '';

/** A text as a YAML scalar that stands anywhere: without quotes where no program can take it for something else. */
export function writeScalar(text: string, quote: Quote = ''): string {
  const plain = { kind: 'scalar', value: plainValue(text), source: text, style: 'plain', start: 0, end: 0 } as const;
  if (quote === '' && surelyPlain.test(text) && readAsOther(plain) === undefined) {
    return text;
  }
  return quote === "'" || text.includes('\\') || text.includes('"')
    ? `'${text.replaceAll("'", "''")}'`
    : `"${text}"`;
}

/** Replaces a scalar by a text, in the quotes that it has. */
export function replaceScalar(at: Place, text: string): ReportedEdit {
  return { at, newText: writeScalar(text, quoteAt(at.segment.text, at.start)) };
}

/** The quote with which a text begins at an offset; empty where none does. */
export function quoteAt(text: string, offset: number): Quote {
  const char = text[offset];
  return char === '"' || char === "'" ? char : '';
}

/** What stands at a place. */
export function textAt({ segment, start, end }: Place): string {
  return segment.text.slice(start, end);
}

/** How lines end where a segment stands. */
export function lineEndOf(segment: Segment): '\r\n' | '\n' {
  const text = segment.lineBreaks > 0 ? segment.text : firstBroken(segment.slot!.chunk.list);
  return text[text.indexOf('\n') - 1] === '\r' ? '\r\n' : '\n';
}

function firstBroken(segments: Iterable<Segment>): string {
  for (const { lineBreaks, text } of segments) {
    if (lineBreaks > 0) {
      return text;
    }
  }
  return '';
}
