import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

/** The register in examples/ that most pictures show. */
export const example = 'contoso.license-register.yaml';

/** The line of the example on which `text` stands first. */
export function lineOf(text) {
  return readFileSync(path.join(root, 'examples', example), 'utf8').split(text, 1)[0].split('\n').length;
}
