import type { YAMLError } from 'yaml';
import { endOfLine, startOfLine } from '../text/lines';
import type { Span } from '../text/text';
import type { FaultOf, SyntaxFaultCode } from './fault';

const mergeMark = /^(?:<<<<<<<|\|\|\|\|\|\|\||=======|>>>>>>>)(?=[ \r\n]|$)/;

/**
 * What is wrong where the `yaml` package stops. It says what it had expected there, which for a line that is indented
 * wrongly is something else than what whoever wrote the line has to mend.
 * @param errors of the text, of which the first is told
 */
export function syntaxFault(errors: readonly YAMLError[], text: string): FaultOf<'yaml-syntax'> {
  const error = errors[0]!;
  const shape = shapeFault(errors, text);
  if (shape) {
    return { rule: 'yaml-syntax', detail: '', ...shape };
  }
  // The package points behind the last line where something is missing at the end: nobody looks there.
  const lastOfText = Math.max(text.trimEnd().length - 1, 0);
  const start = Math.min(error.pos[0], lastOfText);
  const end = Math.max(Math.min(error.pos[1], endOfLine(text, start)), start + 1);
  const opening = openingQuote(text, error);
  return { rule: 'yaml-syntax', code: error.code, detail: error.message, start, end, ...(opening !== undefined && { opening: { start: opening, end: opening + 1 } }) };
}

/** Where the quoted text starts whose closing quote is missing. */
export function openingQuote(text: string, error: YAMLError): number | undefined {
  const quote = error.code === 'MISSING_CHAR' ? /^Missing closing (["'])/.exec(error.message)?.[1] : undefined;
  if (!quote) {
    return undefined;
  }
  // No quote of this kind closes it, so it is the last one that something could open.
  for (let at = text.lastIndexOf(quote, error.pos[0]); at >= 0; at = text.lastIndexOf(quote, at - 1)) {
    if (at === 0 || /[\s:\-,[{]/.test(text[at - 1]!)) {
      return at;
    }
  }
  return undefined;
}

/** Where a key begins that stands on the line below the value that it is taken for a part of. */
export function tooDeep(errors: readonly YAMLError[], text: string): number | undefined {
  const [first] = errors;
  const wide = first?.code === 'BLOCK_AS_IMPLICIT_KEY' && errors.find(({ code, pos }) => code === 'MULTILINE_IMPLICIT_KEY' && pos[0] === first.pos[0]);
  return wide ? contentOf(text, wide.pos[1] - 1) : undefined;
}

type Shape = Span & { readonly code: SyntaxFaultCode };

/** The fault of a whole line: it is left over of a merge, indented wrongly, or no key. */
function shapeFault(errors: readonly YAMLError[], text: string): Shape | undefined {
  const [first] = errors;
  const deep = tooDeep(errors, text);
  if (deep !== undefined) {
    return { code: 'BAD_INDENT', ...wordAt(text, deep) };
  }
  if (first!.code === 'MISSING_CHAR' && first!.message.startsWith('Sequence item without')) {
    const dash = contentOf(text, first!.pos[0]);
    return keyAt(text, dash) ? { code: 'BAD_INDENT', ...wordAt(text, dash) } : undefined;
  }
  const line = startOfLine(text, first!.pos[0]);
  const mark = mergeMark.test(text.slice(line, line + 8));
  if (mark) {
    return { code: 'MERGE_MARK', start: line, end: endOfLine(text, line) };
  }
  return first!.code === 'UNEXPECTED_TOKEN' ? lineFault(text, line, first!.pos[0]) : undefined;
}

/** The fault of a line that can't stand below what is above it. */
function lineFault(text: string, line: number, at: number): Shape | undefined {
  const content = contentOf(text, at);
  if (content !== at) {
    return undefined;
  }
  const indentation = text.slice(line, content);
  if (indentation.includes('\t')) {
    return { code: 'TAB_AS_INDENT', start: line, end: content };
  }
  const first = contentOf(text, text.search(/\S/));
  const dashes = first - startOfLine(text, first);
  if (text[first] !== '-' || indentation.length > dashes) {
    return undefined;
  }
  if (!keyAt(text, content)) {
    return { code: 'STRAY_LINE', start: content, end: content + text.slice(content, endOfLine(text, content)).trimEnd().length };
  }
  return text[content] === '-' ? { code: 'DASH_WITHOUT_BLANK', start: content, end: content + 1 } : { code: 'BAD_INDENT', ...wordAt(text, content) };
}

/** Where the line with an offset says something. */
function contentOf(text: string, offset: number): number {
  const line = startOfLine(text, offset);
  return line + /^[ \t]*/.exec(text.slice(line, endOfLine(text, line)))![0].length;
}

/** Whether a key with its colon begins at an offset. */
function keyAt(text: string, offset: number): boolean {
  return /^[^\s#"'[\]{},]+:(?:\s|$)/.test(text.slice(offset, endOfLine(text, offset)));
}

/** The key at an offset. */
function wordAt(text: string, offset: number): Span {
  return { start: offset, end: offset + /^[^:\s]*/.exec(text.slice(offset))![0].length };
}
