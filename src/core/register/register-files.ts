/** The names of registers, as globs: a file of such a name is one, wherever it lies. */
export const registerFileGlobs: readonly string[] = ['**/license-register.{yaml,yml}', '**/*.license-register.{yaml,yml}'];
