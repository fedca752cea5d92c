/** The text of a register, or why there is none: a predicate that follows the file's name in a sentence. */
export type Decoded = { readonly text: string } | { readonly problem: string };

const toUtf8 = 'Save it as UTF-8 (in VS Code: "Save with Encoding") and check again.';

/**
 * The text in `bytes`: UTF-8 with or without a byte order mark, or UTF-16 with one. The mark is left out.
 * Anything else is refused rather than guessed, since a guess would put wrong letters into people's names.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe && third === 0 && fourth === 0) {
    return { problem: `is UTF-32, which is not read. ${toUtf8}` };
  }
  if (first === 0xff && second === 0xfe) {
    return decodeUtf16(bytes, 'utf-16le');
  }
  if (first === 0xfe && second === 0xff) {
    return decodeUtf16(bytes, 'utf-16be');
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { problem: `is not UTF-8: ${firstInvalidByte(bytes)} belongs to another encoding. ${toUtf8}` };
  }
  // UTF-16 without a mark passes for UTF-8: its letters of ASCII have a zero byte each.
  return text.includes('\0')
    ? { problem: `holds zero bytes: it is UTF-16 without a byte order mark, or no text at all. ${toUtf8}` }
    : { text };
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { problem: `starts with the mark of UTF-16 but is not UTF-16 throughout; it may be cut off. ${toUtf8}` };
  }
}

const replacement = [0xef, 0xbf, 0xbd];

/** Names the byte and its place, so that a single wrong letter in a large file is found. */
function firstInvalidByte(bytes: Uint8Array): string {
  const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let offset = 0;
  let from = 0;
  for (let at = decoded.indexOf('\ufffd'); at >= 0; at = decoded.indexOf('\ufffd', from)) {
    offset += Buffer.byteLength(decoded.slice(from, at));
    // The character itself may stand in a valid file.
    if (replacement.some((byte, index) => bytes[offset + index] !== byte)) {
      const line = decoded.slice(0, at).split('\n').length;
      return `the byte 0x${bytes[offset]!.toString(16).toUpperCase().padStart(2, '0')} in line ${line}`;
    }
    offset += replacement.length;
    from = at + 1;
  }
  return 'a byte';
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist. Check how it is written, and the folder that you start from.',
  ENOTDIR: 'does not exist: a part of its path is a file. Check how it is written.',
  EISDIR: 'cannot be read: it is a folder. Name a file.',
  EACCES: 'cannot be read: access is denied. Check its permissions.',
  EPERM: 'cannot be read: access is denied. Check its permissions.',
  ELOOP: 'cannot be read: its links lead in a circle. Name the file itself.',
  EMFILE: 'cannot be read: too many files are open. Close other programs and check again.',
  EBUSY: 'cannot be read: another program holds it. Close that program and check again.',
  ERR_FS_FILE_TOO_LARGE: 'cannot be read: it is larger than 2 GiB. Split the register into several files.',
};

/** Why a file or folder can't be read, as a predicate that follows its name in a sentence. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons[code ?? ''] ?? `cannot be read: ${message}. Check it and try again.`;
}
