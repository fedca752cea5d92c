/** By the codes of `FileSystemError`. */
const reasons: Readonly<Record<string, string>> = {
  FileNotFound: 'does not exist. Check how it is written.',
  FileIsADirectory: 'cannot be read: it is a folder. Name a file.',
  NoPermissions: 'cannot be read: access is denied. Check its permissions.',
};

/** Why a file can't be read, or not as text, as a predicate that follows its name in a sentence. */
export function reasonOf(error: unknown): string {
  if (error instanceof TypeError) {
    return 'is not UTF-8. Save it as UTF-8 ("Save with Encoding").';
  }
  const { code, message } = error as Error & { readonly code?: string };
  return reasons[code ?? ''] ?? `cannot be read: ${message.replace(/\.$/, '')}. Check it and try again.`;
}
