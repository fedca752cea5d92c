/**
 * Several values under one key, each once. Most keys of a register's indexes have a single value, which is kept
 * without a set of its own. Values are objects, none a `Set`.
 */
export class Multimap<Key, Value extends object> {
  private readonly map = new Map<Key, Value | Set<Value>>();

  get isEmpty(): boolean {
    return this.map.size === 0;
  }

  has(key: Key): boolean {
    return this.map.has(key);
  }

  add(key: Key, value: Value): void {
    const existing = this.map.get(key);
    if (existing === undefined) {
      this.map.set(key, value);
    } else if (existing instanceof Set) {
      existing.add(value);
    } else if (existing !== value) {
      this.map.set(key, new Set([existing, value]));
    }
  }

  delete(key: Key, value: Value): void {
    const existing = this.map.get(key);
    if (existing instanceof Set) {
      existing.delete(value);
      if (existing.size === 0) {
        this.map.delete(key);
      }
    } else if (existing === value) {
      this.map.delete(key);
    }
  }

  /** Its values in the order in which they came. */
  get(key: Key): Iterable<Value> {
    const existing = this.map.get(key);
    return existing === undefined ? none : existing instanceof Set ? existing : [existing];
  }

  /** One of its values. */
  first(key: Key): Value | undefined {
    const existing = this.map.get(key);
    return existing instanceof Set ? existing.values().next().value : existing;
  }

  /** Whether a value is the only one of a key. */
  isOnly(key: Key, value: Value): boolean {
    return this.map.get(key) === value;
  }
}

const none: readonly never[] = [];
