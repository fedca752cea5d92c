import Module from 'node:module';
import { startStopwatch } from '../stopwatch';
import { serve } from './serve';

export interface ActivationRequest {
  readonly bundle: string;
}

serve({
  /** Loads and activates the extension as VS Code does, with no register open. */
  async activate({ bundle }: ActivationRequest): Promise<number> {
    const vscode = anything();
    const loader = Module as unknown as { _load(name: string, ...rest: unknown[]): unknown };
    const load = loader._load.bind(loader);
    loader._load = (name, ...rest) => name === 'vscode' ? vscode : load(name, ...rest);
    const context = { subscriptions: [], extensionUri: anything(), globalState: anything(), workspaceState: anything(), extension: anything() };
    const elapsed = startStopwatch();
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- as VS Code loads it
    await (require(bundle) as { activate(context: unknown): unknown }).activate(context);
    return elapsed();
  },
});

/** Stands for every part of VS Code: it can be called, constructed and read, and gives the same again; as a list it is empty. */
function anything(): unknown {
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
