/** A sentence for a person, or a part of one, with what it is made of, so that it can be translated. */
export interface Sentence {
  /** The sentence with `{0}`, `{1}` … for its arguments: all of its words, so that arguments need no translation. */
  readonly template: string;
  readonly arguments: readonly (string | number)[];
  readonly text: string;
}

/**
 * Tag for the sentences of rules: ``say`No purchase has the id ${quote(id)}.` ``. Values become arguments: texts from
 * the register through `quote`, keys in backticks, days, counts. A part that is a sentence itself becomes part of the template.
 */
export function say(parts: TemplateStringsArray, ...values: readonly (string | number | Sentence)[]): Sentence {
  let template = parts[0]!;
  let text = parts[0]!;
  const given: (string | number)[] = [];
  for (const [index, value] of values.entries()) {
    const before = given.length;
    if (typeof value === 'object') {
      template += value.template.replace(/\{(\d+)\}/g, (_, place: string) => `{${before + Number(place)}}`);
      text += value.text;
      given.push(...value.arguments);
    } else {
      template += `{${before}}`;
      text += value;
      given.push(value);
    }
    template += parts[index + 1]!;
    text += parts[index + 1]!;
  }
  return { template, arguments: given, text };
}

/** A text from the register in a sentence: in quotes, on one line, cut when it is long. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return `"${line.length > 80 ? `${line.slice(0, 79)}…` : line}"`;
}

/** A key of the register in a sentence. */
export function keyNamed(key: string): string {
  return `\`${quote(key).slice(1, -1)}\``;
}

/** `1 person`, `3 people`. */
export function counted(count: number, one: string, many: string): Sentence {
  const words = count === 1 ? one : many;
  return { template: `{0} ${words}`, arguments: [count], text: `${count} ${words}` };
}

/** `, here and in 3 other entries`; nothing where there are no others. */
export function hereAndIn(count: number, one: string, many: string): Sentence {
  return count === 0 ? say`` : say`, here and in ${counted(count, one, many)}`;
}

/** `a`, `a or b`, `a, b or c`. */
export function either(words: readonly (string | Sentence)[]): Sentence {
  return words.slice(1).reduce<Sentence>((before, word, index) => index + 2 < words.length ? say`${before}, ${word}` : say`${before} or ${word}`, say`${words[0] ?? ''}`);
}
