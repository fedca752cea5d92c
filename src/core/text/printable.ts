// Control characters, and the marks that reorder what a terminal shows (overrides, isolates).
// eslint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/**
 * `text` on one line and without anything that a terminal, a page or a spreadsheet would obey: a register, a path or
 * an argument comes from anywhere, and an escape sequence in it must not write to the screen. Keeps the length.
 */
export function printable(text: string): string {
  return text.replace(unprintable, character => {
    const code = character.charCodeAt(0);
    // Unicode has a picture for each of the old control characters.
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd';
  });
}
