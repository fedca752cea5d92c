/** Stands for every part of VS Code: it can be called, constructed and read, and gives the same again; as a list it is empty. */
export function anything(): unknown {
  const known = new Map<string | symbol, unknown>();
  const made = new Map<string, unknown>();
  const again = (key: string) => {
    if (!made.has(key)) {
      made.set(key, anything());
    }
    return made.get(key);
  };
  return new Proxy(class {}, {
    get(target, key) {
      switch (key) {
        // It is no promise.
        case 'then': return undefined;
        case 'length': return 0;
        case 'prototype': return target.prototype;
        case Symbol.toPrimitive: return () => 0;
        case Symbol.iterator: return () => [][Symbol.iterator]();
        default:
      }
      if (!known.has(key)) {
        known.set(key, anything());
      }
      return known.get(key);
    },
    apply: () => again('result'),
    construct: () => again('instance') as object,
  });
}
