import { toldToEnd } from '../../../scripts/support/run.mjs';
import { copyOf } from '../copy.mjs';
import { startBrowser } from './browser.mjs';
import { startServer } from './server.mjs';

/**
 * Runs `use` with a VS Code server, a browser, and a copy of the folder `workspace` to open.
 * Nothing of them stays, whether `use` succeeds, fails, or is cut short by a signal.
 */
export async function withVSCode(workspace, serverOptions, use) {
  const cleanups = [];
  const work = async () => {
    const { folder, remove } = copyOf(workspace);
    cleanups.push(remove);
    const server = await startServer(serverOptions);
    cleanups.push(() => server.stop());
    const browser = await startBrowser();
    cleanups.push(() => browser.close());
    return use({ server, browser, folder });
  };
  const told = toldToEnd().then(() => {
    throw new Error('This process was told to end.');
  });
  try {
    return await Promise.race([work(), told]);
  } finally {
    for (const cleanup of cleanups.reverse()) {
      await cleanup();
    }
  }
}
