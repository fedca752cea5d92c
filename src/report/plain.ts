import { printable } from '../core/text/printable';

/** On one line, without anything that a terminal or a page would obey. */
export function plain(text: string | undefined): string {
  return text === undefined ? '' : printable(text.trim().replace(/\s+/g, ' '));
}

/** The same of several texts, each once. */
export function joined(texts: readonly (string | undefined)[]): string {
  return [...new Set(texts.flatMap(text => text === undefined ? [] : plain(text)))].join(', ');
}
