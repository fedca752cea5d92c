// The scripts that terminals draw two columns wide (Unicode's East Asian Width: wide and full width).
const wideScript =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const emoji = /^\p{Emoji_Presentation}|^\p{Emoji}\ufe0f/u;
const withoutWidth = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** How many columns of a terminal a grapheme takes: a letter with its accents, a whole emoji. */
export function displayWidth(grapheme: string): number {
  if (grapheme.length === 1 && grapheme < '\u0300') {
    return 1;
  }
  return wideScript.test(grapheme) || emoji.test(grapheme) ? 2 : withoutWidth.test(grapheme) ? 0 : 1;
}
