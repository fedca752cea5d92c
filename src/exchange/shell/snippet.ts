/** A stretch of plain text in a snippet. */
export interface SnippetText {
  readonly kind: 'text';
  readonly text: string;
}

/** A place of a snippet to fill in. */
export interface SnippetStop {
  readonly kind: 'stop';
  readonly number: number;
  /** What stands there unless something else is typed; of several `choices` the first. Undefined where another stop of the same number says it. */
  readonly text: string | undefined;
  readonly choices: readonly string[];
}

/** What a snippet is made of. */
export type SnippetPart = SnippetText | SnippetStop;

const syntax = /\\(?<literal>[$}\\])|\$\{(?<textNumber>\d+):(?<text>(?:\\.|[^\\}])*)\}|\$\{(?<choiceNumber>\d+)\|(?<choices>(?:\\.|[^\\|])*)\|\}|\$(?:\{(?<bracedNumber>\d+)\}|(?<number>\d+))/gs;

/**
 * Reads the body of a snippet as VS Code writes it: `${1:text}`, `${1|one,two|}`, `$1`, with `\` before what stands for
 * itself. Placeholders within placeholders, variables and transformations are not read.
 */
export function parseSnippet(body: string): SnippetPart[] {
  const parts: SnippetPart[] = [];
  let pending = '';
  const flush = () => {
    if (pending !== '') {
      parts.push({ kind: 'text', text: pending });
      pending = '';
    }
  };
  let end = 0;
  for (const match of body.matchAll(syntax)) {
    const { literal, textNumber, text, choiceNumber, choices, bracedNumber, number } = match.groups!;
    pending += body.slice(end, match.index) + (literal ?? '');
    end = match.index + match[0].length;
    if (literal === undefined) {
      flush();
      const listed = (choices?.match(/(?:\\.|[^\\,])+/gs) ?? []).map(withoutEscapes);
      parts.push({
        kind: 'stop',
        number: Number(textNumber ?? choiceNumber ?? bracedNumber ?? number),
        text: text === undefined ? listed[0] : withoutEscapes(text),
        choices: listed,
      });
    }
  }
  pending += body.slice(end);
  flush();
  return parts;
}

/**
 * The text that a snippet leaves.
 * @param fill what is typed at the stop of a number; undefined leaves what stands there
 */
export function expandSnippet(parts: readonly SnippetPart[], fill: (number: number) => string | undefined = () => undefined): string {
  const defaults = new Map<number, string>();
  for (const part of parts) {
    if (part.kind === 'stop' && part.text !== undefined && !defaults.has(part.number)) {
      defaults.set(part.number, part.text);
    }
  }
  return parts.map(part => (part.kind === 'text' ? part.text : (fill(part.number) ?? part.text ?? defaults.get(part.number) ?? ''))).join('');
}

/**
 * The body of a snippet with other suggestions at its stops.
 * @param suggest the texts for the stop of a number: one becomes its text, several its choices, none leaves it
 */
export function fillSnippet(parts: readonly SnippetPart[], suggest: (number: number) => readonly string[]): string {
  return parts
    .map(part => {
      if (part.kind === 'text') {
        return escaped(part.text, /[$}\\]/g);
      }
      const texts = part.text === undefined ? [] : suggest(part.number);
      const choices = texts.length > 1 ? texts : texts.length === 0 ? part.choices : [];
      if (choices.length > 0) {
        return `\${${part.number}|${choices.map(choice => escaped(choice, /[\\,|]/g)).join(',')}|}`;
      }
      const text = texts[0] ?? part.text;
      return text === undefined ? `\${${part.number}}` : `\${${part.number}:${escaped(text, /[$}\\]/g)}}`;
    })
    .join('');
}

function withoutEscapes(text: string): string {
  return text.replaceAll(/\\(.)/gs, '$1');
}

function escaped(text: string, special: RegExp): string {
  return text.replaceAll(special, '\\$&');
}
