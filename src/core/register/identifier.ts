/**
 * `text` in the form in which identifiers, references and unreadable texts are compared: trimmed, each
 * run of blanks (tabs, line breaks and no-break spaces too) as one space, in lower case.
 * Gives `text` itself where there is nothing to do.
 */
export function normalize(text: string): string {
  return tidied(isLowerAscii(text) ? text : text.toLowerCase());
}

/** `text` without blanks at its ends and with each run of them, line breaks too, as one space: itself where there is nothing to do. */
export function tidied(text: string): string {
  return isTidy(text) ? text : text.trim().replace(/\s{2,}|[^\S ]/g, ' ');
}

/** Of a file with letters beyond Latin-1, `toLowerCase` would copy every text, slowly. */
function isLowerAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x80 || (code >= 0x41 && code <= 0x5a)) {
      return false;
    }
  }
  return true;
}

/**
 * Whether all blanks are certainly single spaces between words. It answers no for scripts whose code
 * points lie among those of rarer blanks, which need the regular expression.
 */
function isTidy(text: string): boolean {
  let afterBlank = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const blank = code === 0x20;
    if (blank ? afterBlank : code < 0x20 || code === 0xa0 || code >= 0x1680) {
      return false;
    }
    afterBlank = blank;
  }
  return !afterBlank;
}
