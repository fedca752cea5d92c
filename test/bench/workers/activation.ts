import Module from 'node:module';
import { startStopwatch } from '../stopwatch';
import { anything } from './anything';
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
