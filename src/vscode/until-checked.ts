import { Disposable, type CancellationToken, type Event } from 'vscode';

/**
 * Waits until something is so that only a check can bring about.
 * @param onDidCheck tells when a register has been checked, which is when it is asked again
 * @param patience the most milliseconds
 * @param token ends the waiting too
 */
export function untilChecked(onDidCheck: Event<unknown>, isSo: () => boolean, patience: number, token?: CancellationToken): Promise<void> {
  if (isSo() || token?.isCancellationRequested) {
    return Promise.resolve();
  }
  return new Promise(resolve => {
    const finish = () => {
      clearTimeout(timer);
      listeners.dispose();
      resolve();
    };
    const timer = setTimeout(finish, patience);
    const listeners = Disposable.from(
      onDidCheck(() => {
        if (isSo()) {
          finish();
        }
      }),
      ...(token ? [token.onCancellationRequested(finish)] : []),
    );
  });
}
