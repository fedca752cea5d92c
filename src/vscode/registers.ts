import { languages, RelativePattern, workspace, type TextDocument } from 'vscode';
import { registerFileGlobs } from '../core/register/register-files';

/**
 * Whether a document is a register, by its language and name.
 * @param globs what counts beside the usual names: from the document's workspace folder on, or as part of its whole path
 */
export function isRegister(document: TextDocument, globs: readonly string[]): boolean {
  if (document.languageId !== 'yaml' || !isWorkingCopy(document)) {
    return false;
  }
  const folder = workspace.getWorkspaceFolder(document.uri);
  const patterns = [...registerFileGlobs, ...globs, ...(folder ? globs.map(glob => new RelativePattern(folder, glob)) : [])];
  return languages.match(patterns.map(pattern => ({ pattern })), document) > 0;
}

/** Whether a document is what somebody works on, not the other side of a diff or a copy that another extension shows. */
export function isWorkingCopy({ uri }: TextDocument): boolean {
  return uri.scheme === 'file' || uri.scheme === 'untitled' || workspace.workspaceFolders?.some(folder => folder.uri.scheme === uri.scheme) === true;
}
