import type { Span } from '../../core/text/text';
import type { Token } from '../cursor';

/** Where something can be written, and how. */
export interface Slot {
  /** What it replaces. */
  readonly replaced: Span;
  /** What must stand before it: a blank, an indentation, a dash. */
  readonly lead: string;
  /** The quote that was typed already. */
  readonly quote: Token['quote'];
  /** What was typed before the cursor, quote included: to this filters compare. */
  readonly typed: string;
  /** The column where further lines of it begin; undefined where it must stay on one line. */
  readonly column: number | undefined;
}

/** The slot of a text that is there, or that begins here. */
export function slotOf(token: Token, text: string, offset: number, column: number | undefined): Slot {
  return { replaced: { start: token.start, end: token.end }, lead: token.lacksBlank ? ' ' : '', quote: token.quote, typed: text.slice(token.start, offset), column };
}

/**
 * The slot of a line with nothing on it.
 * @param offset of the cursor; undefined where the blanks before it can't stay
 * @param dash what must stand before it beside the indentation
 */
export function slotOfLine(line: Span, offset: number | undefined, column: number, dash = ''): Slot {
  const isThere = offset === line.end && offset - line.start === column;
  return {
    replaced: isThere ? { start: line.end, end: line.end } : line,
    lead: (isThere ? '' : ' '.repeat(column)) + dash,
    quote: '',
    typed: '',
    column: column + dash.length,
  };
}

/** The slot of a first entry or item where its list has no dash yet. */
export function behindDash(slot: Slot): Slot & { readonly column: number } {
  return { ...slot, lead: `${slot.lead}- `, column: (slot.column ?? 0) + 2 };
}

/** Lines as they are written into a slot; undefined where there is place for one only. */
export function linesIn(slot: Slot, lines: readonly string[], lineEnd: string): string | undefined {
  if (slot.column === undefined && lines.length > 1) {
    return undefined;
  }
  const indentation = lineEnd + ' '.repeat(slot.column ?? 0);
  const [first = '', ...further] = lines;
  return slot.lead + first + further.map(line => line === '' ? lineEnd : indentation + line).join('');
}
