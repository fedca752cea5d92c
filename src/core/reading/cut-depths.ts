import type { CST } from 'yaml';

/** How deep the `yaml` package may recurse into a text: a stack of Node's usual size ends after some 800 nested flow lists. */
const deepest = 200;

/**
 * Empties the collections of a piece of YAML that stand too deep for the `yaml` package, which recurses: where the
 * stack ends while V8 compiles a regular expression, V8 ends the whole process, and nothing can catch that.
 * @returns where the first of them starts; undefined where there is none
 */
export function cutDepths(piece: CST.Token): number | undefined {
  let cut: number | undefined;
  let level = [piece];
  for (let depth = -1; level.length > 0; depth++) {
    if (depth >= deepest) {
      for (const token of level) {
        if ('items' in token && token.items.length > 0) {
          token.items.length = 0;
          cut = Math.min(cut ?? token.offset, token.offset);
        }
      }
      break;
    }
    level = level.flatMap(inside);
  }
  return cut;
}

/** The tokens right inside another. */
function inside(token: CST.Token): CST.Token[] {
  const children: (CST.Token | null | undefined)[] = token.type === 'document' ? [token.value] : 'items' in token ? token.items.flatMap(({ key, value }) => [key, value]) : [];
  return children.filter(child => child !== null && child !== undefined);
}
