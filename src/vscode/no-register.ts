import { window, workspace, type TextDocument } from 'vscode';

/**
 * Tells that a command needs a register, and what one is called.
 * @param document the one for which the command was run
 * @param title the command
 */
export async function tellNoRegister(document: TextDocument | undefined, title: string): Promise<void> {
  await window.showErrorMessage(document?.languageId === 'yaml'
    ? `"${workspace.asRelativePath(document.uri)}" is no register: the name of one ends with "license-register.yaml", or is in the setting exchangeLicenseRegister.files. Open one, then run "${title}" again.`
    : `Open a register, such as license-register.yaml, then run "${title}" again.`);
}
