/**
 * The Levenshtein distance: how many characters (UTF-16 units) must be inserted, deleted or
 * replaced to make `a` into `b`; two swapped neighbors count as two. Case counts.
 * @param limit what is farther away may be told as any distance beyond it
 */
export function editDistance(a: string, b: string, limit = Infinity): number {
  // One row of the usual table: the distances of the part of `a` read so far to every start of `b`.
  const row = Array.from({ length: b.length + 1 }, (_, length) => length);
  for (let i = 0; i < a.length; i++) {
    let diagonal = row[0]!;
    row[0] = i + 1;
    let least = i + 1;
    for (let j = 0; j < b.length; j++) {
      const above = row[j + 1]!;
      row[j + 1] =
        a.charCodeAt(i) === b.charCodeAt(j) ? diagonal : 1 + Math.min(diagonal, above, row[j]!);
      diagonal = above;
      least = Math.min(least, row[j + 1]!);
    }
    // No later row has less.
    if (least > limit) {
      return least;
    }
  }
  return row[b.length]!;
}

/**
 * The candidates at most `maxDistance` away from `word` by {@link editDistance}, nearest first,
 * equally near ones in the order given.
 */
export function nearest(word: string, candidates: Iterable<string>, maxDistance: number): string[] {
  const near: { candidate: string; distance: number }[] = [];
  for (const candidate of candidates) {
    // Each letter more or less costs one, which spares the table for most candidates.
    if (Math.abs(candidate.length - word.length) > maxDistance) {
      continue;
    }
    const distance = editDistance(word, candidate, maxDistance);
    if (distance <= maxDistance) {
      near.push({ candidate, distance });
    }
  }
  return near.sort((a, b) => a.distance - b.distance).map(({ candidate }) => candidate);
}

/**
 * The one of a few words that is probably meant by `written`: in other case, or within two letters of it and a third
 * of its length; undefined where there is none, or another is as near.
 */
export function likelyMeant(written: string, words: readonly string[]): string | undefined {
  const lower = written.toLowerCase();
  const [first, second] = nearest(lower, words.map(word => word.toLowerCase()), Math.min(2, Math.floor(lower.length / 3)));
  const isUnique = second === undefined || (first !== undefined && editDistance(lower, first) < editDistance(lower, second));
  return isUnique ? words.find(word => word.toLowerCase() === first) : undefined;
}
