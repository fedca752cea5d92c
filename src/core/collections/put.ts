/** Adds an item to a set, or takes it out. */
export function put<T>(set: { add(item: T): unknown; delete(item: T): unknown }, item: T, isThere: boolean): void {
  if (isThere) {
    set.add(item);
  } else {
    set.delete(item);
  }
}
