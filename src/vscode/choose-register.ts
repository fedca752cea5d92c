import { window, workspace, type Uri } from 'vscode';
import { registerFileGlobs } from '../core/register/register-files';
import type { Sessions } from './sessions';

/** So many registers are offered where it must be asked which one is meant. */
const mostOffered = 200;

/**
 * The register of the active editor, else the only one there is, else the one that is picked; undefined for none, which is told.
 * @param title the command that asks
 */
export async function chooseRegister(sessions: Pick<Sessions, 'registerOf' | 'documents'>, title: string, question: string): Promise<Uri | undefined> {
  const active = window.activeTextEditor && sessions.registerOf(window.activeTextEditor.document);
  if (active) {
    return active.uri;
  }
  const open = sessions.documents.map(({ uri }) => uri);
  const candidates = open.length > 0 ? open : (await Promise.all(registerFileGlobs.map(glob => workspace.findFiles(glob, undefined, mostOffered)))).flat();
  if (candidates.length < 2) {
    if (candidates.length === 0) {
      void window.showInformationMessage('There is no license register here. A register is a file named license-register.yaml, or *.license-register.yaml.');
    }
    return candidates[0];
  }
  return (await window.showQuickPick(candidates.map(uri => ({ label: workspace.asRelativePath(uri), uri })), { title, placeHolder: question }))?.uri;
}
