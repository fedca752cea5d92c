/** `none` is how a file says that it has no schema. */
const modeline = /^\s*#\s+yaml-language-server\s*:\s*\$schema=(?!none(?:\s|$))\S/;

/**
 * Whether a file names a schema to validate it by, in a comment that language servers of YAML read.
 * @param lines of the file, from its start; no more are asked for than those above its content
 */
export function namesSchema(lines: Iterable<string>): boolean {
  for (const line of lines) {
    if (modeline.test(line)) {
      return true;
    }
    if (!/^\s*(?:#|$)|^---\s*(?:#|$)|^%/.test(line)) {
      return false;
    }
  }
  return false;
}
