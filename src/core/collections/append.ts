/** Adds items to a list. Unlike `push(...items)` it takes any number of them: arguments go on the stack. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) {
    list.push(item);
  }
}
