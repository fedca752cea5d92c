import { commands, Uri, window, workspace, WorkspaceEdit, Position } from 'vscode';
import { askInSteps } from '../quick-dialog';
import { askRegister } from './new-register-questions';

/** Asks what a new register is like, and opens it as a document that is still to be saved. No file is written over. */
export async function newRegister(): Promise<void> {
  const folders = workspace.workspaceFolders ?? [];
  const folder = folders.length > 1 ? await window.showWorkspaceFolderPick({ placeHolder: 'In which folder?' }) : folders[0];
  if (!folder && folders.length > 0) {
    return;
  }
  const taken = await namesIn(folder?.uri);
  const wanted = await askInSteps('New Register', dialog => askRegister(dialog, taken));
  if (wanted) {
    const uri = folder ? Uri.joinPath(folder.uri, wanted.name).with({ scheme: 'untitled' }) : Uri.from({ scheme: 'untitled', path: wanted.name });
    await openWith(uri, wanted.text);
    void offerNext();
  }
}

/** The names in a folder, and of documents that are still to be saved there, in lower case. */
async function namesIn(folder: Uri | undefined): Promise<ReadonlySet<string>> {
  const entries = folder ? await workspace.fs.readDirectory(folder).then(read => read, () => []) : [];
  const unsaved = workspace.textDocuments.filter(({ isUntitled, isClosed }) => isUntitled && !isClosed).map(({ uri }) => uri.path.slice(uri.path.lastIndexOf('/') + 1));
  return new Set([...entries.map(([name]) => name), ...unsaved].map(name => name.toLowerCase()));
}

async function openWith(uri: Uri, text: string): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const editor = await window.showTextDocument(document);
  if (document.getText() === '') {
    const edit = new WorkspaceEdit();
    edit.insert(editor.document.uri, new Position(0, 0), text);
    await workspace.applyEdit(edit);
  }
}

async function offerNext(): Promise<void> {
  const next = { 'Assign a CAL': 'exchangeLicenseRegister.assignCal', 'Import Assignments': 'exchangeLicenseRegister.importAssignments' } as const;
  const chosen = await window.showInformationMessage('The register is open and not saved yet. Who holds a CAL?', ...(Object.keys(next) as (keyof typeof next)[]));
  if (chosen) {
    await commands.executeCommand(next[chosen]);
  }
}
