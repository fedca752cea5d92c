import { Uri } from 'vscode';
import { foldersAbove } from '../core/inclusion';
import { folderAbove, foldersBelowWorkspace } from './included-files';

/** Where an export is that a file names; undefined outside its workspace folder, where none is read. */
export function exportUri(naming: Uri, file: string): Uri | undefined {
  return foldersAbove(file) > foldersBelowWorkspace(naming) ? undefined : Uri.joinPath(...folderAbove(naming, file));
}
