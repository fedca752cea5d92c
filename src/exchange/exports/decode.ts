import { codePages, decodePage, guessCodePage, type CodePage } from './code-page';
import type { Steps } from '../steps';

/** A text with what is known of how it was written. */
export interface DecodedText {
  /** Its line breaks are `\n` alone. */
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | CodePage;
  /** Whether the last letter is broken off. */
  readonly isCutOff: boolean;
}

/** Bytes that are decoded in one step. */
const stepSize = 2 ** 18;

/**
 * The text of a file as PowerShell, Excel and editors write them: with the mark of UTF-8 or UTF-16, or without one as
 * UTF-8, UTF-16 or a Windows code page, which is guessed. Undefined for what is no text.
 */
export function* decode(bytes: Uint8Array): Steps<DecodedText | undefined> {
  const utf16 = utf16Of(bytes);
  if (utf16) {
    return yield* decodeAs(utf16, bytes);
  }
  const inUtf8 = yield* decodeAs('utf-8', bytes);
  const decoded = inUtf8 ?? (yield* decodeInPage(guessCodePage(bytes.subarray(0, 2 ** 20)), bytes));
  return decoded?.text.includes('\0') ? undefined : decoded;
}

/** Whether a text doesn't say how it is written, and that was guessed. */
export function isGuessed(encoding: DecodedText['encoding']): boolean {
  return codePages.some(page => page === encoding);
}

/** UTF-16 by its mark, or by the zero byte that letters of ASCII have beside them. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le';
  }
  if (first === 0xfe && second === 0xff) {
    return 'utf-16be';
  }
  return first && second === 0 && third && fourth === 0 ? 'utf-16le' : first === 0 && second && third === 0 && fourth ? 'utf-16be' : undefined;
}

/** Undefined where the bytes don't belong to the encoding. */
function* decodeAs(encoding: Exclude<DecodedText['encoding'], CodePage>, bytes: Uint8Array): Steps<DecodedText | undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const pieces: string[] = [];
  let isCutOff = false;
  try {
    for (let at = 0; at < bytes.length; at += stepSize) {
      pieces.push(decoder.decode(bytes.subarray(at, at + stepSize), { stream: true }));
      yield;
    }
  } catch {
    return undefined;
  }
  try {
    decoder.decode();
  } catch {
    isCutOff = true;
  }
  return { text: yield* joinLines(pieces), encoding, isCutOff };
}

function* decodeInPage(encoding: CodePage, bytes: Uint8Array): Steps<DecodedText> {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += stepSize) {
    pieces.push(decodePage(bytes.subarray(at, at + stepSize), encoding));
    yield;
  }
  return { text: yield* joinLines(pieces), encoding, isCutOff: false };
}

/** The pieces of a text as one, with line breaks of `\n` alone. */
function* joinLines(pieces: string[]): Steps<string> {
  let afterReturn = false;
  for (const [index, piece] of pieces.entries()) {
    // Of a break across two pieces, the first half has become a whole one already.
    const text = afterReturn && piece.startsWith('\n') ? piece.slice(1) : piece;
    afterReturn = piece.endsWith('\r');
    pieces[index] = text.replace(/\r\n?/g, '\n');
    yield;
  }
  return pieces.join('');
}
