/** A sentence for a person, with what it is made of, so that it can be translated. */
export interface Sentence {
  /** The sentence with `{0}`, `{1}` … for its arguments. */
  readonly template: string;
  readonly arguments: readonly (string | number)[];
  readonly text: string;
}

/** Tag for the sentences of rules: ``say`No purchase has the id ${quote(id)}.` ``. */
export function say(parts: TemplateStringsArray, ...values: readonly (string | number)[]): Sentence {
  let template = parts[0]!;
  let text = parts[0]!;
  for (const [index, value] of values.entries()) {
    template += `{${index}}${parts[index + 1]!}`;
    text += value + parts[index + 1]!;
  }
  return { template, arguments: values, text };
}

/** A text from the register in a sentence: in quotes, on one line, cut when it is long. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return `"${line.length > 80 ? `${line.slice(0, 79)}…` : line}"`;
}

/** `1 person`, `3 people`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `a`, `a or b`, `a, b or c`. */
export function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`;
}
