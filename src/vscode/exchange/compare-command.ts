import { commands, window, workspace, type Disposable, type Uri } from 'vscode';
import { apply, checkOf } from '../changes/change-commands';
import { chooseRegister } from '../choose-register';
import { askInSteps } from '../quick-dialog';
import type { Check } from '../session';
import type { Sessions } from '../sessions';
import { listUri } from './exchange-lists';

const title = 'Compare with Exchange';

/** Offers the command that compares a register with the exports that it names, and changes it by what somebody decides. */
export function registerCompareCommand(sessions: Sessions): Disposable {
  return commands.registerCommand('exchangeLicenseRegister.compareWithExchange', async () => {
    const uri = await chooseRegister(sessions, title, 'Compare which register with Exchange?');
    if (uri) {
      await compare(uri, sessions);
    }
  });
}

async function compare(uri: Uri, sessions: Sessions): Promise<void> {
  const register = await workspace.openTextDocument(uri);
  const [check, { compareWithExchange, finishInSlices }, { askAfterComparison }, { knownOf, makeChange }] = await Promise.all([
    checkOf(register, sessions), import('../../exchange'), import('./comparison-wizard'), import('../../features'),
  ]);
  const contents = check?.contents();
  const context = check && knownOf(check);
  if (!contents || !context) {
    await window.showErrorMessage(`"${workspace.asRelativePath(uri)}" is still being checked. Run "${title}" again in a while.`);
    return;
  }
  const comparison = await finishInSlices(compareWithExchange(contents), () => new Promise(resolve => setTimeout(resolve)));
  if (!comparison) {
    await tellWhyNot(check);
    return;
  }
  const wish = await askInSteps(title, askAfterComparison(comparison, { context, contents }));
  if (wish === 'list') {
    await window.showTextDocument(listUri(title, { register: uri.toString() }));
  } else if (wish) {
    // Only the check that was asked knows the entries that were chosen; it refuses those that have changed since.
    const made = sessions.checkOf(uri) === check ? makeChange(check, wish) : undefined;
    await (made && 'edits' in made ? apply(made, register, register)
      : window.showErrorMessage(made?.problem.text ?? 'The register was closed or has changed meanwhile, so nothing was written. Run the command again.'));
  }
}

async function tellWhyNot(check: Check): Promise<void> {
  const names = check.wantedExports().filter(({ kind }) => kind !== 'logons').map(({ file }) => `"${file}"`);
  await window.showInformationMessage(names.length > 0
    ? `Of the exports that this register names, none can be compared: ${names.join(', ')}. Problems tells why.`
    : 'This register names no export of Exchange. Export mailboxes or CALs with the commands exchExportMailboxes and exchExportCals of the Exchange Management Shell, and name the files under "exports".');
}
