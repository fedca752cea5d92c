/** The first `count` items, at least one, without asking for more of them. */
export function* take<T>(items: Iterable<T>, count: number): Generator<T, void> {
  let left = count;
  for (const item of items) {
    yield item;
    if (--left === 0) {
      return;
    }
  }
}
