import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

import { decodeText, reasonOf } from './read-text';

/**
 * Writes a text in the place of the one that a file has, in its encoding and with its permissions: wholly or, when
 * anything fails, not at all. A link is followed, and a file that is protected stays as it is.
 * @param former what the file is known to hold
 * @returns what went wrong, as a predicate that follows the file's name in a sentence; undefined if nothing did
 */
export async function replaceText(location: string, former: string, text: string): Promise<string | undefined> {
  let draft: string | undefined;
  try {
    const target = await realpath(location);
    // Opened for writing, since another file may take the place of one that is protected.
    const original = await open(target, 'r+');
    const bytes = await original.readFile().finally(() => original.close());
    const decoded = decodeText(bytes);
    if (!('text' in decoded) || decoded.text !== former) {
      return 'has changed since it was read, so nothing was written. Run the command again.';
    }
    const { mode } = await stat(target);
    draft = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
    const file = await open(draft, 'wx', mode);
    try {
      await file.writeFile(encodedLike(bytes, text));
      // The umask may have taken permissions away.
      await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, target);
    return undefined;
  } catch (error) {
    if (draft !== undefined) {
      await rm(draft, { force: true });
    }
    return reasonNotWritten(error);
  }
}

/** Why a file can't be written, as a predicate that follows its name in a sentence. */
export function reasonNotWritten(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT': return 'cannot be written: its folder does not exist.';
    case 'EISDIR': return 'cannot be written: it is a folder. Name a file.';
    default: return reasonOf(error).replace('cannot be read', 'cannot be written');
  }
}

/** A text in the encoding of `bytes`, which is one that `decodeText` reads. */
function encodedLike(bytes: Uint8Array, text: string): Buffer {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) {
    return Buffer.from(`\ufeff${text}`, 'utf16le');
  }
  if (first === 0xfe && second === 0xff) {
    return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  }
  return Buffer.from(first === 0xef && second === 0xbb && third === 0xbf ? `\ufeff${text}` : text, 'utf8');
}
