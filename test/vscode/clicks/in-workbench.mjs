import { newPage } from '../host/browser.mjs';
import { installHost } from '../host/install.mjs';
import { withVSCode } from '../host/session.mjs';
import { Workbench } from '../host/workbench.mjs';

/** Runs `use` with the workbench of a fresh VS Code that has the extension installed, and its page, on a copy of the folder `workspace`, which it is told. */
export async function inWorkbench(workspace, use) {
  await installHost();
  await withVSCode(workspace, { installed: true }, async ({ server, browser, folder }) => {
    const page = await newPage(browser);
    const workbench = new Workbench(page);
    await workbench.load(server.url({ folder }));
    await use(workbench, page, folder);
  });
}
