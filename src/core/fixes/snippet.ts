/**
 * Parts of the text of a fix that leaves something to the admin: the syntax of snippets, in which
 * `$`, `}` and `\` are escaped (https://code.visualstudio.com/docs/editing/userdefinedsnippets).
 */

/** A text of the register itself within a snippet. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A place to fill in, with what belongs there. */
export function placeholder(number: number, hint: string): string {
  return `\${${number}:${literal(hint)}}`;
}

/** A place to fill in with one of a few words. */
export function choice(number: number, words: readonly (string | number)[]): string {
  return `\${${number}|${words.map(word => String(word).replace(/[\\$},|]/g, '\\$&')).join(',')}|}`;
}
