import { entryFields, rootFields } from '../register/fields';

// Lines that mean an entry, but are written so that YAML takes them for something else.

const keys = new Set(Object.values(entryFields).flatMap(fields => Object.keys(fields)).filter(key => !Object.hasOwn(rootFields, key)));
const keyAtStart = new RegExp(`^(?:${[...keys].join('|')}):(?=\\s|$)`);
const registerKey = new RegExp(`^(?:${Object.keys(rootFields).join('|')}):(?=\\s|$)`);
const wrongMark = new RegExp(`^(?:-|[*+•–—][ ]*)(?=(?:${[...keys].join('|')}):(?:\\s|$))`);

/** Whether a line at the left edge is a key of a register: below a list it ends the list, whose own key is missing. */
export function isRegisterKey(line: string): boolean {
  return registerKey.test(line);
}

/** Whether a line at the left edge is the key of an entry, which no register has: it has slipped out of the entry above. */
export function isSlippedKey(line: string): boolean {
  return keyAtStart.test(line);
}

/**
 * The mark with which an entry begins in place of a dash and a blank, with the blanks behind it; undefined where none does.
 * @param content a line from its first character that is no blank
 */
export function wrongMarkOf(content: string): string | undefined {
  return wrongMark.exec(content)?.[0];
}
